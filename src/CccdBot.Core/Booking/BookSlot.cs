using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;

namespace CccdBot.Core.Booking;

/// <summary>"/datlich": choose a place, an evening and a half hour, say a name, and the seat is kept.</summary>
internal sealed class BookSlot(SeatBook seats, SlotMenus menus, Household household, Homes homes, Timetable timetable, PastTalk past, VoicedEvenings voiced) : ITopic
{
    public const string Called = "/datlich";
    public const string Undo = "undo";
    public const string Other = "other";

    /// <summary>"I live in this village": what is kept for it is for them too.</summary>
    public const string Near = "near";

    private const string Name = "name";
    private const string AskService = "service";
    private const string TakeService = "service-is";

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
            case Other:
                AskForWhom(turn);
                break;
            case AskService:
                AskWhichService(turn);
                break;
            case TakeService:
                ChangeService(turn);
                break;
            case Near:
                LiveThere(turn);
                break;
            case Undo:
                UndoBooking(turn);
                break;
            default:
                turn.Say(menus.Offer(Called, turn) ?? menus.OfferPlaces(Called, "", turn.Now));
                break;
        }
    }

    /// <summary>Holds a seat for each of these and shows all of it back; who is new here is first told what is kept.</summary>
    public void HoldFor(Turn turn, IReadOnlyList<PersonId> people, long slotId, WishService? service = null)
    {
        switch (seats.Hold(people, slotId, turn.Now, service: service))
        {
            case HoldOutcome.Held held when !people.Contains(turn.Person.Id) || turn.Person is { HasConsented: true, Name: not null }:
                AskToConfirm(turn, PartyOf(turn, held.Appointment));
                break;
            case HoldOutcome.Held(var hold):
                AskName(turn, hold.Id, BookingTexts.ConsentAndName);
                break;
            case var refused:
                turn.Say(menus.InsteadOf(refused, Called, new WhoAndWhat(people, service).Written(turn), turn.Now, people.Count, service));
                break;
        }
    }

    /// <summary>Keeps a seat that is held already, or first asks for a name where none is known.</summary>
    public void Keep(Turn turn)
    {
        var hold = Guid.Parse(turn.Value);
        if (turn.Person.HasConsented && (turn.Person.Name is not null || seats.Find(turn.Person.Id, hold) is { For: not null }))
        {
            ConfirmSeat(turn);
        }
        else
        {
            AskName(turn, hold, BookingTexts.ConsentAndName);
        }
    }

    private void HoldSeat(Turn turn)
    {
        var (slotId, about) = SlotMenus.Chosen(turn.Value);
        var wanted = WhoAndWhat.Read(about, turn);
        HoldFor(turn, wanted.People, slotId, wanted.Service);
    }

    private void LiveThere(Turn turn)
    {
        var (slotId, about) = SlotMenus.Chosen(turn.Value);
        if (timetable.Find(slotId) is { } slot && homes.Say(turn.Person.Id, slot.PlaceCode))
        {
            HoldSeat(turn);
        }
        else
        {
            turn.Say(menus.OfferPlaces(Called, about, turn.Now));
        }
    }

    private void AskWhichService(Turn turn)
    {
        if (seats.Find(turn.Person.Id, Guid.Parse(turn.Value)) is { State: ReservationState.Held } hold)
        {
            turn.Say(BookingTexts.WhichService(
                hold.EveningDoes, service => new Choice(BookingTexts.NameOf(service), Called, TakeService, $"{hold.Id}|{service}")));
        }
        else
        {
            turn.Say(BookingTexts.HoldLapsed);
        }
    }

    /// <summary>Another kind of work needs another time: the same half hour, if the stations have it.</summary>
    private void ChangeService(Turn turn)
    {
        var parts = turn.Value.Split('|');
        var party = seats.PartyOf(turn.Person.Id, Guid.Parse(parts[0]));
        if (party is not [{ State: ReservationState.Held }, ..])
        {
            turn.Say(BookingTexts.HoldLapsed);
            return;
        }

        party.ForEach(seat => seats.LetGo(seat.Id, turn.Now, StepReason.ChoseOther));
        HoldFor(turn, [.. party.Select(seat => seat.PersonId)], party[0].SlotId, Enum.Parse<WishService>(parts[1]));
    }

    private static void AskName(Turn turn, Guid holdId, string question) => turn.Ask(
        Name, $"{holdId}", new Reply(question, new Choice(BookingTexts.NoConsent, Called, Choice.No, $"{holdId}")), Called);

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
            AskToConfirm(turn, PartyOf(turn, hold));
        }
        else
        {
            turn.Say(BookingTexts.HoldLapsed);
        }
    }

    /// <summary>One seat of one's own is its whole party and needs no name: it is not read again.</summary>
    private List<Appointment> PartyOf(Turn turn, Appointment seat) =>
        seat.PartyId is null && seat.PersonId == turn.Person.Id ? [seat] : seats.PartyOf(turn.Person.Id, seat.Id);

    private static void AskToConfirm(Turn turn, List<Appointment> party)
    {
        var (holdId, isForMe) = (party[0].Id, party is [{ For: null }]);
        var question = new Reply(
            BookingTexts.ConfirmQuestion(party, turn.Person.Name),
            [
                new Choice(turn.Person.HasConsented ? BookingTexts.Confirm : BookingTexts.ConsentAndConfirm, Called, Choice.Yes, $"{holdId}"),
                .. isForMe && turn.Person.HasConsented ? [new Choice(BookingTexts.ForOther, Called, Other, $"{holdId}")] : Array.Empty<Choice>(),
                .. party[0].EveningDoes.Kinds.Count > 1 ? [new Choice(BookingTexts.OtherService, Called, AskService, $"{holdId}")] : Array.Empty<Choice>(),
                new Choice(BookingTexts.DropIt, Called, Choice.No, $"{holdId}"),
            ]);
        if (turn.Person.HasConsented)
        {
            turn.Say(question);
        }
        else
        {
            // Seeing their name written down, people often type it again, better.
            turn.Ask(Name, $"{holdId}", question, Called);
        }
    }

    private void AskForWhom(Turn turn)
    {
        if (seats.Find(turn.Person.Id, Guid.Parse(turn.Value)) is { State: ReservationState.Held } hold)
        {
            seats.LetGo(hold.Id, turn.Now);
            ForWhom.Ask(turn, household, hold.SlotId, 1, hold.Service);
        }
        else
        {
            turn.Say(BookingTexts.HoldLapsed);
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
        turn.Say(voiced.WithVoices(BookingTexts.Booked(PartyOf(turn, booked)), booked.SessionId, turn.Now), MessageKind.Booking).KeepFor(booked.Mark);
    }

    private void DropSeat(Turn turn)
    {
        foreach (var hold in seats.PartyOf(turn.Person.Id, Guid.Parse(turn.Value)))
        {
            seats.LetGo(hold.Id, turn.Now);
        }

        seats.ForgetNeverBooked(turn.Person.Id);
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
        var party = seats.PartyOf(turn.Person.Id, Guid.Parse(turn.Value));
        if (party is not [{ BookedAt: { } at }, ..] || turn.Now > at + Reservation.UndoLasts)
        {
            turn.Say(BookingTexts.UndoTooLate);
            return;
        }

        var undone = party.Count(seat => seats.Cancel(seat.Id, Doing.Of(turn.Person.Id, StepReason.TakenBack), turn.Now));
        turn.Say(undone > 0 ? BookingTexts.BookingUndone : BookingTexts.AlreadyEnded, MessageKind.Booking);
    }
}
