using System.Globalization;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking;

/// <summary>The three menus that lead to a half hour: place, evening, time. Booking and moving both walk through them.</summary>
internal sealed class SlotMenus(Timetable timetable)
{
    /// <summary>The steps every topic that uses these menus must answer to.</summary>
    public const string Places = "places";
    public const string Evenings = "evenings";
    public const string Times = "times";
    public const string Hold = "hold";

    /// <summary>So many are offered instead of a half hour that cannot be had.</summary>
    public const int Alternatives = 3;

    private const int EveningsOnAPage = 7;

    /// <summary>The menu that the turn's step asks for; null when the step is none of these.</summary>
    /// <param name="topic">Whose steps the choices lead to.</param>
    public Reply? Offer(string topic, Turn turn) => turn.Step switch
    {
        Places => OfferPlaces(topic, turn.Value, turn.Now),
        Evenings => OfferEvenings(topic, turn.Value, turn.Now),
        Times => OfferTimes(topic, turn.Value, turn.Now),
        _ => null,
    };

    /// <summary>What is said when no seat could be held, and what is free instead.</summary>
    /// <param name="service">What is to be done; null where nobody named it.</param>
    public Reply InsteadOf(HoldOutcome refused, string topic, string about, DateTime now, int people = 1, WishService? service = null)
    {
        var wished = new Wished(topic, about, people, service, now);
        return refused switch
        {
            HoldOutcome.AlreadyYours(var mine) => BookingTexts.AlreadyYours(mine),
            HoldOutcome.Enough(var mine) => BookingTexts.Enough(mine),
            HoldOutcome.Full(var slot) => OfferNearest(wished, slot, BookingTexts.Full(slot.StartsAt, people), Wait(wished, slot)),
            HoldOutcome.KeptForVillage(var slot) => OfferNearest(wished, slot, BookingTexts.KeptForVillage(slot), LiveThere(slot, about)),
            HoldOutcome.JustGivenBack(var slot) => OfferNearest(wished, slot, BookingTexts.JustGivenBack(slot.StartsAt)),
            HoldOutcome.TooLate(var slot) => OfferNearest(wished, slot, BookingTexts.TooLate(slot.StartsAt)),
            HoldOutcome.OtherWork(var slot, var work) => OfferOtherEvenings(wished, slot, work),
            _ => OfferPlaces(topic, about, now),
        };
    }

    /// <param name="about">What the topic wants carried along, such as the reservation that moves.</param>
    public Reply OfferPlaces(string topic, string about, DateTime now)
    {
        var places = timetable.Places(now);
        return places.Count == 0
            ? BookingTexts.NothingOpen
            : new Reply(BookingTexts.WhichPlace, [.. places.Select(p => new Choice(p.ShortName, topic, Evenings, $"{p.Code}|0|{about}"))]);
    }

    /// <summary>The evenings of one place, a page at a time.</summary>
    public Reply OfferEvenings(string topic, string value, DateTime now)
    {
        var (place, page, about) = Cut(value);
        var skip = int.Parse(page, CultureInfo.InvariantCulture);
        var evenings = timetable.Evenings(place, now, skip, EveningsOnAPage + 1);
        if (evenings.Count == 0)
        {
            return OfferPlaces(topic, about, now);
        }

        var choices = evenings.Take(EveningsOnAPage)
            .Select(e => new Choice(BookingTexts.DayLabel(e.Date), topic, Times, $"{e.SessionId}||{about}")).ToList();
        if (evenings.Count > EveningsOnAPage)
        {
            choices.Add(new Choice(BookingTexts.LaterDays, topic, Evenings, $"{place}|{skip + EveningsOnAPage}|{about}"));
        }

        choices.Add(new Choice(BookingTexts.OtherPlace, topic, Places, about));
        return new Reply(BookingTexts.WhichEvening(evenings[0].PlaceName), choices);
    }

    /// <summary>The half hour a "hold" choice means, and what the topic had carried along.</summary>
    public static (long SlotId, string About) Chosen(string value)
    {
        var (id, _, about) = Cut(value);
        return (Number(id), about);
    }

    private Reply OfferTimes(string topic, string value, DateTime now)
    {
        var (id, _, about) = Cut(value);
        var times = timetable.Times(Number(id), now);
        if (times.Count == 0)
        {
            return OfferEvenings(topic, $"{timetable.PlaceOf(Number(id))}|0|{about}", now);
        }

        var choices = times
            .Select(t => new Choice(BookingTexts.TimeLabel(t), topic, Hold, $"{t.Id}||{about}"))
            .Append(new Choice(BookingTexts.OtherDay, topic, Evenings, $"{times[0].PlaceCode}|0|{about}"));
        return new Reply(BookingTexts.WhichTime(times[0]), [.. choices]);
    }

    /// <summary>The wished half hour is gone: the three nearest ones at the same place.</summary>
    /// <param name="also">For who books; who moves has a seat.</param>
    private Reply OfferNearest(Wished wished, SlotOffer gone, string why, Choice? also = null)
    {
        var choices = timetable.NearestTo(gone.PlaceCode, gone.StartsAt, wished.Now, Alternatives, wished.People, wished.WorkAt(gone))
            .Select(t => new Choice(BookingTexts.MomentLabel(t.StartsAt), wished.Topic, Hold, $"{t.Id}||{wished.About}"))
            .Concat(also is null || wished.Topic != BookSlot.Called ? [] : [also])
            .Append(new Choice(BookingTexts.OtherPlace, wished.Topic, Places, wished.About));
        return new Reply(why, [.. choices]);
    }

    /// <summary>The nearest evenings at the same place that do the work.</summary>
    private Reply OfferOtherEvenings(Wished wished, SlotOffer refused, WishService work)
    {
        var evenings = timetable.Open(refused.PlaceCode, wished.Now, wished.People, work).DistinctBy(slot => slot.SessionId);
        var choices = Timetable.Nearest(evenings, refused.StartsAt, Alternatives)
            .Select(slot => new Choice(BookingTexts.DayLabel(slot.Day), wished.Topic, Times, $"{slot.SessionId}||{wished.About}"))
            .Append(new Choice(BookingTexts.OtherPlace, wished.Topic, Places, wished.About));
        return new Reply(BookingTexts.OtherWork(refused, work), [.. choices]);
    }

    private static Choice LiveThere(SlotOffer slot, string about) => new(BookingTexts.LiveThere(slot), BookSlot.Called, BookSlot.Near, $"{slot.Id}||{about}");

    /// <summary>For this half hour while the evening has others; when all are full any will do. A family waits where the whole evening has no row for it.</summary>
    private Choice? Wait(Wished wished, SlotOffer slot)
    {
        var hasOthers = wished.People == 1
            ? timetable.Times(slot.SessionId, wished.Now).Count > 0
            : timetable.Open(slot.PlaceCode, wished.Now, wished.People, wished.WorkAt(slot)).Exists(other => other.SessionId == slot.SessionId);
        return wished.People > 1 && hasOthers ? null : WaitForSeat.Offer(slot.SessionId, hasOthers ? slot.Id : null, wished.About);
    }

    private static (string First, string Second, string About) Cut(string value)
    {
        var parts = value.Split('|', 3);
        return (parts[0], parts[1], parts[2]);
    }

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);

    /// <summary>What was asked for and cannot be had there.</summary>
    private sealed record Wished(string Topic, string About, int People, WishService? Service, DateTime Now)
    {
        public WishService WorkAt(SlotOffer slot) => Service ?? slot.Services.First;
    }
}
