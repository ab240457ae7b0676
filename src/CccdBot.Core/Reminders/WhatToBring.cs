using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Reminders;

/// <summary>Two evenings before, what to bring: a paper must be looked for, a telephone charged. For a card alone the old card is enough, and the others say so.</summary>
internal sealed class WhatToBring : BeforeTheStart
{
    private static readonly TimeOnly Hour = new(18, 30);
    private static readonly TimeSpan AllOfTheDayAfterTomorrow = TimeSpan.FromHours(54);

    public override string Name => "what-to-bring";

    public override TimeSpan LooksAhead(DateTime now)
    {
        var hour = TimeOnly.FromDateTime(VietnamTime.ToLocal(now));
        return hour >= Hour && hour < QuietHours.From ? AllOfTheDayAfterTomorrow : TimeSpan.Zero;
    }

    public override DateTime DueAt(DateTime startsAt) => VietnamTime.ToUtc(VietnamTime.DateOf(startsAt).AddDays(-2), Hour);

    public override DateTime UsefulUntil(DateTime startsAt) => VietnamTime.ToUtc(VietnamTime.DateOf(startsAt).AddDays(-2), QuietHours.From);

    public override IQueryable<Reservation>? WhoMayBeDue(CccdDb db, DateTime now) =>
        base.WhoMayBeDue(db, now)?.Where(r => r.Service != WishService.Card);

    public override Reply Say(IReadOnlyList<Appointment> mine, DateTime now) => RemindersTexts.Bring(mine);
}
