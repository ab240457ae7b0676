using System.Globalization;
using CccdBot.Core.Channels;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>"/truc": an officer's own chat is linked, takes waiting questions, and speaks with the citizen until it is done.</summary>
internal sealed class OnDuty(CccdDb db, StaffChats chats, HelpDesk help, PastTalk past, AuditBook audit) : ITopic
{
    public const string Called = "/truc";
    public const string Take = "take";
    public const string Words = "words";
    public const string Done = "done";

    /// <summary>How the code travels in a link that opens the chat.</summary>
    public const string InLink = "truc-";

    /// <summary>More would fill the screen; the page shows them all.</summary>
    private const int MostShown = 5;

    /// <summary>What the officer should have read before the first word.</summary>
    private const int LinesShown = 6;

    public string Command => Called;

    public string Title => DutyTexts.OnTitle;

    public bool IsForStaff => true;

    public string? LinkBegins => InLink;

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Step.Length == 0 && turn.Text.Length > 0)
        {
            turn.Say(await chats.LinkAsync(turn.From, turn.Text, turn.Now, ct) ? DutyTexts.Linked : DutyTexts.WrongCode);
        }
        else if (await chats.WhoMayAsync(turn.From, Called, ct) is not null && await chats.FindAsync(turn.From, ct) is { } mine)
        {
            await ServeAsync(turn, mine, ct);
        }
        else
        {
            turn.Say(DutyTexts.ForStaffOnly);
        }
    }

    private Task ServeAsync(Turn turn, StaffChat mine, CancellationToken ct) => turn.Step switch
    {
        Take => TakeAsync(turn, mine, long.Parse(turn.Value, CultureInfo.InvariantCulture), ct),
        Done => FinishAsync(turn, mine, long.Parse(turn.Value, CultureInfo.InvariantCulture), ct),
        // Ended from the page in the same moment: then nobody is being answered here any more.
        Words when mine.Answering is { } talk => IsDone(turn.Text) ? FinishAsync(turn, mine, talk, ct) : SayAsync(turn, mine, talk, ct),
        _ => ShowWaitingAsync(turn, ct),
    };

    /// <summary>"Xong" may also be typed.</summary>
    private static bool IsDone(string text) => SmallTalk.Words(text) == "xong";

    private async Task TakeAsync(Turn turn, StaffChat mine, long request, CancellationToken ct)
    {
        switch (await help.TakeAsync(request, mine.StaffId, turn.Now, ct))
        {
            case TakeOutcome.Yours(var taken):
                Note(turn, mine, Take, request);
                await chats.AnswerAsync(turn.From, request, ct);
                Keep(turn.Say(DutyTexts.Taken(LinesOf(taken), request), MessageKind.ToStaff), request);
                break;
            case TakeOutcome.Anothers(var by):
                turn.Say(DutyTexts.Anothers(by));
                break;
            default:
                turn.Say(DutyTexts.Over);
                break;
        }
    }

    private async Task FinishAsync(Turn turn, StaffChat mine, long request, CancellationToken ct)
    {
        turn.TellElsewhere();
        var outcome = await help.EndAsync(request, mine.StaffId, turn.Now, ct);
        Note(turn, mine, Done, request);
        if (mine.Answering == request)
        {
            await chats.AnswerAsync(turn.From, null, ct);
        }

        turn.Say(outcome is TakeOutcome.Anothers(var by) ? DutyTexts.Anothers(by) : DutyTexts.Done);
    }

    private async Task SayAsync(Turn turn, StaffChat mine, long request, CancellationToken ct)
    {
        if (turn.Text.Length > HelpDesk.LongestWords)
        {
            turn.Say(DutyTexts.TooLong);
            return;
        }

        var open = await help.FindAsync(request, ct);
        if (open?.IsHeld(turn.Now) == true && await help.ReplyAsync(request, mine.StaffId, turn.Text, turn.Now, ct) is TakeOutcome.Yours)
        {
            Note(turn, mine, Words, request);
            turn.TellElsewhere();
            return;
        }

        await chats.AnswerAsync(turn.From, null, ct);
        turn.Say(open is null or { EndedAt: not null } ? DutyTexts.Over
            : open.IsHeld(turn.Now) ? DutyTexts.Anothers(await help.NameOfAsync(open.TakenBy, ct))
            : DutyTexts.Lapsed(request));
    }

    private async Task ShowWaitingAsync(Turn turn, CancellationToken ct)
    {
        var now = turn.Now;
        var waiting = await db.HelpRequests.AsNoTracking().Where(r => r.EndedAt == null && (r.HeldUntil == null || r.HeldUntil <= now))
            .OrderByDescending(r => r.Id).Take(MostShown).ToListAsync(ct);
        foreach (var request in waiting)
        {
            Keep(turn.Say(DutyTexts.Waiting(request.Text, request.Id), MessageKind.ToStaff), request.Id);
        }

        if (waiting.Count == 0)
        {
            turn.Say(DutyTexts.NobodyWaits);
        }
    }

    private void Note(Turn turn, StaffChat mine, string step, long request) =>
        audit.Note(mine.StaffId, $"chat {Called} {step}", HelpRequest.AboutOf(request), "", turn.Now);

    /// <summary>Its button stays good, and its words go when the citizen wants to be forgotten.</summary>
    private static void Keep(OutgoingMessage told, long request) => told.KeepFor(HelpRequest.AboutOf(request));

    private string LinesOf(HelpRequest taken)
    {
        var lines = string.Join('\n', past.Newest(taken.From, LinesShown).Select(line => $"{ConversationTexts.NameOf(line.Who)}: {line.Text}"));
        return lines.Length <= HelpDesk.LongestWords ? lines : lines[^HelpDesk.LongestWords..];
    }
}
