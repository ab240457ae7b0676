using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Reminders;

/// <summary>Someone was ill; on the day they named they are asked whether they can come now.</summary>
internal sealed class AfterIllness : IReminderKind
{
    private const int UsefulDays = 5;

    private static readonly TimeOnly Hour = new(8, 0);

    public string Name => "after-illness";

    public IQueryable<Reservation>? WhoMayBeDue(CccdDb db, DateTime now)
    {
        var today = VietnamTime.DateOf(now);
        var first = today.AddDays(-UsefulDays);
        return QuietHours.Covers(now) ? null : db.Reservations.Where(r => r.RecheckOn <= today && r.RecheckOn > first);
    }

    public DateTime? DueAt(Reminded mine) => mine.RecheckOn is { } day ? VietnamTime.ToUtc(day, Hour) : null;

    public DateTime UsefulUntil(Reminded mine) => VietnamTime.ToUtc(mine.RecheckOn!.Value.AddDays(UsefulDays), QuietHours.From);

    public Reply Say(IReadOnlyList<Appointment> mine, DateTime now) => RemindersTexts.AfterIllness(mine);
}
