using CccdBot.Core.Channels;
using CccdBot.Core.Time;

namespace CccdBot.Core.Reminders;

/// <summary>At 18h00 the evening before: time to come home from the field, and to find someone for the children.</summary>
internal sealed class EveningBefore : BeforeTheStart
{
    private static readonly TimeOnly Hour = new(18, 0);
    private static readonly TimeSpan AllOfTomorrow = TimeSpan.FromHours(30);

    public override string Name => "evening-before";

    /// <summary>Outside its three hours it is due for nobody, and need not look through tomorrow's bookings four times a minute.</summary>
    public override TimeSpan LooksAhead(DateTime now)
    {
        var hour = TimeOnly.FromDateTime(VietnamTime.ToLocal(now));
        return hour >= Hour && hour < QuietHours.From ? AllOfTomorrow : TimeSpan.Zero;
    }

    public override DateTime DueAt(DateTime startsAt) => VietnamTime.ToUtc(VietnamTime.DateOf(startsAt).AddDays(-1), Hour);

    /// <summary>When the night has come it is too late for this one; the second reminder follows.</summary>
    public override DateTime UsefulUntil(DateTime startsAt) => VietnamTime.ToUtc(VietnamTime.DateOf(startsAt).AddDays(-1), QuietHours.From);
}
