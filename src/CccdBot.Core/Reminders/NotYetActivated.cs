using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Reminders;

/// <summary>The e-ID account was registered and is to be activated within seven days; it is asked after on the third and the sixth.</summary>
/// <remarks>NĐ 69/2024 Điều 14.</remarks>
internal abstract class NotYetActivated(int day) : IReminderKind
{
    private const int Days = 7;

    private static readonly TimeOnly Hour = new(18, 0);

    public string Name => $"not-yet-activated-{day}";

    public IQueryable<Reservation>? WhoMayBeDue(CccdDb db, DateTime now)
    {
        var (since, until) = (now.AddDays(-day - 1), now.AddDays(-day + 1));
        return QuietHours.Covers(now)
            ? null
            : db.Reservations.Where(r => r.State == ReservationState.Served && (r.Service == WishService.Vneid || r.Service == WishService.Both)
                && r.ActivatedAt == null && r.EndedAt > since && r.EndedAt < until);
    }

    public DateTime? DueAt(Reminded mine) => VietnamTime.ToUtc(ServedOn(mine).AddDays(day), Hour);

    /// <summary>The next evening it would speak of a wrong number of days.</summary>
    public DateTime UsefulUntil(Reminded mine) => VietnamTime.ToUtc(ServedOn(mine).AddDays(day), QuietHours.From);

    public Reply Say(IReadOnlyList<Appointment> mine, DateTime now) => RemindersTexts.NotYetActivated(mine, Days - day);

    private static DateOnly ServedOn(Reminded mine) => VietnamTime.DateOf(mine.Appointment.EndedAt!.Value);
}

/// <inheritdoc/>
internal sealed class NotYetActivatedOnDayThree() : NotYetActivated(3);

/// <inheritdoc/>
internal sealed class NotYetActivatedOnDaySix() : NotYetActivated(6);
