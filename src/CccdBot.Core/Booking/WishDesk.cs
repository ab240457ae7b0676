using System.Globalization;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Booking.Visits;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking;

/// <summary>"mai 7h toi nha rong sui 2 nguoi": one sentence is enough. What it leaves out is asked, one thing at a time; nothing is guessed.</summary>
internal sealed class WishDesk(
    WishEar ear, SeatBook seats, Timetable timetable, Household household, BookSlot book, WishedChanges changes, MyBookings own) : IHearsWishes
{
    public const string Called = "/hen";

    public const string Move = "move";

    /// <summary>More buttons than these are a list to search in, not a choice.</summary>
    public const int MostChoices = 8;

    private const string Further = "further";

    /// <summary>Long enough to ask at home; half an hour later a word such as "sui" or "mai" is about something else.</summary>
    private static readonly TimeSpan WaitsFor = TimeSpan.FromMinutes(30);

    public string Command => Called;

    public string Title => BookingTexts.SayTitle;

    public Hearing Hears(string text, DateTime now, bool isAsked) => ear.Hears(text, now, isAsked);

    public bool HasLapsed(string about, DateTime now) => WishForm.AskedAt(about) is not { } asked || now - asked >= WaitsFor;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case Move:
                changes.MoveThis(turn);
                break;
            case Further when turn.Text.Length > 0:
                Act(turn, Continued(turn, WishForm.ReadAsked(turn.Value)));
                break;
            case Further:
                Act(turn, WishForm.Read(turn.Value));
                break;
            case var _ when turn.Text.Length > 0:
                Act(turn, Read(turn));
                break;
            default:
                turn.Ask(Further, WishForm.WriteAsked(new BookingWish { Intent = WishIntent.Book }, turn.Now), new Reply(BookingTexts.SayIt));
                break;
        }

        return Task.CompletedTask;
    }

    /// <summary>An answer adds to the wish that is open; a whole new wish takes its place.</summary>
    private BookingWish Continued(Turn turn, BookingWish open)
    {
        var newer = ear.ReadAnswer(turn.Text, turn.Now);
        var isNew = newer.Intent is WishIntent.Cancel or WishIntent.Reschedule or WishIntent.Check or WishIntent.HomeVisit
            || ear.Hears(turn.Text, turn.Now, isAsked: false) == Hearing.Surely;
        return isNew ? newer : open.With(newer);
    }

    private BookingWish Read(Turn turn) => ear.Read(turn.Text, turn.Now);

    private void Act(Turn turn, BookingWish wish)
    {
        if (wish.Intent == WishIntent.HomeVisit)
        {
            AskVisit.Begin(turn, wish.Kin);
            return;
        }

        if (wish.Doubts.Count > 0)
        {
            AskWhichWay(turn, wish);
            return;
        }

        switch (wish.Intent)
        {
            case WishIntent.Cancel:
                changes.Cancel(turn, wish);
                break;
            case WishIntent.Reschedule:
                changes.Reschedule(turn, wish);
                break;
            case WishIntent.Check:
                Check(turn, wish);
                break;
            default:
                Book(turn, wish);
                break;
        }
    }

    private void AskWhichWay(Turn turn, BookingWish wish)
    {
        var doubt = wish.Doubts[0];
        var sure = wish with { Doubts = [] };
        var choices = doubt.Readings.Select(reading => doubt.Field == "place"
            ? Choose(PlaceName(turn, reading), sure with { Place = reading })
            : Choose(BookingTexts.DayLabel(Day(reading)), sure with { From = Day(reading), To = Day(reading) }));
        Ask(turn, sure, doubt.Readings.Count == 0 ? BookingTexts.ImpossibleDay : BookingTexts.WhichWay, choices);
    }

    private void Book(Turn turn, BookingWish wish)
    {
        var people = wish.People ?? 1;
        if (people > Household.Most + 1)
        {
            turn.Say(new Reply(BookingTexts.TooManyPeople, new Choice(ConversationTexts.HumanTitle, AskHuman.Called, "")));
        }
        else if (wish.Place is null)
        {
            AskPlace(turn, wish, people);
        }
        else
        {
            Narrow(turn, wish, timetable.Open(wish.Place, turn.Now, people, wish.Work()), people);
        }
    }

    /// <param name="isInstead">The hall that was named is full: another one is never taken without a word.</param>
    private void AskPlace(Turn turn, BookingWish wish, int people, bool isInstead = false)
    {
        var places = timetable.Places(turn.Now)
            .Where(place => timetable.Open(place.Code, turn.Now, people, wish.Work()).Exists(slot => wish.Fits(slot)))
            .ToList();
        if (places is [var only] && !isInstead)
        {
            Book(turn, wish with { Place = only.Code });
        }
        else if (places.Count > 0)
        {
            Ask(turn, wish, isInstead ? BookingTexts.FullThere(wish.Work()) : wish.From is null ? BookingTexts.WhichPlace : BookingTexts.WhichPlaceThatDay,
                places.Select(place => Choose(place.ShortName, wish with { Place = place.Code })));
        }
        else if (wish.From is null && !wish.SaysHour())
        {
            turn.Say(BookingTexts.NothingOpen);
        }
        else
        {
            AskPlace(turn, wish with { From = null, To = null, TimeFrom = null, TimeTo = null }, people, isInstead);
        }
    }

    /// <summary>From all that is open at the place down to one half hour, by the day first and then by the hour.</summary>
    private void Narrow(Turn turn, BookingWish wish, List<SlotOffer> open, int people)
    {
        var onDay = open.FindAll(slot => wish.Covers(slot.Day));
        var wait = wish.From is null ? null : people == 1 ? Wait(turn, wish, onDay) : WaitTogether(turn, wish, onDay, people);
        if (wait is not null && onDay.Count == 0)
        {
            OfferNearest(turn, wish, open, wait);
        }
        else if (open.Count == 0)
        {
            AskPlace(turn, wish with { Place = null }, people, isInstead: true);
        }
        else if (wish.From is null)
        {
            AskDay(turn, wish, onDay);
        }
        else if (onDay.Count == 0)
        {
            OfferNearest(turn, wish, open, wait);
        }
        else if (onDay.FindAll(slot => wish.Fits(slot)) is { Count: > 0 } fitting)
        {
            TakeOrAsk(turn, wish, fitting, people);
        }
        else
        {
            var said = IsFull(wish, turn.Now) ? BookingTexts.HourFull(onDay[0].StartsAt, HourWords(wish)) : BookingTexts.NoSuchHour(onDay[0].StartsAt, HourWords(wish));
            Ask(turn, wish, said, Hours(wish, onDay, withDay: wish.From != wish.To), wait);
        }
    }

    private void TakeOrAsk(Turn turn, BookingWish wish, List<SlotOffer> fitting, int people)
    {
        if (fitting is [var slot])
        {
            Take(turn, wish, slot, people);
        }
        else if (fitting.Select(slot => slot.Day).Distinct().Count() > 1)
        {
            AskDay(turn, wish, fitting);
        }
        else
        {
            Ask(turn, wish, BookingTexts.WhichTime(fitting[0]), Hours(wish, fitting, withDay: false));
        }
    }

    private void Take(Turn turn, BookingWish wish, SlotOffer slot, int people)
    {
        if (people == 1 && wish.ForWhom is null or WishFor.Self)
        {
            book.HoldFor(turn, [turn.Person.Id], slot.Id, wish.Work());
        }
        else
        {
            ForWhom.Ask(turn, household, slot.Id, people, wish.Work(), wish.Kin);
        }
    }

    private static void AskDay(Turn turn, BookingWish wish, List<SlotOffer> open) => Ask(
        turn, wish, BookingTexts.WhichEvening(open[0].PlaceName),
        open.Select(slot => slot.Day).Distinct().Take(MostChoices).Select(day => Choose(BookingTexts.DayLabel(day), wish with { From = day, To = day })));

    private bool IsFull(BookingWish wish, DateTime now) => timetable.Full(wish.Place!, now, wish.Work()).Exists(slot => wish.Fits(slot));

    /// <summary>The line for the full half hour that was named; for any hour where the whole evening is full.</summary>
    private Choice? Wait(Turn turn, BookingWish wish, List<SlotOffer> onDay)
    {
        var full = timetable.Full(wish.Place!, turn.Now, wish.Work()).FindAll(slot => wish.Covers(slot.Day));
        var wished = onDay.Count == 0 ? full : full.FindAll(slot => wish.Fits(slot));
        return wished.Select(slot => slot.SessionId).Distinct().Count() == 1 && (wish.ForWhom is null or WishFor.Self)
            ? WaitForSeat.Offer(wished[0].SessionId, onDay.Count == 0 ? null : wished[0].Id, new WhoAndWhat([turn.Person.Id], wish.Work()).Written(turn))
            : null;
    }

    /// <summary>Where the evening has no row for a family: first their names, then the line.</summary>
    private Choice? WaitTogether(Turn turn, BookingWish wish, List<SlotOffer> onDay, int people)
    {
        var full = onDay.Count > 0 ? [] : timetable.Full(wish.Place!, turn.Now, wish.Work()).FindAll(slot => wish.Covers(slot.Day));
        return full.Select(slot => slot.SessionId).Distinct().Count() == 1
            ? new Choice(WaitingTexts.WaitLabel, ForWhom.Called, ForWhom.Begin, $"{full[0].Id}|{people}|{wish.Work()}")
            : null;
    }

    private static void OfferNearest(Turn turn, BookingWish wish, List<SlotOffer> open, Choice? wait)
    {
        var wished = VietnamTime.ToUtc(wish.From!.Value, wish.TimeFrom ?? new TimeOnly(19, 0));
        var nearest = Timetable.Nearest(open, wished, SlotMenus.Alternatives);
        var said = nearest.Count == 0 ? WaitingTexts.EveningFull(wish.DaysLabel()) : BookingTexts.NoneThen(wish.DaysLabel(), wish.Work());
        Ask(turn, wish, said, Hours(wish, nearest, withDay: true), wait);
    }

    private void Check(Turn turn, BookingWish wish)
    {
        var mine = seats.Upcoming(turn.Person.Id, turn.Now);
        if (wish.Meant(mine) is { Count: > 0 } meant)
        {
            own.Show(turn, meant);
        }
        else if (wish.SaysWhereOrWhen())
        {
            Book(turn, wish with { Intent = WishIntent.Book, People = null, ForWhom = null });
        }
        else
        {
            own.Show(turn, mine);
        }
    }

    private static IEnumerable<Choice> Hours(BookingWish wish, List<SlotOffer> slots, bool withDay) => slots.Take(MostChoices).Select(slot =>
    {
        var (day, hour) = (slot.Day, slot.Hour);
        return Choose(
            withDay ? BookingTexts.MomentLabel(slot.StartsAt) : BookingTexts.TimeLabel(slot),
            wish with { From = day, To = day, TimeFrom = hour, TimeTo = hour });
    });

    private static void Ask(Turn turn, BookingWish wish, string question, IEnumerable<Choice> choices, Choice? wait = null) =>
        turn.Ask(Further, WishForm.WriteAsked(wish, turn.Now), new Reply(question, [.. choices, .. wait is null ? Array.Empty<Choice>() : [wait]]));

    private static Choice Choose(string label, BookingWish wish) => new(label, Called, Further, WishForm.Write(wish));

    private string PlaceName(Turn turn, string code) => timetable.Places(turn.Now).Find(place => place.Code == code)?.ShortName ?? code;

    private static string HourWords(BookingWish wish) => (wish.TimeFrom ?? wish.TimeTo!).Value.ToString("HH'h'mm", VietnamTime.Culture);

    private static DateOnly Day(string reading) => DateOnly.ParseExact(reading, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
