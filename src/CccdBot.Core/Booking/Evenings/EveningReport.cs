using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>What became of an evening, in numbers, for the chief's own chat.</summary>
public sealed class EveningReport(Statements sql, StaffChats chats, Outbox outbox)
{
    /// <summary>Tells every chief who has a chat; to be written with the closing of the evening.</summary>
    public async Task TellChiefsAsync(long sessionId, DateTime now, CancellationToken ct)
    {
        var evening = sql.First(
            "SELECT starts_at, (SELECT name FROM places p WHERE p.code = place_code) FROM sessions WHERE id = @p0",
            row => new Held(UtcTime.Read(row.GetDateTime(0)), row.GetString(1)),
            sessionId)!;
        var sum = EveningSum.Of(sql, sessionId);
        foreach (var chief in await chats.OfAsync([Role.Chief], ct))
        {
            outbox.Add(OutgoingMessage.For(chief, MessageKind.Duty, EveningTexts.Report(evening.StartsAt, evening.Place, sum), now));
        }
    }

    private sealed record Held(DateTime StartsAt, string Place);
}
