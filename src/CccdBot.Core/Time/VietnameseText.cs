using System.Globalization;
using System.Text;

namespace CccdBot.Core.Time;

/// <summary>How people here type: with all the marks, with some, or with none; composed or in pieces.</summary>
public static class VietnameseText
{
    public static string Nfc(string text) => text.Normalize(NormalizationForm.FormC);

    /// <summary>"Đặt lịch" and "dat lich" become the same text.</summary>
    public static string Fold(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(letter is 'đ' or 'Đ' ? 'd' : letter);
            }
        }

        return bare.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormC);
    }
}
