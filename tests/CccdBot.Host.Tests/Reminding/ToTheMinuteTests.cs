using System.Globalization;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Reminding;

/// <summary>Reminders by a clock we hold and the real Quartz: each in its minute, and never at night.</summary>
public sealed class ToTheMinuteTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("00")]
    [InlineData("07")]
    [InlineData("14")]
    public async Task The_evening_before_it_rings_at_18h00_and_on_the_day_two_hours_ahead(string second)
    {
        await using var almanac = await Almanac.OpenAsync($"2026-11-25 17:58:{second}");
        var lan = await almanac.BookedAsync("2026-11-26 18:30");

        await almanac.GoToAsync("2026-11-25 18:02:00");
        await almanac.JumpToAsync("2026-11-26 16:28:00");
        await almanac.GoToAsync("2026-11-26 16:32:00");
        await almanac.JumpToAsync("2026-11-26 19:00:00");

        RangIn(almanac, "2026-11-25 18:00", "2026-11-26 16:30");
        Assert.Contains("ngày mai", almanac.Reminders[0].Text, StringComparison.Ordinal);
        Assert.Contains("18h30, thứ Năm, 26/11/2026", almanac.Reminders[0].Text, StringComparison.Ordinal);
        Assert.Contains("hôm nay", almanac.Reminders[1].Text, StringComparison.Ordinal);
        Assert.All(almanac.Reminders, rung => Assert.Equal(lan.Chat, rung.Chat));
        Assert.Empty(almanac.Telegram.Violations);
    }

    [Trait("Engine", "sqlite")]
    [Theory]
    [InlineData("2026-11-26 07:30", "2026-11-25 20:59")] // 05h30 is night, and from 07h00 the way would be too long.
    [InlineData("2026-11-26 06:30", "2026-11-25 20:59")]
    [InlineData("2026-11-26 08:00", "2026-11-26 07:00")]
    [InlineData("2026-11-26 08:30", "2026-11-26 07:00")]
    [InlineData("2026-11-26 09:00", "2026-11-26 07:00")]
    [InlineData("2026-11-26 09:10", "2026-11-26 07:10")]
    public async Task No_reminder_rings_between_21h00_and_07h00(string slot, string rings)
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 18:05:03");
        await almanac.BookedAsync(slot);

        await almanac.JumpToAsync("2026-11-25 20:57:30");
        await almanac.GoToAsync("2026-11-25 21:01:30");
        await almanac.JumpToAsync("2026-11-26 06:58:30");
        await almanac.GoToAsync("2026-11-26 07:12:00");
        await almanac.JumpToAsync("2026-11-26 10:00:00");

        RangIn(almanac, rings);
    }

    [Trait("Engine", "sqlite")]
    [Theory]
    [InlineData("2026-11-30", "2026-12-01")]
    [InlineData("2026-12-31", "2027-01-01")]
    [InlineData("2028-02-28", "2028-02-29")]
    [InlineData("2028-02-29", "2028-03-01")]
    public async Task At_the_end_of_a_month_or_year_tomorrow_is_still_tomorrow(string today, string tomorrow)
    {
        await using var almanac = await Almanac.OpenAsync($"{today} 17:58:05");
        await almanac.BookedAsync($"{tomorrow} 19:00");

        await almanac.GoToAsync($"{today} 18:01:00");
        await almanac.JumpToAsync($"{today} 23:58:00");
        await almanac.GoToAsync($"{tomorrow} 00:02:00");
        await almanac.JumpToAsync($"{tomorrow} 16:58:30");
        await almanac.GoToAsync($"{tomorrow} 17:01:00");

        RangIn(almanac, $"{today} 18:00", $"{tomorrow} 17:00");
    }

    [Fact]
    public async Task Who_books_after_the_hour_of_a_reminder_gets_no_late_one()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 18:03:00");
        await almanac.BookedAsync("2026-11-26 18:30");
        await almanac.BookedAsync("2026-11-25 20:00");

        await almanac.GoToAsync("2026-11-25 18:05:00");
        await almanac.JumpToAsync("2026-11-25 21:30:00");
        Assert.Empty(almanac.Reminders);
        await almanac.JumpToAsync("2026-11-26 16:29:30");
        await almanac.GoToAsync("2026-11-26 16:31:00");

        RangIn(almanac, "2026-11-26 16:30");
    }

    [Fact]
    public async Task Six_hundred_reminders_due_in_one_minute_all_go_out_once_and_within_the_budget()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:59:50");
        var guests = await almanac.BookedAsync("2026-11-26 18:15", 600, capacity: 600);

        await almanac.GoToAsync("2026-11-25 18:01:00", TimeSpan.FromMilliseconds(500));

        var chats = almanac.Reminders.GroupBy(rung => rung.Chat).ToDictionary(chat => chat.Key, chat => chat.Count());
        var worst = almanac.Reminders.Max(rung => rung.At) - At("2026-11-25 18:00");
        var spread = almanac.Reminders.Max(rung => rung.At) - almanac.Reminders.Min(rung => rung.At);
        output.WriteLine($"600 due at 18h00: the last left {worst.TotalSeconds:0.0} s later, all within {spread.TotalSeconds:0.0} s");
        Assert.Equal(guests.Select(guest => guest.Chat).Order(), chats.Keys.Order());
        Assert.All(chats.Values, copies => Assert.Equal(1, copies));
        Assert.True(spread > TimeSpan.FromSeconds(600 / 25 - 2), $"All left within {spread}: more than 25 a second.");
        Assert.True(worst < TimeSpan.FromMinutes(1));
    }

    /// <summary>Exactly these, each in its minute and in the first quarter of it: a tick of 5 s, and the few steps of our clock while Quartz wakes.</summary>
    private void RangIn(Almanac almanac, params string[] minutes)
    {
        var rang = almanac.Reminders;
        Assert.Equal(minutes, rang.Select(rung => rung.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
        var worst = rang.Zip(minutes, (rung, minute) => rung.At - At(minute)).Max();
        output.WriteLine($"worst delay {worst.TotalSeconds:0.0} s");
        Assert.True(worst <= Longest);
    }

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private static DateTime At(string minute) => DateTime.Parse(minute, CultureInfo.InvariantCulture);
}
