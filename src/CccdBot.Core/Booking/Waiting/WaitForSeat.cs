using System.Globalization;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking.Waiting;

/// <summary>"/chocho": stand in the line of a full evening, look how far one has come, leave it; and say yes or no to a freed seat.</summary>
internal sealed class WaitForSeat(WaitingLine line, SeatBook seats, BookSlot book, Timetable timetable, SlotMenus menus) : ITopic
{
    public const string Called = "/chocho";
    public const string Join = "join";
    public const string As = "as";
    public const string Leave = "leave";

    public string Command => Called;

    public string Title => WaitingTexts.Title;

    /// <summary>The button below "full" that leads into the line.</summary>
    /// <param name="slotId">The half hour wished for; null for any of that evening.</param>
    /// <param name="about">Who comes and what for, as the menus carry it.</param>
    public static Choice Offer(long sessionId, long? slotId, string about) => new(WaitingTexts.WaitLabel, Called, Join, $"{sessionId}|{slotId}|{about}");

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case Join:
                AskPriority(turn);
                break;
            case As:
                StandInLine(turn);
                break;
            case Leave:
                GoAway(turn);
                break;
            case Choice.Yes:
                TakeSeat(turn);
                break;
            case Choice.No:
                PassOn(turn);
                break;
            default:
                turn.Say(WaitingTexts.Mine(line.Of(turn.Person.Id)));
                break;
        }

        return Task.CompletedTask;
    }

    private void AskPriority(Turn turn)
    {
        if (!turn.Person.WantsReminders)
        {
            turn.Say(WaitingTexts.MessagesAreOff);
            return;
        }

        turn.Say(Refusal(turn, Wish.Read(turn)) ?? WaitingTexts.WhichPriority(turn.Value));
    }

    private void StandInLine(Turn turn)
    {
        var wish = Wish.Read(turn);
        if (Refusal(turn, wish) is { } refusal)
        {
            turn.Say(refusal);
            return;
        }

        line.Join(turn.Person.Id, wish.For.People, wish.SessionId, wish.SlotId, wish.Priority, turn.Now, wish.For.Service);
        turn.Say(WaitingTexts.Mine([.. line.Of(turn.Person.Id).Where(standing => standing.SessionId == wish.SessionId)]), MessageKind.Booking);
    }

    /// <summary>Who has a seat that evening, or evenings enough, or comes for what it does not do, would only keep a freed seat from others.</summary>
    private Reply? Refusal(Turn turn, Wish wish)
    {
        var booked = seats.Upcoming(turn.Person.Id, turn.Now).FindAll(mine => wish.For.People.Contains(mine.PersonId));
        return booked.Find(mine => mine.SessionId == wish.SessionId) is { } already ? BookingTexts.AlreadyYours(already)
            : booked.CountBy(mine => mine.PersonId).Any(of => of.Value >= SeatBook.MostAhead) ? BookingTexts.Enough(booked)
            : wish.For.Service is { } work && timetable.FirstOf(wish.SessionId) is { } evening && !evening.Services.Does(work)
                ? menus.InsteadOf(new HoldOutcome.OtherWork(evening, work), BookSlot.Called, wish.For.Written(turn), turn.Now, wish.For.People.Count)
            : null;
    }

    private void GoAway(Turn turn)
    {
        var (id, mine) = (Guid.Parse(turn.Value), line.Of(turn.Person.Id));
        var gone = mine.Find(standing => standing.EntryId == id) is { } meant
            ? mine.FindAll(meant.IsWith).Count(one => line.Change(one.EntryId, WaitingState.Waiting, WaitingState.Left, WaitingHand.Citizen, WaitingReason.WentAway, turn.Now))
            : 0;
        turn.Say(gone > 0
            ? WaitingTexts.Gone
            : WaitingTexts.Mine(line.Of(turn.Person.Id)));
    }

    private void TakeSeat(Turn turn)
    {
        var hold = Guid.Parse(turn.Value);
        switch (line.OfferedWith(turn.Person.Id, hold), seats.Find(turn.Person.Id, hold))
        {
            case ({ State: WaitingState.Offered }, { State: ReservationState.Held }) when seats.IsHeld(hold, turn.Now):
                book.Keep(turn);
                if (seats.Find(turn.Person.Id, hold) is { } taken && taken.State.IsAhead())
                {
                    OfferedWith(turn, hold).ForEach(one =>
                        line.Change(one.EntryId, WaitingState.Offered, WaitingState.Taken, WaitingHand.Citizen, WaitingReason.Accepted, turn.Now));
                }

                break;
            case (_, { } mine) when mine.State.IsAhead():
                turn.Say(BookingTexts.AlreadyYours(mine));
                break;
            default:
                turn.Say(WaitingTexts.OfferOver(Again(turn, OfferedWith(turn, hold))));
                break;
        }
    }

    private void PassOn(Turn turn)
    {
        var hold = Guid.Parse(turn.Value);
        var offered = OfferedWith(turn, hold);
        var declined = offered.FindAll(one => line.Change(one.EntryId, WaitingState.Offered, WaitingState.Left, WaitingHand.Citizen, WaitingReason.Declined, turn.Now));
        if (declined.Count == 0)
        {
            turn.Say(WaitingTexts.OfferOver(Again(turn, offered)));
            return;
        }

        declined.ForEach(one => seats.LetGo(one.Hold!.Value, turn.Now));
        turn.Say(WaitingTexts.PassedOn(Again(turn, offered)));
    }

    /// <summary>The places in the line for which this seat, and those held together with it, were offered.</summary>
    private List<Standing> OfferedWith(Turn turn, Guid hold) =>
        [.. seats.PartyOf(turn.Person.Id, hold).Select(seat => line.OfferedWith(turn.Person.Id, seat.Id)).OfType<Standing>()];

    private static Choice[] Again(Turn turn, List<Standing> offered) => offered is [var first, ..]
        ? [Offer(first.SessionId, first.SlotId, new WhoAndWhat([.. offered.Select(one => one.Comer)], first.Service).Written(turn))]
        : [];

    /// <summary>What the buttons carry from "full" to the place in the line.</summary>
    private sealed record Wish(long SessionId, long? SlotId, WhoAndWhat For, WaitingPriority Priority)
    {
        public static Wish Read(Turn turn)
        {
            var parts = turn.Value.Split('|');
            return new Wish(
                long.Parse(parts[0], CultureInfo.InvariantCulture),
                parts[1].Length > 0 ? long.Parse(parts[1], CultureInfo.InvariantCulture) : null,
                WhoAndWhat.Read(parts[2], turn),
                parts.Length > 3 ? Enum.Parse<WaitingPriority>(parts[3]) : WaitingPriority.None);
        }
    }
}
