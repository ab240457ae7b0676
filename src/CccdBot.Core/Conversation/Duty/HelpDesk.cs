using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>Where citizens who need a human being and the officers on duty are brought together; the bot keeps silent meanwhile.</summary>
public sealed class HelpDesk(CccdDb db, Outbox outbox, Dialogues dialogues, StaffChats chats)
{
    /// <summary>After the officer's last word; then the bot answers again, so that nobody is left without an answer.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);

    /// <summary>With the line above it a text still fits into one message of Telegram.</summary>
    public const int LongestWords = 3500;

    /// <summary>A citizen asks for a person: a request that waits, or more words for the one that is open in this chat.</summary>
    public async Task AskAsync(Turn turn, string question, CancellationToken ct)
    {
        turn.TellElsewhere();
        if (await OpenInAsync(turn.From, ct) is not { } open)
        {
            var request = new HelpRequest
            {
                PersonId = turn.Person.Id,
                Channel = turn.From.Channel,
                Address = turn.From.Address,
                Text = question,
                AskedAt = turn.Now,
            };
            db.Add(request);
            await db.SaveChangesAsync(ct);
            await TellOfficersAsync(request.Id, turn.From, question, turn.Now, ct);
        }
        else if (open.IsHeld(turn.Now))
        {
            await TellHolderAsync(open, question, turn.Now, ct);
        }
        else
        {
            await AskAgainAsync(open, question, turn.Now, ct);
        }
    }

    /// <summary>Brings the citizen's words to the officer who has the conversation in hand; true when the citizen is to be told so.</summary>
    /// <param name="isAnswered">The bot answers them too, as the officer has not spoken yet.</param>
    public async Task<bool> BringAsync(ChannelAddress from, string words, bool isAnswered, DateTime now, CancellationToken ct)
    {
        if (await OpenInAsync(from, ct) is not { } request)
        {
            return false;
        }

        await TellHolderAsync(request, words, now, ct);
        return !isAnswered && await db.HelpRequests.Where(r => r.Id == request.Id && r.AcknowledgedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.AcknowledgedAt, now), ct) > 0;
    }

    /// <summary>Takes the request in hand, or keeps it there; of two officers one is first.</summary>
    public async Task<TakeOutcome> TakeAsync(long id, Guid officer, DateTime now, CancellationToken ct)
    {
        var taken = await FreeFor(id, officer, now).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.TakenBy, officer).SetProperty(r => r.HeldUntil, now + Silence), ct);
        var outcome = await OutcomeAsync(id, taken, ct);
        if (outcome is TakeOutcome.Yours(var request))
        {
            dialogues.Hold(request.From, now + Silence);
            outbox.CallBack(HelpRequest.AboutOf(id), MessageKind.Duty);
        }

        return outcome;
    }

    /// <summary>Sends the officer's words to the citizen's chat; from now on the bot is silent there.</summary>
    public async Task<TakeOutcome> ReplyAsync(long id, Guid officer, string words, DateTime now, CancellationToken ct)
    {
        var outcome = await TakeAsync(id, officer, now, ct);
        if (outcome is TakeOutcome.Yours(var request))
        {
            dialogues.Silence(request.From, now, now + Silence);
            outbox.Add(OutgoingMessage.For(request.From, MessageKind.FromStaff, ConversationTexts.FromStaff(IdNumbers.Mask(words)), now));
        }

        return outcome;
    }

    /// <summary>The request is dealt with; the bot speaks again.</summary>
    public async Task<TakeOutcome> EndAsync(long id, Guid officer, DateTime now, CancellationToken ct)
    {
        var ended = await FreeFor(id, officer, now).ExecuteUpdateAsync(set => set.SetProperty(r => r.EndedAt, now), ct);
        var outcome = await OutcomeAsync(id, ended, ct);
        if (outcome is TakeOutcome.Yours(var request))
        {
            await chats.LeaveAsync(id, ct);
            outbox.CallBack(HelpRequest.AboutOf(id), MessageKind.Duty);
            if (dialogues.Release(request.From, now))
            {
                outbox.Add(OutgoingMessage.For(request.From, MessageKind.FromStaff, ConversationTexts.OfficerDone, now));
            }
        }

        return outcome;
    }

    public Task<HelpRequest?> FindAsync(long id, CancellationToken ct) => db.HelpRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct);

    /// <summary>What the others call this officer.</summary>
    public async Task<string> NameOfAsync(Guid? officer, CancellationToken ct)
    {
        var staff = db.StaffMembers;
        return await staff.Where(s => s.Id == officer).Select(s => s.Name).FirstOrDefaultAsync(ct) ?? DutyTexts.SomeOfficer;
    }

    /// <summary>Nobody else has it in hand, or has been silent for so long that another may step in.</summary>
    private IQueryable<HelpRequest> FreeFor(long id, Guid officer, DateTime now) => db.HelpRequests.Where(
        r => r.Id == id && r.EndedAt == null && (r.TakenBy == null || r.TakenBy == officer || r.HeldUntil <= now));

    private async Task<TakeOutcome> OutcomeAsync(long id, int changed, CancellationToken ct)
    {
        var request = await FindAsync(id, ct);
        return (changed, request) switch
        {
            ( > 0, { } mine) => new TakeOutcome.Yours(mine),
            (_, null) or (_, { EndedAt: not null }) => new TakeOutcome.Ended(),
            _ => new TakeOutcome.Anothers(await NameOfAsync(request.TakenBy, ct)),
        };
    }

    private Task<HelpRequest?> OpenInAsync(ChannelAddress chat, CancellationToken ct)
    {
        var (channel, address) = (chat.Channel, chat.Address);
        return db.HelpRequests.AsNoTracking().Where(r => r.EndedAt == null && r.Channel == channel && r.Address == address)
            .OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>It waits, or waits again because its officer went away without an end.</summary>
    private async Task AskAgainAsync(HelpRequest open, string question, DateTime now, CancellationToken ct)
    {
        var all = $"{open.Text}\n{question}";
        var words = all.Length <= LongestWords ? all : question;
        await db.HelpRequests.Where(r => r.Id == open.Id).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Text, words).SetProperty(r => r.TakenBy, (Guid?)null).SetProperty(r => r.HeldUntil, (DateTime?)null), ct);
        await TellOfficersAsync(open.Id, open.From, question, now, ct);
    }

    private async Task TellOfficersAsync(long id, ChannelAddress from, string question, DateTime now, CancellationToken ct)
    {
        foreach (var chat in await chats.OthersThanAsync(from, ct))
        {
            Tell(chat, id, MessageKind.Duty, DutyTexts.Waiting(Cut(question), id), now);
        }
    }

    private async Task TellHolderAsync(HelpRequest request, string words, DateTime now, CancellationToken ct)
    {
        foreach (var chat in await chats.AnsweringAsync(request.Id, ct))
        {
            Tell(chat, request.Id, MessageKind.ToStaff, DutyTexts.CitizenSays(Cut(words), request.Id), now);
        }
    }

    private void Tell(ChannelAddress chat, long id, MessageKind kind, Reply reply, DateTime now)
    {
        var told = OutgoingMessage.For(chat, kind, reply, now);
        told.KeepFor(HelpRequest.AboutOf(id));
        outbox.Add(told);
    }

    private static string Cut(string words) => words.Length <= LongestWords ? words : words[..LongestWords];
}
