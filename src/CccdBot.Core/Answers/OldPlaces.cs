using System.Text.RegularExpressions;
using CccdBot.Core.Time;

namespace CccdBot.Core.Answers;

/// <summary>Communes and districts that were joined on 01/07/2025: people go on saying the old names, and are understood (Nghị quyết 202/2025/QH15, 1664/NQ-UBTVQH15).</summary>
public static partial class OldPlaces
{
    /// <summary>Before this day the old names are today's.</summary>
    private static readonly DateOnly Joined = new(2025, 7, 1);

    /// <summary>The old names with their marks.</summary>
    private static readonly Dictionary<string, string> Written = [];

    /// <summary>What an old name belongs to now; a whole district belongs to several.</summary>
    private static readonly Dictionary<string, string> Now = Read("""
        xã Ia Dreh: Ia Rmok, Krông Năng
        xã Phú Túc: Phú Cần, Chư Ngọc, Ia Mlah, xã Đất Bằng, thị trấn Phú Túc
        xã Ia Rsai: Chư Rcăm, Chư Gu
        xã Uar: Ia Rsươm, Chư Drăng
        xã Đak Pơ: xã Hà Tam, xã An Thành, Yang Bắc, thị trấn Đak Pơ
        xã Ya Hội: xã Phú An
        phường An Bình: xã Tân An, xã Cư An
        phường An Khê: phường Ngô Mây, phường Tây Sơn, phường An Phú, An Phước, phường An Tân, xã Thành An, thị xã An Khê
        xã Cửu An: xã Tú An, xã Xuân An, xã Song An
        các xã Ia Dreh, Phú Túc, Ia Rsai, Uar: huyện Krông Pa
        các xã Đak Pơ, Ya Hội, Cửu An: huyện Đak Pơ
        """);

    private static readonly Regex Names = new(
        $"(?<![a-z])(?:{string.Join('|', Now.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape))})(?![a-z])", RegexOptions.CultureInvariant);

    /// <summary>The old name said, as it is written, and what it belongs to now; null when none is said, or the question is about a day before.</summary>
    public static (string Old, string New)? In(string question, DateOnly asOf) =>
        asOf >= Joined && Names.Match(VietnameseText.Fold(question)) is { Success: true } name ? (Written[name.Value], Now[name.Value]) : null;

    /// <summary>The question with "xã này" for the old name, which no answer of the book knows.</summary>
    public static string Without(string question) => Unit().Replace(Names.Replace(VietnameseText.Fold(question), "xa nay"), "xa nay");

    private static Dictionary<string, string> Read(string lines)
    {
        var now = new Dictionary<string, string>();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(": ");
            foreach (var old in parts[1].Split(", "))
            {
                var folded = VietnameseText.Fold(old);
                now[folded] = parts[0];
                Written[folded] = old;
            }
        }

        return now;
    }

    [GeneratedRegex("\\b(?:xa|huyen|phuong|thi tran|thi xa) xa nay\\b")]
    private static partial Regex Unit();
}
