using CccdBot.Core.Channels;
using CccdBot.Core.Reminders;
using CccdBot.Core.Time;

namespace CccdBot.Core.Tests.Reminders;

/// <summary>Every start of a half hour in a year, five minutes apart, day and night.</summary>
public sealed class ReminderKindTests
{
    private static readonly DateTime NewYear = VietnamTime.ToUtc(new DateOnly(2027, 1, 1), TimeOnly.MinValue);

    [Theory]
    [InlineData("evening-before")]
    [InlineData("two-hours-before")]
    [InlineData("what-to-bring")]
    public void No_reminder_is_ever_due_at_night_or_after_the_start_or_after_its_use(string name)
    {
        var kind = Kind(name);
        Assert.All(Starts(), start =>
        {
            var due = kind.DueAt(start);
            Assert.False(QuietHours.Covers(due), $"{VietnamTime.MomentText(start)} rings {VietnamTime.MomentText(due)}");
            Assert.True(due < kind.UsefulUntil(start));
            Assert.True(kind.UsefulUntil(start) <= start);
        });
    }

    [Theory]
    [InlineData("evening-before")]
    [InlineData("two-hours-before")]
    [InlineData("what-to-bring")]
    public void The_sweep_looks_far_enough_ahead_at_the_due_minute_and_at_the_tick_after_it(string name)
    {
        var kind = Kind(name);
        var tick = TimeSpan.FromSeconds(15);
        Assert.All(Starts(), start =>
        {
            var due = kind.DueAt(start);
            Assert.True(start <= due + kind.LooksAhead(due), $"{VietnamTime.MomentText(start)} is not seen at {VietnamTime.MomentText(due)}");
            Assert.True(start <= due + tick + kind.LooksAhead(due + tick));
        });
    }

    [Fact]
    public void The_evening_before_is_18h00_on_the_day_before_by_the_villages_calendar() => Assert.All(Starts(), start =>
        Assert.Equal((VietnamTime.DateOf(start).AddDays(-1), "18h00"), (VietnamTime.DateOf(Due("evening-before", start)), VietnamTime.HourText(Due("evening-before", start)))));

    [Fact]
    public void By_day_the_second_reminder_is_two_hours_ahead() => Assert.All(
        Starts().Where(start => !QuietHours.Covers(start.AddHours(-2))),
        start => Assert.Equal(start.AddHours(-2), Due("two-hours-before", start)));

    private static DateTime Due(string name, DateTime start) => Kind(name).DueAt(start);

    private static BeforeTheStart Kind(string name) => name switch
    {
        "evening-before" => new EveningBefore(),
        "what-to-bring" => new WhatToBring(),
        _ => new TwoHoursBefore(),
    };

    private static IEnumerable<DateTime> Starts() =>
        Enumerable.Range(0, 365 * 24 * 12).Select(five => NewYear.AddMinutes(5 * five));
}
