using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking.Visits;

/// <summary>"/tainha": ask that officers come to the house of someone old, disabled or ill; see how far it has come; take it back.</summary>
internal sealed class AskVisit(VisitBook book, Household household, VillageOf villages, DutyPost duty) : ITopic
{
    public const string Called = "/tainha";
    public const string New = "new";
    public const string Agree = "agree";
    public const string Who = "who";
    public const string Need = "need";
    public const string Home = "home";
    public const string Day = "day";
    public const string Enough = "enough";
    public const string Withdraw = "withdraw";

    private const string Name = "name";

    /// <summary>More would not fit on one small screen.</summary>
    private const int MostShown = 3;

    /// <summary>Days beyond are offered by the officers, not asked for.</summary>
    private const int DaysOffered = 6;

    /// <summary>Less says no way to a house.</summary>
    private const int ShortestHome = 5;

    public string Command => Called;

    public string Title => VisitTexts.Title;

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case Choice.Yes:
                await SendAsync(turn, VisitForm.Read(turn.Value), ct);
                break;
            case Withdraw:
                await WithdrawAsync(turn, ct);
                break;
            case "" when await book.OfAsync(turn.Person.Id, MostShown, ct) is { Count: > 0 } mine:
                turn.Say(VisitTexts.Mine(mine));
                break;
            default:
                Go(turn);
                break;
        }
    }

    /// <summary>What is kept is told before the first question.</summary>
    /// <param name="kin">Who is meant, as a sentence has named them.</param>
    public static void Begin(Turn turn, string? kin = null) => turn.Say(VisitTexts.ConsentFirst(kin ?? ""));

    private void Go(Turn turn)
    {
        switch (turn.Step)
        {
            case Agree:
                turn.Person.Consent(turn.Now);
                AskWho(turn, VisitTexts.WhichPerson);
                break;
            case Who or Name:
                TakeWho(turn);
                break;
            case Need:
                turn.Ask(Home, turn.Value, VisitTexts.WhereIsIt);
                break;
            case Home:
                TakeHome(turn);
                break;
            case Day:
                AskDays(turn, VisitForm.Read(turn.Value));
                break;
            case Enough:
                turn.Say(VisitTexts.Confirm(VisitForm.Read(turn.Value)));
                break;
            case Choice.No:
                turn.Say(VisitTexts.Dropped);
                break;
            default:
                Begin(turn);
                break;
        }
    }

    /// <summary>One tap for oneself, for who has been named before, and for who was meant in the sentence.</summary>
    private void AskWho(Turn turn, string question)
    {
        var named = household.Of(turn.Person.Id).Select(member => member.Name)
            .Concat(turn.Step == Agree && turn.Value.Length > 0 ? [turn.Value] : []).DistinctBy(VietnameseText.Fold);
        turn.Ask(Who, "", VisitTexts.Who(question, named));
    }

    private void TakeWho(Turn turn)
    {
        var written = turn.Text.Length > 0 ? turn.Text : turn.Value;
        if (turn.Step == Who && (written.Length == 0 || ForWhom.MeansMyself(written)))
        {
            TakeMyself(turn);
        }
        else if (PersonName.Read(written) is not { } name)
        {
            turn.Ask(turn.Step, "", VisitTexts.NameAgain);
        }
        else if (turn.Step == Name)
        {
            turn.Person.CallMe(name);
            TakeMyself(turn);
        }
        else if (IsOneTooMany(turn.Person.Id, name))
        {
            turn.Say(VisitTexts.HouseholdFull);
        }
        else
        {
            turn.Say(VisitTexts.WhyAtHome(new VisitForm(Name: name)));
        }
    }

    private static void TakeMyself(Turn turn)
    {
        if (turn.Person.Name is { } name)
        {
            turn.Say(VisitTexts.WhyAtHome(new VisitForm(IsMine: true, name)));
        }
        else
        {
            turn.Ask(Name, "", VisitTexts.WhatIsYourName);
        }
    }

    private bool IsOneTooMany(PersonId keeper, string name)
    {
        var known = household.Of(keeper);
        return known.Count >= Household.Most && !known.Exists(member => VietnameseText.Fold(member.Name) == VietnameseText.Fold(name));
    }

    private static void TakeHome(Turn turn)
    {
        var home = string.Join(' ', turn.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (home.Length is < ShortestHome or > HomeVisit.LongestHome)
        {
            turn.Ask(Home, turn.Value, VisitTexts.HomeAgain);
        }
        else
        {
            AskDays(turn, VisitForm.Read(turn.Value) with { Home = home });
        }
    }

    private static void AskDays(Turn turn, VisitForm form)
    {
        var tomorrow = VietnamTime.DateOf(turn.Now).AddDays(1);
        var left = Enumerable.Range(0, DaysOffered).Select(tomorrow.AddDays).Except(HomeVisit.ReadDays(form.Days)).ToList();
        turn.Say(left.Count == 0 ? VisitTexts.Confirm(form) : VisitTexts.WhichDays(form, left));
    }

    private async Task SendAsync(Turn turn, VisitForm form, CancellationToken ct)
    {
        if ((form.IsMine ? turn.Person.Id : household.Take(turn.Person.Id, form.Name, turn.Now)?.Id) is not { } who)
        {
            turn.Say(VisitTexts.HouseholdFull);
            return;
        }

        var (visit, isNew) = await book.AskAsync(VisitOf(turn, form, who), ct);
        if (isNew)
        {
            await duty.TellAsync(VisitTexts.SomeoneAsks, turn.Now, ct);
            turn.TellElsewhere();
        }

        turn.Say(isNew ? VisitTexts.Sent : VisitTexts.AlreadyAsked(visit), MessageKind.Booking);
    }

    private HomeVisit VisitOf(Turn turn, VisitForm form, PersonId who) => new()
    {
        PersonId = turn.Person.Id,
        ForId = who,
        Name = form.Name,
        Need = form.Need,
        Home = form.Home,
        Village = villages.Read(form.Home, turn.Now),
        GoodDays = form.Days,
        State = VisitState.Asked,
        Because = VisitReason.Asked,
        Version = 1,
        AskedAt = turn.Now,
        ChangedAt = turn.Now,
    };

    private async Task WithdrawAsync(Turn turn, CancellationToken ct)
    {
        var id = Guid.Parse(turn.Value);
        var mine = await book.OfAsync(turn.Person.Id, int.MaxValue, ct);
        var isGone = mine.Find(visit => visit.Id == id) is { } visit && await book.WithdrawAsync(visit, VisitReason.WentAway, turn.Now, ct);
        turn.TellElsewhere();
        turn.Say(isGone ? VisitTexts.Withdrawn : VisitTexts.OverAlready, MessageKind.Booking);
    }
}
