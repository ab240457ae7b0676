using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking;

/// <summary>"/huylich": give a seat back, and take that back within ten minutes.</summary>
internal sealed class CancelBooking(SeatBook seats, SlotMenus menus) : ITopic
{
    public const string Called = "/huylich";
    public const string This = "this";

    private const string Undo = "undo";

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
            default:
                AskWhich(turn);
                break;
        }

        return Task.CompletedTask;
    }

    private void AskWhich(Turn turn)
    {
        var mine = seats.Upcoming(turn.Person.Id, turn.Now);
        turn.Say(mine.Count == 0
            ? BookingTexts.NoBookings
            : new Reply(BookingTexts.CancelWhich, [.. mine.Select(a => new Choice(BookingTexts.LabelOf(a), Called, This, $"{a.Id}"))]));
    }

    private void Cancel(Turn turn)
    {
        if (seats.Find(turn.Person.Id, Guid.Parse(turn.Value)) is not { } mine || !seats.Cancel(mine.Id, turn.Now))
        {
            turn.Say(BookingTexts.AlreadyEnded);
            return;
        }

        var undo = new Choice(BookingTexts.UndoLabel, Called, Undo, $"{mine.Id}");
        turn.Say(BookingTexts.Cancelled(mine, undo), MessageKind.Booking).KeepFor(mine.Mark);
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

        var outcome = seats.Hold(turn.Person.Id, mine.SlotId, turn.Now, isUndo: true);
        if (outcome is HoldOutcome.Held(var hold) && seats.Confirm(turn.Person.Id, hold.Id, turn.Now) is { } booked)
        {
            turn.Say(BookingTexts.Booked(booked), MessageKind.Booking).KeepFor(booked.Mark);
            return;
        }

        turn.Say(menus.InsteadOf(outcome, BookSlot.Called, "", turn.Now));
    }
}
