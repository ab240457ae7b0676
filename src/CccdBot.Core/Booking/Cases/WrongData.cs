using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking.Cases;

/// <summary>"/saidulieu": something is recorded wrongly; a case is opened, and the seat stays.</summary>
internal sealed class WrongData(CaseDesk cases, SeatBook seats) : ITopic
{
    public const string Called = "/saidulieu";

    private const string What = "what";

    public string Command => Called;

    public string Title => CasesTexts.Title;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case What when CitizenText.Clean(turn.Text) is { Length: > 2 and <= DataCase.LongestClaim } claim:
                var due = cases.Open(turn.Person.Id, IdNumbers.Mask(claim), turn.Now);
                turn.Say(CasesTexts.Opened(IdNumbers.Mask(claim), due, seats.Upcoming(turn.Person.Id, turn.Now)), MessageKind.Booking);
                break;
            case What:
                Ask(turn, CasesTexts.InOneSentence);
                break;
            case Choice.No:
                turn.Say(cases.Withdraw(turn.Person.Id, turn.Now) ? CasesTexts.Withdrawn : CasesTexts.NothingOpen);
                break;
            default:
                Ask(turn, cases.DueOf(turn.Person.Id) is { } open ? CasesTexts.StillOpen(open) : CasesTexts.WhatIsWrong);
                break;
        }

        return Task.CompletedTask;
    }

    private static void Ask(Turn turn, string question) => turn.Ask(What, "", new Reply(question, new Choice(CasesTexts.NothingWrong, Called, Choice.No)));
}
