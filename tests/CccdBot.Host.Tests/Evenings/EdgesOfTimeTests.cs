using System.Globalization;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>Days and hours at which calendars go wrong: the end of a month and of a year, a leap day, midnight, the last minute.</summary>
public sealed class EdgesOfTimeTests
{
    [Theory]
    [InlineData("2026-11-30 15:00", "tối mai 7 giờ ở buôn Sui", "19h00, thứ Ba, 01/12/2026")]
    [InlineData("2026-12-31 15:00", "tối mai 7 giờ ở buôn Sui", "19h00, thứ Sáu, 01/01/2027")]
    [InlineData("2028-02-28 15:00", "tối mai 7 giờ ở buôn Sui", "19h00, thứ Ba, 29/02/2028")]
    [InlineData("2028-02-29 15:00", "tối mai 7 giờ ở buôn Sui", "19h00, thứ Tư, 01/03/2028")]
    [InlineData("2028-02-28 15:00", "29/2 7 giờ tối ở buôn Sui", "19h00, thứ Ba, 29/02/2028")]
    [InlineData("2026-12-01 23:59", "tối mai 7 giờ ở buôn Sui", "19h00, thứ Tư, 02/12/2026")]
    [InlineData("2026-12-02 00:00", "tối nay 7 giờ ở buôn Sui", "19h00, thứ Tư, 02/12/2026")]
    public async Task Tomorrow_is_tomorrow_by_the_clock_on_the_halls_wall(string now, string words, string booked)
    {
        var told = await AskedAsync(now, words);

        Assert.Contains($"Em ghi như sau:\nSiu Lan\n{booked}", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-26 18:29", "tối nay 6 giờ rưỡi ở buôn Sui")]
    [InlineData("2026-11-26 18:30", "tối nay 6 giờ rưỡi ở buôn Sui")]
    public async Task Who_asks_in_the_last_minute_for_an_hour_that_can_no_longer_be_had_is_shown_the_next_ones(string now, string words)
    {
        var told = await AskedAsync(now, words);

        Assert.DoesNotContain("Em ghi như sau", told, StringComparison.Ordinal);
        Assert.Contains("19h", told, StringComparison.Ordinal);
    }

    /// <summary>What stands on the screen of someone known by name who says this at that moment, with the labels of the buttons.</summary>
    private static async Task<string> AskedAsync(string now, string words)
    {
        var vietnam = DateTime.Parse(now, CultureInfo.InvariantCulture);
        var clock = new HeldClock(new DateTimeOffset(vietnam, TimeSpan.FromHours(7)));
        await using var telegram = await FakeTelegram.StartAsync(new FakeTelegramOptions { Clock = clock });
        await using var service = await RunningService.StartAsync(telegram, clock);
        var lan = Citizen.New(telegram);
        var screen = await lan.SaysAsync(words);
        if (screen.Text.Contains("nhắn tên gọi cho em", StringComparison.Ordinal))
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            screen = await lan.SaysAsync("Siu Lan");
        }

        return $"{screen.Text}\n{string.Join('\n', screen.Buttons.Select(button => button.Label))}";
    }
}
