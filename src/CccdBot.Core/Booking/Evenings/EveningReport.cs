using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>What became of an evening, in numbers, for the chief's own chat.</summary>
public sealed class EveningReport(Statements sql, DutyPost duty)
{
    /// <summary>Tells every chief who has a chat; to be written with the closing of the evening.</summary>
    public Task TellChiefsAsync(long sessionId, DateTime now, CancellationToken ct)
    {
        var evening = sql.First(
            "SELECT starts_at, (SELECT name FROM places p WHERE p.code = place_code) FROM sessions WHERE id = @p0",
            row => new Held(UtcTime.Read(row.GetDateTime(0)), row.GetString(1)),
            sessionId)!;
        return duty.TellChiefsAsync(EveningTexts.Report(evening.StartsAt, evening.Place, EveningSum.Of(sql, sessionId)), now, ct);
    }

    private sealed record Held(DateTime StartsAt, string Place);
}
