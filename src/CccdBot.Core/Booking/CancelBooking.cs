using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking;

/// <summary>"/huylich": give a seat back, and take that back within ten minutes.</summary>
internal sealed class CancelBooking(SeatBook seats, Timetable timetable, SlotMenus menus) : ITopic
{
    public const string Called = "/huylich";
    public const string This = "this";

    private const string Undo = "undo";

    public string Command => Called;

    public string Title => BookingTexts.CancelTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct) => turn.Step switch
    {
        This => CancelAsync(turn, ct),
        Undo => TakeBackAsync(turn, ct),
        _ => AskWhichAsync(turn, ct),
    };

    private async Task AskWhichAsync(Turn turn, CancellationToken ct)
    {
        var mine = await seats.UpcomingAsync(turn.Person.Id, turn.Now, ct);
        turn.Say(mine.Count == 0
            ? BookingTexts.NoBookings
            : new Reply(BookingTexts.CancelWhich, [.. mine.Select(r => new Choice(BookingTexts.LabelOf(r), Called, This, $"{r.Id}"))]));
    }

    private async Task CancelAsync(Turn turn, CancellationToken ct)
    {
        var id = Guid.Parse(turn.Value);
        var mine = await seats.FindAsync(turn.Person.Id, id, ct);
        if (mine is null || !await seats.CancelAsync(id, turn.Now, ct))
        {
            turn.Say(BookingTexts.AlreadyEnded);
            return;
        }

        var undo = new Choice(BookingTexts.UndoLabel, Called, Undo, $"{id}");
        turn.Say(BookingTexts.Cancelled(mine, await timetable.PlaceOfAsync(mine.SessionId, ct), undo), MessageKind.Booking).KeepFor(mine.Mark);
    }

    /// <summary>The same half hour again, if it still has a seat.</summary>
    private async Task TakeBackAsync(Turn turn, CancellationToken ct)
    {
        var mine = await seats.FindAsync(turn.Person.Id, Guid.Parse(turn.Value), ct);
        if (mine is not { State: ReservationState.Cancelled, EndedAt: { } ended } || turn.Now > ended + Reservation.UndoLasts)
        {
            turn.Say(BookingTexts.UndoTooLate);
            return;
        }

        switch (await seats.HoldAsync(turn.Person.Id, mine.SlotId, turn.Now, ct))
        {
            case HoldOutcome.Held(var hold) when await seats.ConfirmAsync(turn.Person.Id, hold.Id, turn.Now, ct) is { } booked:
                turn.Say(BookingTexts.Booked(booked, await timetable.PlaceOfAsync(booked.SessionId, ct)), MessageKind.Booking)
                    .KeepFor(booked.Mark);
                break;
            case HoldOutcome.AlreadyYours(var other):
                turn.Say(BookingTexts.AlreadyYours(other, await timetable.PlaceOfAsync(other.SessionId, ct)));
                break;
            default:
                turn.Say(await menus.InsteadOfAsync(BookSlot.Called, mine.Slot!, BookingTexts.Full(mine.Slot!), "", turn.Now, ct));
                break;
        }
    }
}
