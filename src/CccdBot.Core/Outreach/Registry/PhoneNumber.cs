namespace CccdBot.Core.Outreach.Registry;

/// <summary>A phone as people write it down: in groups, with +84, or with the zero in front eaten by a spreadsheet.</summary>
public static class PhoneNumber
{
    private const int Mobile = 10;
    private const int Landline = 11;
    private const string CountryCode = "84";

    /// <summary>03, 05, 07, 08 and 09 are the mobile networks of Vietnam.</summary>
    private const string MobileSecond = "35789";

    /// <summary>"0912345678", and whether the zero in front was put back; null when it is no phone of Vietnam.</summary>
    public static (string Number, bool IsMended)? Read(string written)
    {
        if (written.Any(sign => !char.IsAsciiDigit(sign) && sign is not ('+' or ' ' or '.' or '-' or '(' or ')')))
        {
            return null;
        }

        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (digits.StartsWith(CountryCode, StringComparison.Ordinal) && digits.Length is Mobile + 1 or Landline + 1)
        {
            digits = $"0{digits[CountryCode.Length..]}";
        }

        return IsPhone(digits) ? (digits, false)
            : IsPhone($"0{digits}") && digits.Length == Mobile - 1 ? ($"0{digits}", true)
            : null;
    }

    private static bool IsPhone(string digits) => digits.Length >= 2 && digits[0] == '0'
        && ((digits.Length == Mobile && MobileSecond.Contains(digits[1], StringComparison.Ordinal)) || (digits.Length == Landline && digits[1] == '2'));
}
