using CccdBot.Core.Booking;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Loudspeaker;

/// <summary>What is read over a village's loudspeaker before an evening, twice and slowly, within a minute.</summary>
/// <param name="Sentences">In the order of reading.</param>
/// <param name="Takes">For both readings together.</param>
public sealed record LoudspeakerScript(IReadOnlyList<string> Sentences, TimeSpan Takes)
{
    /// <summary>Whoever did not listen at first has the second time.</summary>
    public const int Readings = 2;

    /// <summary>Two thirds of the speed of everyday talk (Vietnamese: 5.2 syllables a second, Pellegrino and others, Language 2011): the horns of a village echo.</summary>
    private const double SyllablesASecond = 3.5;

    /// <summary>Longer, and people stop listening.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(0.5);

    /// <summary>Of both readings, in whole seconds.</summary>
    public int Seconds => (int)Math.Ceiling(Takes.TotalSeconds);

    /// <summary>As much as can be read of the announcement within a minute: the least needed goes first.</summary>
    public static LoudspeakerScript Of(Announcement about, string? hotline)
    {
        ArgumentNullException.ThrowIfNull(about);
        var lines = Written(about, hotline).ToList();
        while (TimeFor(lines) > Longest && lines.Where(line => line.Need != Need.Always).MinBy(line => line.Need) is { } least)
        {
            var at = lines.IndexOf(least);
            lines.RemoveAt(at);
            if (least.Shorter is { } shorter)
            {
                lines.Insert(at, new(Need.Always, shorter));
            }
        }

        return new([.. lines.Select(line => line.Words)], TimeFor(lines));
    }

    /// <summary>Made to be heard, not read: short sentences, every number in words.</summary>
    private static IReadOnlyList<ScriptLine> Written(Announcement about, string? hotline)
    {
        var day = VietnamTime.DateOf(about.StartsAt);
        return
        [
            new(Need.Always, $"Kính mời bà con {about.Audience} đi {about.Work.WordsOr("làm thẻ căn cước")}."),
            new(Need.FullPlaceName, $"Nơi làm: {about.PlaceName}.", $"Nơi làm: {about.PlaceShortName}."),
            new(Need.Always, $"Bắt đầu lúc {Aloud.Hour(about.StartsAt)}, {Aloud.Day(day)}."),
            new(Need.Lunar, $"Tức {Aloud.LunarDay(day)}."),
            new(Need.WhoWorks, "Công an xã tới làm, đoàn viên giúp bà con."),
            new(Need.Always, about.MakesCards ? "Nhớ mang thẻ cũ, nếu còn." : BookingTexts.Bring(about.Work.First)),
            new(Need.WalkIn, "Chưa đặt lịch cũng cứ đến."),
            new(Need.AtHome, "Người già yếu, nhắn đoàn viên để xin làm tại nhà."),
            new(Need.Always, about.MakesCards ? "Đặt lịch, làm thẻ lần đầu không mất tiền." : "Đặt lịch không mất tiền."),
            new(Need.Always, "Xã không gọi điện hỏi tiền hay mã OTP."),
            .. hotline is null ? Array.Empty<ScriptLine>() : [new(Need.Hotline, $"Cần hỏi, gọi {hotline}.")],
            new(Need.Neighbours, "Nhờ bà con báo giúp hàng xóm."),
        ];
    }

    private static TimeSpan TimeFor(List<ScriptLine> lines) =>
        Readings * (lines.Count * Breath + TimeSpan.FromSeconds(lines.Sum(line => Aloud.Syllables(line.Words)) / SyllablesASecond));
}

/// <summary>A sentence of the script.</summary>
/// <param name="Shorter">What is said instead of it where time is short; null where it is left out.</param>
internal sealed record ScriptLine(Need Need, string Words, string? Shorter = null);

/// <summary>How much a sentence is needed, the least first.</summary>
internal enum Need
{
    Neighbours,
    AtHome,
    WalkIn,
    WhoWorks,
    FullPlaceName,
    Lunar,
    Hotline,
    Always,
}
