using System.Text;

namespace CccdBot.Core.Conversation;

/// <summary>The numbers on id cards, which a citizen need not tell us and which we therefore never keep.</summary>
public static class IdNumbers
{
    /// <summary>What stands in a text where an id number stood.</summary>
    public const string Masked = "[số giấy tờ đã che]";

    /// <summary>
    /// Returns the text with every personal number (12 digits: Luật Căn cước 26/2023/QH15 Điều 12) and every old
    /// 9-digit CMND number replaced by <see cref="Masked"/>; all else, phones and money too, stays as written.
    /// </summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var (start, end) in Places(text))
        {
            masked.Append(text, copied, start - copied).Append(Masked);
            copied = end;
        }

        return copied == 0 ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Returns whether <see cref="Mask"/> would hide anything in the text.</summary>
    public static bool AreIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Places(text).Count > 0;
    }

    private static List<(int Start, int End)> Places(string text)
    {
        var line = NumberLine.Read(text);
        LookAlikes.Take(line);
        return IdSearch.Find(line);
    }
}
