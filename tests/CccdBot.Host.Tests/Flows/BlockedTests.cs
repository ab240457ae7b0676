using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Flows;

/// <summary>Citizens who no longer want to hear from us, and those who come back.</summary>
public sealed class BlockedTests : VillageTests
{
    [Fact]
    public async Task Who_blocks_us_is_written_down_and_nothing_more_is_tried_there()
    {
        var lan = Village.NewCitizen();
        await AskForAHumanAsync(lan);
        Village.Telegram.Blocked(lan.Chat);
        await ClosedAsync(lan, isClosed: true);
        var callsBefore = Village.Telegram.CallsTo(lan.Chat).Count;

        await AnswerAsync();
        await Village.MovingOnAsync(TimeSpan.FromSeconds(1), async () => (await StatesAsync(MessageKind.FromStaff)) is [OutgoingState.Refused]);

        Assert.Equal(callsBefore, Village.Telegram.CallsTo(lan.Chat).Count);
    }

    [Fact]
    public async Task Who_unblocks_us_is_written_to_again()
    {
        var lan = Village.NewCitizen();
        await AskForAHumanAsync(lan);
        Village.Telegram.Blocked(lan.Chat);
        await ClosedAsync(lan, isClosed: true);
        Village.Telegram.Unblocked(lan.Chat);
        await ClosedAsync(lan, isClosed: false);

        await AnswerAsync();
        var told = await lan.HearsAsync();

        Assert.Contains("Cán bộ nhắn bà con", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_403_closes_the_chat_in_one_attempt()
    {
        var lan = Village.NewCitizen();
        await AskForAHumanAsync(lan);
        Village.Telegram.Faults = call => call.ChatId == lan.Chat ? new Fault.Forbidden() : null;
        var callsBefore = Village.Telegram.CallsTo(lan.Chat).Count;

        await AnswerAsync();
        await ClosedAsync(lan, isClosed: true);
        Village.Clock.Advance(TimeSpan.FromMinutes(5));
        await Village.NewCitizen().SaysAsync("/start");

        Assert.Equal(callsBefore + 1, Village.Telegram.CallsTo(lan.Chat).Count);
        Assert.Equal([OutgoingState.Refused], await StatesAsync(MessageKind.FromStaff));
    }

    [Fact]
    public async Task A_chat_closed_by_a_403_opens_when_its_citizen_writes()
    {
        var lan = Village.NewCitizen();
        await AskForAHumanAsync(lan);
        Village.Telegram.Faults = call => call.ChatId == lan.Chat ? new Fault.Forbidden() : null;
        await AnswerAsync();
        await ClosedAsync(lan, isClosed: true);
        Village.Telegram.Faults = null;

        var told = await lan.SaysAsync("/start");

        Assert.StartsWith("Chào bà con", told.Text, StringComparison.Ordinal);
        await ClosedAsync(lan, isClosed: false);
    }

    private static async Task AskForAHumanAsync(Citizen citizen)
    {
        await citizen.SaysAsync("/gapnguoi");
        await citizen.SaysAsync("Xin cán bộ gọi lại");
    }

    private async Task AnswerAsync()
    {
        var now = Village.Clock.GetUtcNow().UtcDateTime;
        var request = Assert.Single(await Village.AllAsync(db => db.HelpRequests.AsNoTracking()));
        await Village.Service.Services.GetRequiredService<WriteGate>()
            .RunAsync<HelpDesk, TakeOutcome>(desk => desk.ReplyAsync(request.Id, Guid.NewGuid(), "Cán bộ nghe đây.", now, CancellationToken.None));
        Village.Service.Services.GetRequiredService<Postman>().RingAll();
    }

    private Task ClosedAsync(Citizen citizen, bool isClosed)
    {
        var address = $"{citizen.Chat}";
        return Village.LedgerShowsAsync(async db => await db.ClosedAddresses.AnyAsync(c => c.Address == address) == isClosed);
    }

    private Task<List<OutgoingState>> StatesAsync(MessageKind kind) =>
        Village.AllAsync(db => db.OutgoingMessages.Where(m => m.Kind == kind).Select(m => m.State));
}
