using CccdBot.Core.Channels;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Outreach.Notices;

/// <summary>Tests of notices on their way to a village, by a clock the test holds.</summary>
public abstract class NoticeTests : VillageTests
{
    protected const long FirstChat = 700_000;

    /// <summary>See <see cref="SendPace"/>.</summary>
    protected const int BulkInWindow = 27;

    private static readonly TimeSpan PostTakesAtMost = TimeSpan.FromSeconds(2);

    protected static NoticeDraft Words { get; } =
        new("Kính mời bà con đến nhà sinh hoạt cộng đồng tối thứ Bảy để làm căn cước.", [], BookedOrNot.Everyone, HasButton: true, SendAt: null);

    protected DateTime Now => Village.Now();

    protected Task<long> DraftAsync(NoticeDraft draft) => DeskAsync(desk => desk.Write(draft, Guid.NewGuid(), Now));

    protected async Task<long> ApprovedAsync(NoticeDraft draft)
    {
        var notice = await DraftAsync(draft);
        await ApproveAsync(notice);
        return notice;
    }

    /// <summary>Someone asks for a second person, and one approves.</summary>
    protected async Task ApproveAsync(long notice)
    {
        var asked = await FindAsync(notice);
        Assert.Equal(AskOutcome.Asked, await DeskAsync(desk => desk.Ask(notice, asked.Version, again: false, Now)));
        Assert.Equal(ApproveOutcome.Approved, await DeskAsync(desk => desk.Approve(notice, asked.Draft.Seal, Guid.NewGuid(), Now)));
    }

    /// <summary>The clock goes on until all of it is accounted for, and never faster than the letters.</summary>
    protected Task EndsAsync(long notice) => Village.MovingOnAsync(
        TimeSpan.FromMilliseconds(500),
        async () =>
        {
            await LookAsync();
            await Eventually.UntilAsync(() => IsPostDoneAsync().GetAwaiter().GetResult(), PostTakesAtMost);
            return (await FindAsync(notice)).EndedAt is not null;
        },
        patience: TimeSpan.FromMinutes(Long.IsAsked ? 5 : 1));

    /// <summary>Nothing is on its way, and what still waits may not leave at this moment.</summary>
    private Task<bool> IsPostDoneAsync() => Village.Service.InLedgerAsync(async db =>
    {
        var now = Now;
        return !await db.OutgoingMessages.AnyAsync(message => message.State == OutgoingState.Sending)
            && (!await db.OutgoingMessages.AnyAsync(message => message.State == OutgoingState.Queued && message.NotBefore <= now)
                || await db.Set<ChannelRest>().AnyAsync(rest => rest.Until > now)
                || await db.Set<SendRound>().Where(round => round.CountsUntil > now).SumAsync(round => round.Messages) >= BulkInWindow);
    });

    protected Task LookAsync() => Village.Service.Services.GetRequiredService<NoticeRounds>().LookAsync();

    /// <summary>What Telegram was asked to hand to people, taken or not.</summary>
    protected List<ApiCall> Received() =>
        [.. Village.Telegram.Calls.Where(call => call.IsSend && call.Text?.StartsWith("Kính mời bà con", StringComparison.Ordinal) == true)];

    protected async Task<SortedDictionary<ReceiptState, long>> TallyAsync(long notice) => new(await DeskAsync(desk => desk.Tally(notice)));

    protected static SortedDictionary<ReceiptState, long> Sorted(params (ReceiptState State, long Count)[] all) => new(all.ToDictionary(one => one.State, one => one.Count));

    protected Task<Notice> FindAsync(long notice) => DeskAsync(desk => desk.Find(notice)!);

    protected Task<T> DeskAsync<T>(Func<NoticeDesk, T> act) => Village.Gate().RunAsync(act);

    protected Task PeopleAsync(int withChat, int withoutChat = 0) => Village.Gate().RunAsync<CccdDb>(async db =>
    {
        for (var i = 0; i < withChat + withoutChat; i++)
        {
            var person = new Person { CreatedAt = Now };
            person.CallMe($"Siu Lan {i}");
            db.Add(person);
            if (i < withChat)
            {
                db.Add(new ContactRoute { Channel = "telegram", Address = $"{FirstChat + i}", PersonId = person.Id });
            }
        }

        await db.SaveChangesAsync();
    });
}
