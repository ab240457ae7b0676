using CccdBot.Core.Channels;
using CccdBot.Core.Time;

namespace CccdBot.Core.Reminders;

/// <summary>At 18h00 the evening before: time to come home from the field, and to find someone for the children.</summary>
internal sealed class EveningBefore : IReminderKind
{
    private static readonly TimeOnly Hour = new(18, 0);

    public string Name => "evening-before";

    public TimeSpan LooksAhead(DateTime now) => TimeSpan.FromHours(30);

    public DateTime DueAt(DateTime startsAt) => VietnamTime.ToUtc(VietnamTime.DateOf(startsAt).AddDays(-1), Hour);

    /// <summary>When the night has come it is too late for this one; the second reminder follows.</summary>
    public DateTime UsefulUntil(DateTime startsAt) => VietnamTime.ToUtc(VietnamTime.DateOf(startsAt).AddDays(-1), QuietHours.From);
}
