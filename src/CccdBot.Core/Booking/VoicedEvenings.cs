using System.Data.Common;
using System.Globalization;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using CccdBot.Core.Voices;

namespace CccdBot.Core.Booking;

/// <summary>Evenings to come, for who says them aloud.</summary>
public sealed class VoicedEvenings(Statements sql, ClipDesk clips) : IVoiced
{
    private const int MostOffered = 3;

    private const string Coming = "SELECT e.id, e.starts_at, p.name, p.short_name, e.services FROM sessions e JOIN places p ON p.code = e.place_code "
        + "WHERE e.state IN ('Proposed', 'Confirmed') AND e.starts_at > @p0";

    public string Kind => "evening";

    public IEnumerable<Voiced> Offered(DateTime now) => sql.All($"{Coming} ORDER BY e.starts_at, e.id LIMIT @p1", Read, now, MostOffered);

    public IEnumerable<Voiced> Search(string words, DateTime now) => [];

    public Voiced? Find(string id, DateTime now) => Find(long.Parse(id, CultureInfo.InvariantCulture), now);

    /// <summary>Null when it has begun or does not take place.</summary>
    public Voiced? Find(long session, DateTime now) => sql.First($"{Coming} AND e.id = @p1", Read, now, session);

    /// <summary>What is said of it, with a button for each language in which it may be heard.</summary>
    public Reply WithVoices(Reply reply, long session, DateTime now) =>
        Find(session, now) is { } evening ? reply with { Choices = [.. reply.Choices, .. clips.ButtonsFor(evening)] } : reply;

    private Voiced Read(DbDataReader row)
    {
        var startsAt = UtcTime.Read(row.GetDateTime(1));
        var does = EveningWork.Read(row.GetString(4)).WordsOr(BookingTexts.WorkOf(WishService.Both));
        var when = $"{VietnamTime.DayText(VietnamTime.DateOf(startsAt))}, {VietnamTime.HourText(startsAt)}";
        return new Voiced(
            Kind,
            row.GetInt64(0).ToString(CultureInfo.InvariantCulture),
            $"{row.GetString(3)}, {when}",
            $"{when}, ở {row.GetString(2)}, xã {does} cho bà con. Bà con nhớ mang giấy tờ đang có.");
    }
}
