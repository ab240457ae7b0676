using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking;

/// <summary>"/doilich": another half hour for a seat already booked; the old seat is given back only when the new one is sure.</summary>
internal sealed class MoveBooking(SeatBook seats, Timetable timetable, SlotMenus menus) : ITopic
{
    public const string Called = "/doilich";
    public const string This = "this";
    public const string Undo = "undo";

    private const string Confirm = "confirm";
    private const string Stay = "stay";

    public string Command => Called;

    public string Title => BookingTexts.MoveTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct) => turn.Step switch
    {
        This => OfferEveningsAsync(turn, turn.Value, ct),
        SlotMenus.Places => OfferAsync(turn, menus.PlacesAsync(Called, turn.Value, turn.Now, ct)),
        SlotMenus.Evenings => OfferAsync(turn, menus.EveningsAsync(Called, turn.Value, turn.Now, ct)),
        SlotMenus.Times => OfferAsync(turn, menus.TimesAsync(Called, turn.Value, turn.Now, ct)),
        SlotMenus.Hold => HoldAsync(turn, ct),
        Confirm => ConfirmAsync(turn, ct),
        Stay => StayAsync(turn, ct),
        Undo => MoveBackAsync(turn, ct),
        _ => AskWhichAsync(turn, ct),
    };

    private static async Task OfferAsync(Turn turn, Task<Reply> menu) => turn.Say(await menu);

    private async Task AskWhichAsync(Turn turn, CancellationToken ct)
    {
        var mine = await seats.UpcomingAsync(turn.Person.Id, turn.Now, ct);
        switch (mine)
        {
            case []:
                turn.Say(BookingTexts.NoBookings);
                break;
            case [var only]:
                await OfferEveningsAsync(turn, $"{only.Id}", ct);
                break;
            default:
                turn.Say(new Reply(
                    BookingTexts.MoveWhich, [.. mine.Select(r => new Choice(BookingTexts.LabelOf(r), Called, This, $"{r.Id}"))]));
                break;
        }
    }

    private async Task OfferEveningsAsync(Turn turn, string reservationId, CancellationToken ct)
    {
        var mine = await seats.FindAsync(turn.Person.Id, Guid.Parse(reservationId), ct);
        if (mine is not { State: ReservationState.Booked })
        {
            turn.Say(BookingTexts.AlreadyEnded);
            return;
        }

        var place = await timetable.PlaceOfAsync(mine.SessionId, ct);
        turn.Say(await menus.EveningsAsync(Called, $"{place.Code}|0|{reservationId}", turn.Now, ct));
    }

    private async Task HoldAsync(Turn turn, CancellationToken ct)
    {
        var (slotId, about) = SlotMenus.Held(turn.Value);
        var old = await seats.FindAsync(turn.Person.Id, Guid.Parse(about), ct);
        if (old is not { State: ReservationState.Booked })
        {
            turn.Say(BookingTexts.AlreadyEnded);
            return;
        }

        if (old.SlotId == slotId)
        {
            turn.Say(BookingTexts.AlreadyYours(old, await timetable.PlaceOfAsync(old.SessionId, ct)));
            return;
        }

        turn.Say(await seats.HoldAsync(turn.Person.Id, slotId, turn.Now, ct, replaces: old.Id) switch
        {
            HoldOutcome.Held(var hold) => await QuestionAsync(turn, old, hold.Id, ct),
            HoldOutcome.AlreadyYours(var other) => BookingTexts.AlreadyYours(other, await timetable.PlaceOfAsync(other.SessionId, ct)),
            HoldOutcome.Full(var slot) => await menus.InsteadOfAsync(Called, slot, BookingTexts.Full(slot), about, turn.Now, ct),
            HoldOutcome.TooLate(var slot) => await menus.InsteadOfAsync(Called, slot, BookingTexts.TooLate(slot), about, turn.Now, ct),
            _ => await menus.PlacesAsync(Called, about, turn.Now, ct),
        });
    }

    private async Task<Reply> QuestionAsync(Turn turn, Reservation old, Guid holdId, CancellationToken ct)
    {
        var hold = (await seats.FindAsync(turn.Person.Id, holdId, ct))!;
        return new Reply(
            BookingTexts.MoveQuestion(old, hold, await timetable.PlaceOfAsync(hold.SessionId, ct)),
            new Choice(BookingTexts.MoveTitle, Called, Confirm, $"{holdId}"),
            new Choice(BookingTexts.StayLabel, Called, Stay, $"{holdId}"));
    }

    private async Task ConfirmAsync(Turn turn, CancellationToken ct)
    {
        var moved = await seats.ConfirmAsync(turn.Person.Id, Guid.Parse(turn.Value), turn.Now, ct);
        if (moved is null)
        {
            turn.Say(BookingTexts.MoveLapsed);
            return;
        }

        turn.Say(BookingTexts.Moved(moved, await timetable.PlaceOfAsync(moved.SessionId, ct)), MessageKind.Booking).KeepFor(moved.Mark);
    }

    private async Task StayAsync(Turn turn, CancellationToken ct)
    {
        await seats.LetGoAsync(Guid.Parse(turn.Value), turn.Now, ct);
        turn.Say(BookingTexts.Stayed);
    }

    /// <summary>Back to the half hour it came from, if that still has a seat.</summary>
    private async Task MoveBackAsync(Turn turn, CancellationToken ct)
    {
        var moved = await seats.FindAsync(turn.Person.Id, Guid.Parse(turn.Value), ct);
        if (moved is not { State: ReservationState.Booked, BookedAt: { } at, Replaces: { } oldId } || turn.Now > at + Reservation.UndoLasts)
        {
            turn.Say(BookingTexts.UndoTooLate);
            return;
        }

        var old = (await seats.FindAsync(turn.Person.Id, oldId, ct))!;
        var outcome = await seats.HoldAsync(turn.Person.Id, old.SlotId, turn.Now, ct, replaces: moved.Id);
        if (outcome is HoldOutcome.Held(var hold) && await seats.ConfirmAsync(turn.Person.Id, hold.Id, turn.Now, ct) is { } back)
        {
            turn.Say(BookingTexts.Moved(back, await timetable.PlaceOfAsync(back.SessionId, ct)), MessageKind.Booking).KeepFor(back.Mark);
            return;
        }

        turn.Say(await menus.InsteadOfAsync(Called, old.Slot!, BookingTexts.Full(old.Slot!), $"{moved.Id}", turn.Now, ct));
    }
}
