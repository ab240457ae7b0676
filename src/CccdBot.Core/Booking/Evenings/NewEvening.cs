using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking.Evenings;

/// <summary>"/buoimoi": what someone answers whose evening was called off or moved.</summary>
internal sealed class NewEvening(SeatBook seats, SlotMenus menus, Displacing displacing, Displaced displaced, MyBookings mine) : ITopic
{
    public const string Called = "/buoimoi";
    public const string Other = "other";
    public const string Suits = "suits";

    public string Command => Called;

    public string Title => EveningTexts.Title;

    public bool IsListed => false;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case Choice.Yes:
                TakeKept(turn);
                break;
            case Other:
                TakeOther(turn);
                break;
            case Choice.No:
                GiveUp(turn);
                break;
            case Suits:
                Stay(turn);
                break;
            default:
                mine.Show(turn, seats.Upcoming(turn.Person.Id, turn.Now));
                break;
        }

        return Task.CompletedTask;
    }

    private void TakeKept(Turn turn)
    {
        var kept = Guid.Parse(turn.Value);
        if (seats.Find(turn.Person.Id, kept) is { } taken && taken.State.IsAhead())
        {
            turn.Say(BookingTexts.AlreadyYours(taken));
        }
        else if (seats.Confirm(turn.Person.Id, kept, turn.Now) is { } booked)
        {
            displaced.AnsweredWith(kept, DisplacedOutcome.Rebooked, turn.Now);
            SayBooked(turn, booked);
        }
        else
        {
            turn.Say(menus.OfferPlaces(BookSlot.Called, "", turn.Now) with { Text = EveningTexts.KeptIsOver });
        }
    }

    /// <summary>One of the other half hours that were named with the kept one.</summary>
    private void TakeOther(Turn turn)
    {
        var (slotId, about) = SlotMenus.Chosen(turn.Value);
        var gone = AskedWith(turn, Guid.Parse(about));
        if (gone.Count == 0)
        {
            turn.Say(BookingTexts.AlreadyEnded);
            return;
        }

        var wanted = new WhoAndWhat([.. gone.Select(old => old.PersonId)], gone[0].Service);
        var outcome = seats.Hold(wanted.People, slotId, turn.Now, service: wanted.Service);
        if (outcome is HoldOutcome.Held(var hold) && seats.Confirm(turn.Person.Id, hold.Id, turn.Now) is { } booked)
        {
            gone.ForEach(old => displaced.Answered(old.Id, DisplacedOutcome.Rebooked, turn.Now));
            SayBooked(turn, booked);
            return;
        }

        turn.Say(menus.InsteadOf(outcome, BookSlot.Called, wanted.Written(turn), turn.Now, wanted.People.Count, wanted.Service));
    }

    private void GiveUp(Turn turn)
    {
        foreach (var old in AskedWith(turn, Guid.Parse(turn.Value)))
        {
            seats.Cancel(old.Id, Doing.Of(turn.Person.Id, StepReason.CannotCome), turn.Now);
            displaced.Answered(old.Id, DisplacedOutcome.GaveUp, turn.Now);
        }

        turn.Say(EveningTexts.GivenUp);
    }

    private void Stay(Turn turn)
    {
        var id = Guid.Parse(turn.Value);
        if (seats.Find(turn.Person.Id, id) is not { } moved || !moved.State.IsAhead())
        {
            turn.Say(BookingTexts.AlreadyEnded);
            return;
        }

        displaced.Answered(id, DisplacedOutcome.Stayed, turn.Now);
        seats.NoteComing(turn.Person.Id, id, turn.Now);
        turn.Say(BookingTexts.SeeYouThere(moved)).KeepFor(moved.Mark);
    }

    /// <summary>Of a family that came together one may have to come again: the others have nothing to do with it.</summary>
    private List<Appointment> AskedWith(Turn turn, Guid id)
    {
        var party = seats.PartyOf(turn.Person.Id, id);
        return party.FindAll(old => displacing.IsAsked(old.Id)) is { Count: > 0 } asked ? asked : party;
    }

    private void SayBooked(Turn turn, Appointment booked) =>
        turn.Say(BookingTexts.Booked(seats.PartyOf(turn.Person.Id, booked.Id)), MessageKind.Booking).KeepFor(booked.Mark);
}
