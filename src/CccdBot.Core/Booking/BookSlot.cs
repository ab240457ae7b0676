using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking;

/// <summary>"/datlich": choose a place, an evening and a half hour, say a name, and the seat is kept.</summary>
internal sealed class BookSlot(SeatBook seats, SlotMenus menus, PastTalk past) : ITopic
{
    public const string Called = "/datlich";
    public const string Undo = "undo";

    private const string Name = "name";

    public string Command => Called;

    public string Title => BookingTexts.BookTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        Handle(turn);
        return Task.CompletedTask;
    }

    private void Handle(Turn turn)
    {
        switch (turn.Step)
        {
            case SlotMenus.Hold:
                HoldSeat(turn);
                break;
            case Name:
                TakeName(turn);
                break;
            case Choice.Yes:
                ConfirmSeat(turn);
                break;
            case Choice.No:
                DropSeat(turn);
                break;
            case Undo:
                UndoBooking(turn);
                break;
            default:
                turn.Say(menus.Offer(Called, turn) ?? menus.OfferPlaces(Called, "", turn.Now));
                break;
        }
    }

    private void HoldSeat(Turn turn)
    {
        var (slotId, _) = SlotMenus.Chosen(turn.Value);
        switch (seats.Hold(turn.Person.Id, slotId, turn.Now))
        {
            case HoldOutcome.Held(var hold) when turn.Person is { HasConsented: true, Name: not null }:
                AskToConfirm(turn, hold);
                break;
            case HoldOutcome.Held(var hold):
                AskName(turn, hold.Id, BookingTexts.ConsentAndName);
                break;
            case var refused:
                turn.Say(menus.InsteadOf(refused, Called, "", turn.Now));
                break;
        }
    }

    private static void AskName(Turn turn, Guid holdId, string question) => turn.Ask(
        Name, $"{holdId}", new Reply(question, new Choice(BookingTexts.NoConsent, Called, Choice.No, $"{holdId}")));

    private void TakeName(Turn turn)
    {
        var holdId = Guid.Parse(turn.Value);
        if (PersonName.Read(turn.Text) is not { } name)
        {
            AskName(turn, holdId, BookingTexts.NameAgain);
        }
        else if (seats.Find(turn.Person.Id, holdId) is { State: ReservationState.Held } hold)
        {
            turn.Person.CallMe(name);
            AskToConfirm(turn, hold);
        }
        else
        {
            turn.Say(BookingTexts.HoldLapsed);
        }
    }

    private static void AskToConfirm(Turn turn, Appointment hold)
    {
        var question = new Reply(
            BookingTexts.ConfirmQuestion(hold, turn.Person.Name!),
            new Choice(turn.Person.HasConsented ? BookingTexts.Confirm : BookingTexts.ConsentAndConfirm, Called, Choice.Yes, $"{hold.Id}"),
            new Choice(BookingTexts.DropIt, Called, Choice.No, $"{hold.Id}"));
        if (turn.Person.HasConsented)
        {
            turn.Say(question);
        }
        else
        {
            // Seeing their name written down, people often type it again, better.
            turn.Ask(Name, $"{hold.Id}", question);
        }
    }

    private void ConfirmSeat(Turn turn)
    {
        if (seats.Confirm(turn.Person.Id, Guid.Parse(turn.Value), turn.Now) is not { } booked)
        {
            turn.Say(BookingTexts.HoldLapsed);
            return;
        }

        turn.Person.Consent(turn.Now);
        turn.Say(BookingTexts.Booked(booked), MessageKind.Booking).KeepFor(booked.Mark);
    }

    private void DropSeat(Turn turn)
    {
        if (seats.Find(turn.Person.Id, Guid.Parse(turn.Value)) is { } hold)
        {
            seats.LetGo(hold.Id, turn.Now);
        }

        if (!turn.Person.HasConsented)
        {
            if (turn.Person.Name is { } name)
            {
                past.TakeOutName(turn.From, name);
            }

            turn.Person.Forget();
        }

        turn.Say(BookingTexts.Dropped);
    }

    private void UndoBooking(Turn turn)
    {
        var booked = seats.Find(turn.Person.Id, Guid.Parse(turn.Value));
        if (booked is not { BookedAt: { } at } || turn.Now > at + Reservation.UndoLasts)
        {
            turn.Say(BookingTexts.UndoTooLate);
            return;
        }

        turn.Say(seats.Cancel(booked.Id, turn.Now) ? BookingTexts.BookingUndone : BookingTexts.AlreadyEnded, MessageKind.Booking);
    }
}
