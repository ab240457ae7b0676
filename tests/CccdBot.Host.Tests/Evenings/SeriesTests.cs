using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>Evenings opened by an officer, one or many.</summary>
public sealed class SeriesTests
{
    private static readonly EveningSeries Weekends = new(
        "sui", new DateOnly(2026, 11, 28), new DateOnly(2026, 12, 6), [DayOfWeek.Saturday, DayOfWeek.Sunday], new TimeOnly(7, 30), new TimeOnly(11, 0), 8, 4);

    [Fact]
    public async Task A_series_opens_on_its_weekdays_with_its_half_hours_and_may_be_booked()
    {
        await using var hall = await Hall.OpenAsync();

        var outcome = await hall.Ledger.Gate.RunAsync<SeriesDesk, SeriesOutcome>(
            desk => desk.OpenAsync(Weekends, hall.Now, CancellationToken.None));

        Assert.Equal(["28/11", "29/11", "05/12", "06/12"], outcome.Opened.Select(day => $"{day:dd}/{day:MM}"));
        Assert.Empty(outcome.InTheWay);
        var first = await hall.Ledger.ReadAsync(db => db.Sessions.Include(s => s.Slots).AsNoTracking().Where(s => s.Id == outcome.Ids[0]).SingleAsync());
        Assert.Equal((7, SessionState.Proposed, 120), (first.Slots.Count, first.State, first.Slots[0].Minutes));
        await hall.BookAsync(await hall.PersonAsync(), first.Slots[0]);
    }

    [Fact]
    public async Task Where_another_evening_is_held_at_that_hour_none_is_opened_and_the_day_is_named()
    {
        await using var hall = await Hall.OpenAsync();

        var outcome = await hall.Ledger.Gate.RunAsync<SeriesDesk, SeriesOutcome>(
            desk => desk.OpenAsync(Weekends with { From = new TimeOnly(18, 0), To = new TimeOnly(20, 0) }, hall.Now, CancellationToken.None));

        Assert.Equal((2, 2), (outcome.Opened.Count, outcome.InTheWay.Count));
        Assert.Equal(new DateOnly(2026, 11, 28), outcome.InTheWay[0]);
    }

    [Theory]
    [InlineData("2026-11-25", "2026-11-30", 18, 21, 8, null)]
    [InlineData("2026-11-30", "2026-11-28", 18, 21, 8, null)]
    [InlineData("2026-11-28", "2027-03-01", 18, 21, 8, null)]
    [InlineData("2026-11-28", "2026-11-29", 21, 18, 8, null)]
    [InlineData("2026-11-28", "2026-11-29", 18, 21, 0, null)]
    [InlineData("2026-11-28", "2026-11-29", 18, 21, 8, 2)]
    [InlineData("2026-11-30", "2026-12-01", 18, 21, 8, null)]
    public void What_cannot_be_is_not_opened(string first, string last, int from, int to, int seats, int? stations)
    {
        var series = Weekends with
        {
            First = DateOnly.ParseExact(first, "yyyy-MM-dd"),
            Last = DateOnly.ParseExact(last, "yyyy-MM-dd"),
            From = new TimeOnly(from, 0),
            To = new TimeOnly(to, 0),
            SeatsPerSlot = seats,
            Stations = stations,
        };

        Assert.False(series.IsSound(new DateOnly(2026, 11, 26)));
        Assert.True(Weekends.IsSound(new DateOnly(2026, 11, 26)));
    }
}
