using System.Globalization;
using System.Text;

namespace CccdBot.Core.Conversation;

/// <summary>What a citizen wrote, wiped at the door like shoes: readable text only, nothing that hides or reorders it.</summary>
public static class CitizenText
{
    // One empty line may stay between two paragraphs.
    private const int LineBreaksInARow = 2;

    /// <summary>
    /// Returns the text in Unicode NFC, without control, invisible and direction characters and halves of surrogate
    /// pairs, with runs of spaces and blank lines collapsed; an empty text for null. Never throws.
    /// </summary>
    public static string Clean(string? raw) =>
        string.IsNullOrEmpty(raw) ? "" : Collapsed(Readable(raw).Normalize(NormalizationForm.FormC));

    private static string Readable(string raw)
    {
        var kept = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length;)
        {
            var whole = Rune.TryGetRuneAt(raw, at, out var rune);
            if (whole && !IsHidden(rune))
            {
                kept.Append(raw, at, rune.Utf16SequenceLength);
            }
            else if (whole && IsLineBreak(raw, at))
            {
                kept.Append('\n');
            }
            else if (raw[at] == '\t')
            {
                kept.Append(' ');
            }

            at += whole ? rune.Utf16SequenceLength : 1;
        }

        return kept.ToString();
    }

    // Hidden: NUL and other controls, zero-width and bidirectional characters, tags, line and paragraph marks, and
    // the noncharacters that Normalize may refuse.
    private static bool IsHidden(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is (>= 0xFDD0 and <= 0xFDEF) or 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0
        || (rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // "\r\n" is one line break: its "\n" speaks for both.
    private static bool IsLineBreak(string raw, int at) => raw[at] switch
    {
        '\r' => at + 1 == raw.Length || raw[at + 1] != '\n',
        '\u0085' or '\u2028' or '\u2029' => true,
        _ => false,
    };

    private static string Collapsed(string text)
    {
        var kept = new StringBuilder(text.Length);
        var (lineBreaks, space) = (0, false);
        foreach (var character in text)
        {
            if (character == '\n')
            {
                lineBreaks++;
            }
            else if (char.IsWhiteSpace(character))
            {
                space = true;
            }
            else
            {
                AppendGap(kept, lineBreaks, space);
                kept.Append(character);
                (lineBreaks, space) = (0, false);
            }
        }

        return kept.ToString();
    }

    private static void AppendGap(StringBuilder kept, int lineBreaks, bool space)
    {
        if (kept.Length == 0)
        {
            return;
        }

        if (lineBreaks > 0)
        {
            kept.Append('\n', Math.Min(lineBreaks, LineBreaksInARow));
        }
        else if (space)
        {
            kept.Append(' ');
        }
    }
}
