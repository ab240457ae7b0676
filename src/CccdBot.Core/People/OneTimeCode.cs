using System.Security.Cryptography;
using System.Text;

namespace CccdBot.Core.People;

/// <summary>A code that is told once and opens one thing once; only its hash is ever kept.</summary>
internal static class OneTimeCode
{
    private const string KeyLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>130 bits: ASVS 7.2.3 asks for 128.</summary>
    private const int KeyLength = 26;

    /// <summary>What a browser carries and nobody types.</summary>
    public static string NewKey() => New(KeyLetters, KeyLength);

    public static string New(string letters, int length) => RandomNumberGenerator.GetString(letters, length);

    /// <summary>A plain hash is enough for a random code of these lengths; dashes, blanks and case do not matter.</summary>
    public static string HashOf(string typed)
    {
        var code = new string([.. typed.Where(char.IsLetterOrDigit)]).ToUpperInvariant();
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
    }
}
