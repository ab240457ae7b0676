using CccdBot.Core.Booking;
using CccdBot.Core.Time;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CccdBot.Host.Tests.Booking;

public sealed class EveningPlanTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 5, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Every_day_of_two_weeks_weekends_too_has_its_five_half_hours_at_each_place()
    {
        await using var ledger = await Ledger.OpenAsync(_clock);

        Assert.Equal(28, await KeepOpenAsync(ledger));

        var days = await ledger.ReadAsync(db => db.Sessions.Where(s => s.PlaceCode == "sui").OrderBy(s => s.Date).Select(s => s.Date).ToListAsync());
        Assert.Equal(Enumerable.Range(0, 14).Select(new DateOnly(2026, 11, 25).AddDays), days);
        var starts = await ledger.ReadAsync(db => db.Slots.Select(s => s.StartsAt).ToListAsync());
        Assert.Equal(["18h30", "19h00", "19h30", "20h00", "20h30"], starts.Select(VietnamTime.HourText).Distinct().Order());
    }

    [Fact]
    public async Task Planning_again_and_again_adds_nothing_and_a_new_day_adds_one_evening_a_place()
    {
        await using var ledger = await Ledger.OpenAsync(_clock);
        await KeepOpenAsync(ledger);

        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => KeepOpenAsync(ledger)));
        Assert.All(again, added => Assert.Equal(0, added));
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(2, await KeepOpenAsync(ledger));
        Assert.Equal(2 * 15 * 5, await ledger.CountAsync("SELECT COUNT(*) FROM slots"));
    }

    private static Task<int> KeepOpenAsync(Ledger ledger) =>
        ledger.Gate.RunAsync<EveningPlan, int>(plan => plan.KeepOpenAsync(CancellationToken.None));
}
