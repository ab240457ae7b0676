using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking;

/// <summary>"/datlich": choose a place, an evening and a half hour, say a name, and the seat is kept.</summary>
internal sealed class BookSlot(SeatBook seats, Timetable timetable, SlotMenus menus, PastTalk past) : ITopic
{
    public const string Called = "/datlich";
    public const string Undo = "undo";

    private const string Name = "name";
    private const string Confirm = "confirm";
    private const string Drop = "drop";

    public string Command => Called;

    public string Title => BookingTexts.BookTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct) => turn.Step switch
    {
        SlotMenus.Evenings => OfferAsync(turn, menus.EveningsAsync(Called, turn.Value, turn.Now, ct)),
        SlotMenus.Times => OfferAsync(turn, menus.TimesAsync(Called, turn.Value, turn.Now, ct)),
        SlotMenus.Hold => HoldAsync(turn, ct),
        Name => TakeNameAsync(turn, ct),
        Confirm => ConfirmAsync(turn, ct),
        Drop => DropAsync(turn, ct),
        Undo => UndoAsync(turn, ct),
        _ => OfferAsync(turn, menus.PlacesAsync(Called, "", turn.Now, ct)),
    };

    private static async Task OfferAsync(Turn turn, Task<Reply> menu) => turn.Say(await menu);

    private async Task HoldAsync(Turn turn, CancellationToken ct)
    {
        var (slotId, _) = SlotMenus.Held(turn.Value);
        switch (await seats.HoldAsync(turn.Person.Id, slotId, turn.Now, ct))
        {
            case HoldOutcome.Held(var hold):
                await AskNextAsync(turn, hold.Id, ct);
                break;
            case HoldOutcome.AlreadyYours(var mine):
                turn.Say(BookingTexts.AlreadyYours(mine, await timetable.PlaceOfAsync(mine.SessionId, ct)));
                break;
            case HoldOutcome.Full(var slot):
                turn.Say(await menus.InsteadOfAsync(Called, slot, BookingTexts.Full(slot), "", turn.Now, ct));
                break;
            case HoldOutcome.TooLate(var slot):
                turn.Say(await menus.InsteadOfAsync(Called, slot, BookingTexts.TooLate(slot), "", turn.Now, ct));
                break;
            default:
                turn.Say(await menus.PlacesAsync(Called, "", turn.Now, ct));
                break;
        }
    }

    private async Task AskNextAsync(Turn turn, Guid holdId, CancellationToken ct)
    {
        if (turn.Person is { HasConsented: true, Name: not null })
        {
            await AskToConfirmAsync(turn, holdId, ct);
        }
        else
        {
            AskName(turn, holdId, BookingTexts.ConsentAndName);
        }
    }

    private static void AskName(Turn turn, Guid holdId, string question) => turn.Ask(
        Name, $"{holdId}", new Reply(question, new Choice(BookingTexts.NoConsent, Called, Drop, $"{holdId}")));

    private async Task TakeNameAsync(Turn turn, CancellationToken ct)
    {
        var name = PersonName.Read(turn.Text);
        if (name is null)
        {
            AskName(turn, Guid.Parse(turn.Value), BookingTexts.NameAgain);
            return;
        }

        turn.Person.CallMe(name);
        await AskToConfirmAsync(turn, Guid.Parse(turn.Value), ct);
    }

    private async Task AskToConfirmAsync(Turn turn, Guid holdId, CancellationToken ct)
    {
        if (await seats.FindAsync(turn.Person.Id, holdId, ct) is not { State: ReservationState.Held } hold)
        {
            turn.Say(BookingTexts.HoldLapsed);
            return;
        }

        var place = await timetable.PlaceOfAsync(hold.SessionId, ct);
        turn.Say(new Reply(
            BookingTexts.ConfirmQuestion(hold, place, turn.Person.Name!),
            new Choice(turn.Person.HasConsented ? BookingTexts.Confirm : BookingTexts.ConsentAndConfirm, Called, Confirm, $"{holdId}"),
            new Choice(BookingTexts.DropIt, Called, Drop, $"{holdId}")));
    }

    private async Task ConfirmAsync(Turn turn, CancellationToken ct)
    {
        var booked = await seats.ConfirmAsync(turn.Person.Id, Guid.Parse(turn.Value), turn.Now, ct);
        if (booked is null)
        {
            turn.Say(BookingTexts.HoldLapsed);
            return;
        }

        turn.Person.Consent(turn.Now);
        var place = await timetable.PlaceOfAsync(booked.SessionId, ct);
        turn.Say(BookingTexts.Booked(booked, place), MessageKind.Booking).KeepFor(booked.Mark);
    }

    private async Task DropAsync(Turn turn, CancellationToken ct)
    {
        await seats.LetGoAsync(Guid.Parse(turn.Value), turn.Now, ct);
        if (!turn.Person.HasConsented)
        {
            turn.Person.Forget();
            await past.BlankAsync(turn.From, ct);
        }

        turn.Say(BookingTexts.Dropped);
    }

    private async Task UndoAsync(Turn turn, CancellationToken ct)
    {
        var id = Guid.Parse(turn.Value);
        var booked = await seats.FindAsync(turn.Person.Id, id, ct);
        if (booked?.BookedAt is not { } bookedAt || turn.Now > bookedAt + Reservation.UndoLasts)
        {
            turn.Say(BookingTexts.UndoTooLate);
            return;
        }

        turn.Say(await seats.CancelAsync(id, turn.Now, ct) ? BookingTexts.BookingUndone : BookingTexts.AlreadyEnded, MessageKind.Booking);
    }
}
