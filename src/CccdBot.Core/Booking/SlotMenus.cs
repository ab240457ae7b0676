using CccdBot.Core.Channels;

namespace CccdBot.Core.Booking;

/// <summary>The three menus that lead to a half hour: place, evening, time. Booking and moving both walk through them.</summary>
internal sealed class SlotMenus(Timetable timetable)
{
    /// <summary>The steps every topic that uses these menus must answer to.</summary>
    public const string Places = "places";
    public const string Evenings = "evenings";
    public const string Times = "times";
    public const string Hold = "hold";

    private const int EveningsOnAPage = 7;
    private const int Alternatives = 3;

    /// <param name="topic">Whose steps the choices lead to.</param>
    /// <param name="about">What the topic wants carried along, such as the reservation that moves.</param>
    public async Task<Reply> PlacesAsync(string topic, string about, DateTime now, CancellationToken ct)
    {
        var places = await timetable.PlacesAsync(now, ct);
        return places.Count == 0
            ? BookingTexts.NothingOpen
            : new Reply(BookingTexts.WhichPlace, [.. places.Select(p => new Choice(p.ShortName, topic, Evenings, $"{p.Code}|0|{about}"))]);
    }

    /// <summary>The evenings of one place, a page at a time.</summary>
    public async Task<Reply> EveningsAsync(string topic, string value, DateTime now, CancellationToken ct)
    {
        var (place, page, about) = Cut(value);
        var skip = int.Parse(page, System.Globalization.CultureInfo.InvariantCulture);
        var evenings = await timetable.EveningsAsync(place, now, skip, EveningsOnAPage + 1, ct);
        if (evenings.Count == 0)
        {
            return await PlacesAsync(topic, about, now, ct);
        }

        var choices = evenings.Take(EveningsOnAPage)
            .Select(e => new Choice(BookingTexts.DayLabel(e.Date), topic, Times, $"{e.Id}||{about}")).ToList();
        if (evenings.Count > EveningsOnAPage)
        {
            choices.Add(new Choice(BookingTexts.LaterDays, topic, Evenings, $"{place}|{skip + EveningsOnAPage}|{about}"));
        }

        choices.Add(new Choice(BookingTexts.OtherPlace, topic, Places, about));
        var name = (await timetable.PlaceOfAsync(evenings[0].Id, ct)).Name;
        return new Reply(BookingTexts.WhichEvening(name), choices);
    }

    public async Task<Reply> TimesAsync(string topic, string value, DateTime now, CancellationToken ct)
    {
        var (id, _, about) = Cut(value);
        var sessionId = Number(id);
        var times = await timetable.TimesAsync(sessionId, now, ct);
        var place = await timetable.PlaceOfAsync(sessionId, ct);
        if (times.Count == 0)
        {
            return await EveningsAsync(topic, $"{place.Code}|0|{about}", now, ct);
        }

        var choices = times
            .Select(t => new Choice(BookingTexts.TimeLabel(t.StartsAt, t.Capacity - t.Taken), topic, Hold, $"{t.Id}||{about}"))
            .Append(new Choice(BookingTexts.OtherDay, topic, Evenings, $"{place.Code}|0|{about}"));
        return new Reply(BookingTexts.WhichTime(place.Name, times[0].StartsAt), [.. choices]);
    }

    /// <summary>The wished half hour is gone: the three nearest ones at the same place.</summary>
    public async Task<Reply> InsteadOfAsync(string topic, Slot wished, string why, string about, DateTime now, CancellationToken ct)
    {
        var nearest = await timetable.NearestToAsync(wished.SessionId, wished.StartsAt, now, Alternatives, ct);
        var choices = nearest
            .Select(t => new Choice(BookingTexts.MomentLabel(t.StartsAt), topic, Hold, $"{t.Id}||{about}"))
            .Append(new Choice(BookingTexts.OtherPlace, topic, Places, about));
        return new Reply(why, [.. choices]);
    }

    /// <summary>The half hour a "hold" choice means, and what the topic had carried along.</summary>
    public static (long SlotId, string About) Held(string value)
    {
        var (id, _, about) = Cut(value);
        return (Number(id), about);
    }

    private static (string First, string Second, string About) Cut(string value)
    {
        var parts = value.Split('|', 3);
        return (parts[0], parts[1], parts[2]);
    }

    private static long Number(string id) => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
}
