using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Crash;

/// <summary>A notice to many, sent by the real program, which is stopped in one way or another; the record of the fake server is the oracle.</summary>
public abstract class NoticeOnRealProgram : IAsyncLifetime
{
    protected const long FirstChat = 700_000;

    private static readonly DateTime Now = new(2026, 11, 26, 3, 0, 0, DateTimeKind.Utc);
    private static readonly NoticeDraft Words = new("Kính mời bà con đến nhà sinh hoạt cộng đồng tối thứ Bảy.", [], BookedOrNot.Everyone, HasButton: false, SendAt: null);

    /// <summary>By day, at whatever hour the test runs: notices do not ring at night.</summary>
    protected TimeSpan Ahead { get; } = ShiftedClock.UntilMorning;

    protected Ground Ground { get; private set; } = null!;

    protected FakeTelegram Telegram { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Ground = await Ground.NewAsync();
        Telegram = await FakeTelegram.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Telegram.DisposeAsync();
        await Ground.DisposeAsync();
    }

    protected static string PerSecond(int messages) => $"--Telegram:MessagesPerSecond={messages}";

    /// <summary>What reached a recipient.</summary>
    protected List<ApiCall> Sent() => [.. Telegram.Calls.Where(call => call.IsMessageCall && call.IsAccepted && call.ChatId >= FirstChat)];

    protected async Task<long> ApprovedAsync(int people)
    {
        await using var ledger = await Ledger.OpenAsync(ground: Ground);
        await ledger.Gate.RunAsync<CccdDb>(async db =>
        {
            for (var i = 0; i < people; i++)
            {
                var person = new Person { CreatedAt = Now };
                person.CallMe("Siu Lan");
                db.Add(person);
                db.Add(new ContactRoute { Channel = "telegram", Address = $"{FirstChat + i}", PersonId = person.Id });
            }

            await db.SaveChangesAsync();
        });
        return await ledger.Gate.RunAsync<NoticeDesk, long>(desk =>
        {
            var notice = desk.Write(Words, Guid.NewGuid(), Now);
            Assert.Equal(AskOutcome.Asked, desk.Ask(notice, 1, again: false, Now));
            Assert.Equal(ApproveOutcome.Approved, desk.Approve(notice, Words.Seal, Guid.NewGuid(), Now));
            return notice;
        });
    }

    protected async Task<bool> EndedAsync(long notice) => await Ground.NumberAsync($"SELECT COUNT(*) FROM notices WHERE id = {notice} AND ended_at IS NOT NULL") == 1;

    protected async Task<SortedDictionary<ReceiptState, long>> TallyAsync(long notice)
    {
        await using var ledger = await Ledger.OpenAsync(ground: Ground);
        return new(await ledger.Gate.RunAsync<NoticeDesk, Dictionary<ReceiptState, long>>(desk => desk.Tally(notice)));
    }
}
