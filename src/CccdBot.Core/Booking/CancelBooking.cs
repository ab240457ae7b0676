using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking;

/// <summary>"/huylich": give a seat back, and take that back within ten minutes.</summary>
internal sealed class CancelBooking(SeatBook seats, SlotMenus menus) : ITopic
{
    public const string Called = "/huylich";
    public const string This = "this";

    private const string Undo = "undo";
    private const string Family = "family";

    public string Command => Called;

    public string Title => BookingTexts.CancelTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case This:
                Cancel(turn);
                break;
            case Undo:
                TakeBack(turn);
                break;
            case Family:
                CancelFamily(turn);
                break;
            default:
                AskWhich(turn);
                break;
        }

        return Task.CompletedTask;
    }

    /// <summary>The button by which this one goes.</summary>
    public static Choice ChoiceOf(Appointment mine) => new(BookingTexts.LabelOf(mine), Called, This, $"{mine.Id}");

    private void AskWhich(Turn turn)
    {
        var mine = seats.Upcoming(turn.Person.Id, turn.Now);
        turn.Say(mine.Count == 0
            ? BookingTexts.NoBookings
            : new Reply(BookingTexts.CancelWhich, [.. mine.Select(ChoiceOf)]));
    }

    private void Cancel(Turn turn)
    {
        if (seats.Find(turn.Person.Id, Guid.Parse(turn.Value)) is not { } mine || !seats.Cancel(mine.Id, Doing.Of(turn.Person.Id, StepReason.CannotCome), turn.Now))
        {
            turn.Say(BookingTexts.AlreadyEnded);
            return;
        }

        var undo = new Choice(BookingTexts.UndoLabel, Called, Undo, $"{mine.Id}");
        var others = seats.PartyOf(turn.Person.Id, mine.Id).Count(seat => seat.State.IsAhead());
        Choice[] family = others == 0 ? [] : [new Choice(BookingTexts.CancelFamily(others), Called, Family, $"{mine.Id}")];
        turn.Say(BookingTexts.Cancelled(mine, [undo, .. family, PutOffIll.ChoiceOf(mine)]), MessageKind.Booking).KeepFor(mine.Mark);
    }

    /// <summary>Those who were to come along.</summary>
    private void CancelFamily(Turn turn)
    {
        var gone = seats.PartyOf(turn.Person.Id, Guid.Parse(turn.Value))
            .Count(seat => seats.Cancel(seat.Id, Doing.Of(turn.Person.Id, StepReason.CannotCome), turn.Now));
        turn.Say(gone == 0 ? BookingTexts.AlreadyEnded : BookingTexts.FamilyCancelled(gone), MessageKind.Booking);
    }

    /// <summary>The same half hour again, if it still has a seat.</summary>
    private void TakeBack(Turn turn)
    {
        var mine = seats.Find(turn.Person.Id, Guid.Parse(turn.Value));
        if (mine is not { State: ReservationState.Cancelled, EndedAt: { } ended } || turn.Now > ended + Reservation.UndoLasts)
        {
            turn.Say(BookingTexts.UndoTooLate);
            return;
        }

        var outcome = seats.Hold([mine.PersonId], mine.SlotId, turn.Now, isUndo: true, service: mine.Service);
        if (outcome is HoldOutcome.Held(var hold) && seats.Confirm(turn.Person.Id, hold.Id, turn.Now) is { } booked)
        {
            turn.Say(BookingTexts.Booked([booked]), MessageKind.Booking).KeepFor(booked.Mark);
            return;
        }

        turn.Say(menus.InsteadOf(outcome, BookSlot.Called, WhoAndWhat.Again([mine]), turn.Now, service: mine.Service));
    }
}
