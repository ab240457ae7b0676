using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking;

/// <summary>"/doilich": another half hour for a seat already booked; the old seat is given back only when the new one is sure.</summary>
internal sealed class MoveBooking(SeatBook seats, SlotMenus menus) : ITopic
{
    public const string Called = "/doilich";
    public const string This = "this";
    public const string Undo = "undo";

    public string Command => Called;

    public string Title => BookingTexts.MoveTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case This:
                OfferEvenings(turn, turn.Value);
                break;
            case SlotMenus.Hold:
                HoldSeat(turn);
                break;
            case Choice.Yes:
                ConfirmMove(turn);
                break;
            case Choice.No:
                StayThere(turn);
                break;
            case Undo:
                MoveBack(turn);
                break;
            default:
                OfferOrAskWhich(turn);
                break;
        }

        return Task.CompletedTask;
    }

    private void OfferOrAskWhich(Turn turn)
    {
        if (menus.Offer(Called, turn) is { } menu)
        {
            turn.Say(menu);
        }
        else
        {
            AskWhich(turn);
        }
    }

    private void AskWhich(Turn turn)
    {
        switch (seats.Upcoming(turn.Person.Id, turn.Now))
        {
            case []:
                turn.Say(BookingTexts.NoBookings);
                break;
            case [var only]:
                OfferEvenings(turn, $"{only.Id}");
                break;
            case var mine:
                turn.Say(new Reply(
                    BookingTexts.MoveWhich, [.. mine.Select(a => new Choice(BookingTexts.LabelOf(a), Called, This, $"{a.Id}"))]));
                break;
        }
    }

    public void OfferEvenings(Turn turn, Guid reservation) => OfferEvenings(turn, $"{reservation}");

    /// <summary>Holds this half hour in exchange for that seat, and shows both.</summary>
    public void HoldFor(Turn turn, Appointment old, long slotId) =>
        turn.Say(AnswerTo(seats.Hold(old.PersonId, slotId, turn.Now, replaces: old.Id), old, $"{old.Id}", turn.Now));

    private void OfferEvenings(Turn turn, string reservationId) => turn.Say(
        seats.Find(turn.Person.Id, Guid.Parse(reservationId)) is { } mine && mine.State.IsAhead()
            ? menus.OfferEvenings(Called, $"{mine.PlaceCode}|0|{reservationId}", turn.Now)
            : BookingTexts.AlreadyEnded);

    private void HoldSeat(Turn turn)
    {
        var (slotId, about) = SlotMenus.Chosen(turn.Value);
        var old = seats.Find(turn.Person.Id, Guid.Parse(about));
        turn.Say(old switch
        {
            null => BookingTexts.AlreadyEnded,
            _ when !old.State.IsAhead() => BookingTexts.AlreadyEnded,
            _ when old.SlotId == slotId => BookingTexts.AlreadyYours(old),
            _ => AnswerTo(seats.Hold(old.PersonId, slotId, turn.Now, replaces: old.Id), old, about, turn.Now),
        });
    }

    private Reply AnswerTo(HoldOutcome outcome, Appointment old, string about, DateTime now) => outcome switch
    {
        HoldOutcome.Held(var hold) => new Reply(
            BookingTexts.MoveQuestion(old, hold),
            new Choice(BookingTexts.MoveTitle, Called, Choice.Yes, $"{hold.Id}"),
            new Choice(BookingTexts.StayLabel, Called, Choice.No, $"{hold.Id}")),
        var refused => menus.InsteadOf(refused, Called, about, now, service: old.Service),
    };

    private void ConfirmMove(Turn turn)
    {
        if (seats.Confirm(turn.Person.Id, Guid.Parse(turn.Value), turn.Now) is { } moved)
        {
            SayMoved(turn, moved);
        }
        else
        {
            turn.Say(BookingTexts.MoveLapsed);
        }
    }

    private static void SayMoved(Turn turn, Appointment moved) =>
        turn.Say(BookingTexts.Moved(moved), MessageKind.Booking).KeepFor(moved.Mark);

    private void StayThere(Turn turn)
    {
        if (seats.Find(turn.Person.Id, Guid.Parse(turn.Value)) is { } hold)
        {
            seats.LetGo(hold.Id, turn.Now);
        }

        turn.Say(BookingTexts.Stayed);
    }

    /// <summary>Back to the half hour it came from, if that still has a seat.</summary>
    private void MoveBack(Turn turn)
    {
        var moved = seats.Find(turn.Person.Id, Guid.Parse(turn.Value));
        if (moved is not { BookedAt: { } at, Replaces: { } oldId } || !moved.State.IsAhead() || turn.Now > at + Reservation.UndoLasts)
        {
            turn.Say(BookingTexts.UndoTooLate);
            return;
        }

        var old = seats.Find(turn.Person.Id, oldId)!;
        var outcome = seats.Hold(moved.PersonId, old.SlotId, turn.Now, moved.Id, isUndo: true);
        if (outcome is HoldOutcome.Held(var hold)
            && seats.Confirm(turn.Person.Id, hold.Id, turn.Now) is { } back)
        {
            SayMoved(turn, back);
            return;
        }

        turn.Say(menus.InsteadOf(outcome, Called, $"{moved.Id}", turn.Now, service: moved.Service));
    }
}
