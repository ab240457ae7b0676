using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;

namespace CccdBot.Core.Booking.Visits;

/// <summary>"/chuyendi": sign up for a trip to a far spot, say that one comes on its day, take a name off again.</summary>
internal sealed class JoinTrip(FarSpots spots, TripBook book, Household household) : ITopic
{
    public const string Called = "/chuyendi";
    public const string Spot = "spot";
    public const string Agree = "agree";
    public const string Who = "who";
    public const string Mine = "mine";
    public const string Come = "come";
    public const string Leave = "leave";

    private const string Name = "name";

    public string Command => Called;

    public string Title => TripTexts.Title;

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case Spot or Agree when spots.Find(turn.Value) is { } spot:
                AskWho(turn, spot);
                break;
            case Who or Name when spots.Find(turn.Value.Split('|')[0]) is { } spot:
                await TakeWhoAsync(turn, spot, ct);
                break;
            case Mine:
                turn.Say(TripTexts.Mine(await book.OfAsync(turn.Person.Id, ct)));
                break;
            case Come:
                await ComeAsync(turn, ct);
                break;
            case Leave:
                await LeaveAsync(turn, ct);
                break;
            case Choice.No:
                turn.Say(TripTexts.Dropped);
                break;
            default:
                await ShowAsync(turn, ct);
                break;
        }
    }

    private async Task ShowAsync(Turn turn, CancellationToken ct)
    {
        var underWay = await book.UnderWayAsync(ct);
        var all = spots.All.Select(spot => (spot, underWay.Find(trip => trip.Spot == spot.Code))).ToList();
        turn.Say(all.Count == 0 ? TripTexts.NoSpots : TripTexts.Spots(all, (await book.OfAsync(turn.Person.Id, ct)).Count > 0));
    }

    private void AskWho(Turn turn, FarSpot spot)
    {
        var known = household.Of(turn.Person.Id);
        if (turn.Step == Agree)
        {
            turn.Person.Consent(turn.Now);
        }
        else if (!turn.Person.HasConsented || known.Count == 0)
        {
            turn.Say(TripTexts.ConsentFirst(spot));
            return;
        }

        turn.Ask(Who, spot.Code, TripTexts.WhichPerson(spot, known.Select(member => member.Name)));
    }

    private async Task TakeWhoAsync(Turn turn, FarSpot spot, CancellationToken ct)
    {
        var written = turn.Text.Length > 0 ? turn.Text : turn.Value.Split('|', 2)[^1];
        if (turn.Step == Who && (written.Length == 0 || ForWhom.MeansMyself(written)))
        {
            await TakeMyselfAsync(turn, spot, ct);
        }
        else if (PersonName.Read(written) is not { } name)
        {
            turn.Ask(turn.Step, spot.Code, TripTexts.NameAgain);
        }
        else if (turn.Step == Name)
        {
            turn.Person.CallMe(name);
            await TakeMyselfAsync(turn, spot, ct);
        }
        else if (household.Take(turn.Person.Id, name, turn.Now) is { } member)
        {
            await JoinAsync(turn, spot, member.Id, member.Name, ct);
        }
        else
        {
            turn.Say(VisitTexts.HouseholdFull);
        }
    }

    private async Task TakeMyselfAsync(Turn turn, FarSpot spot, CancellationToken ct)
    {
        if (turn.Person.Name is { } name)
        {
            await JoinAsync(turn, spot, turn.Person.Id, name, ct);
        }
        else
        {
            turn.Ask(Name, spot.Code, TripTexts.WhatIsYourName);
        }
    }

    private async Task JoinAsync(Turn turn, FarSpot spot, PersonId who, string name, CancellationToken ct)
    {
        var joined = await book.JoinAsync(spot, turn.Person.Id, who, name, turn.Now, ct);
        if (joined.IsOpened)
        {
            turn.TellElsewhere();
        }

        turn.Say(TripTexts.Joined(joined.Trip, name, joined.IsNew), MessageKind.Booking);
    }

    private async Task ComeAsync(Turn turn, CancellationToken ct)
    {
        var seat = await book.ComeAsync(turn.Person.Id, Guid.Parse(turn.Value), ct);
        turn.Say(seat is null ? TripTexts.NotOnIt : TripTexts.Coming(seat));
    }

    private async Task LeaveAsync(Turn turn, CancellationToken ct)
    {
        var left = await book.LeaveAsync(turn.Person.Id, Guid.Parse(turn.Value), ct);
        turn.Say(left is null ? TripTexts.NotOnIt : TripTexts.Left(left), MessageKind.Booking);
    }
}
