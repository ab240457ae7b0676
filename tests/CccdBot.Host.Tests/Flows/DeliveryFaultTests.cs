using CccdBot.Core.Channels;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Flows;

/// <summary>Telegram says no, says nothing, or is not there: nothing is lost, and nobody hears a thing three times.</summary>
public sealed class DeliveryFaultTests : VillageTests
{
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task After_a_429_nobody_is_written_to_until_it_is_over_and_then_everybody()
    {
        var citizens = Enumerable.Range(0, 10).Select(_ => Village.NewCitizen()).ToList();
        Village.Telegram.Faults = FirstSend(new Fault.TooManyRequests(7));
        Village.Telegram.Text(citizens[0].Chat, "/start");
        await Village.LedgerShowsAsync(db => db.OutgoingMessages.AnyAsync(m => m.Problem == "429"));
        var over = Village.Clock.GetUtcNow().AddSeconds(7);
        Village.Clock.Advance(AMoment);

        citizens[1..].ForEach(citizen => Village.Telegram.Text(citizen.Chat, "/start"));
        await Village.LedgerShowsAsync(async db => await db.OutgoingMessages.CountAsync() == citizens.Count);
        await Village.MovingOnAsync(AMoment, () => Task.FromResult(Village.Clock.GetUtcNow() + AMoment >= over));
        var triedMeanwhile = Village.Telegram.Calls.Count(call => call.IsSend) - 1;
        await AllAreAsync(OutgoingState.Sent, citizens.Count);

        Assert.Equal(0, triedMeanwhile);
        Assert.Equal(0, Village.Telegram.CallsInsideForbiddenWindow);
        Assert.All(citizens, citizen => Assert.Single(Accepted(citizen)));
    }

    [Fact]
    public async Task A_refused_message_is_not_tried_again_and_the_talk_goes_on()
    {
        var lan = Village.NewCitizen();
        Village.Telegram.Faults = FirstSend(new Fault.BadRequest("Bad Request: can't parse entities"));
        Village.Telegram.Text(lan.Chat, "/start");
        await AllAreAsync(OutgoingState.Refused, count: 1);
        Village.Clock.Advance(TimeSpan.FromMinutes(5));

        var told = await lan.SaysAsync("/lichcuatoi");

        Assert.Contains("chưa có lịch nào", told.Text, StringComparison.Ordinal);
        Assert.Equal(2, Village.Telegram.CallsTo(lan.Chat).Count);
    }

    public static TheoryData<Fault> AcceptedButNotSaidSo =>
        [new Fault.ServerErrorAfterAccepting(), new Fault.DropAfterAccepting(), new Fault.HalfBody()];

    [Theory]
    [MemberData(nameof(AcceptedButNotSaidSo))]
    public async Task What_was_taken_without_a_word_is_said_at_most_twice(Fault fault)
    {
        var lan = Village.NewCitizen();
        Village.Telegram.Faults = call => call.ChatId == lan.Chat && call.IsSend ? fault : null;
        Village.Telegram.Text(lan.Chat, "/start");
        await AllAreAsync(OutgoingState.Unknown, count: 1);
        Village.Telegram.Faults = null;
        Village.Clock.Advance(TimeSpan.FromMinutes(2));

        await Village.NewCitizen().SaysAsync("/start");

        Assert.Equal(2, Accepted(lan).Count);
    }

    [Theory]
    [MemberData(nameof(AcceptedButNotSaidSo))]
    public async Task An_edit_taken_without_a_word_is_made_again_without_harm(Fault fault)
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync("/start");
        var isFirst = true;
        Village.Telegram.Faults = call => call.Method == "editMessageText" && Once(ref isFirst) ? fault : null;

        lan.Press("Đặt lịch tối");
        await AllAreAsync(OutgoingState.Sent, count: 2);

        Assert.Contains("làm ở đâu", lan.Screen.Text, StringComparison.Ordinal);
        Assert.Single(Village.Telegram.CallsTo(lan.Chat), call => call.IsSend);
    }

    [Fact]
    public async Task A_request_dropped_before_it_was_taken_is_made_again_and_heard_once()
    {
        var lan = Village.NewCitizen();
        Village.Telegram.Faults = FirstSend(new Fault.DropBefore());

        Village.Telegram.Text(lan.Chat, "/start");
        await AllAreAsync(OutgoingState.Sent, count: 1);

        Assert.Single(Accepted(lan));
    }

    public static TheoryData<Fault> Troubles =>
    [
        new Fault.TooManyRequests(3), new Fault.DropBefore(), new Fault.DropAfterAccepting(), new Fault.ServerErrorAfterAccepting(),
        new Fault.BadGatewayHtml(),
    ];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Whatever_happens_to_the_first_the_later_ones_come_after_it(Fault fault)
    {
        var lan = Village.NewCitizen();
        Village.Telegram.Faults = FirstSend(fault);

        Village.Telegram.Text(lan.Chat, "/start");
        Village.Telegram.Text(lan.Chat, "/lichcuatoi");
        Village.Telegram.Text(lan.Chat, "/datlich");
        await AllAreAsync(OutgoingState.Sent, count: 3);

        string[] beginnings = ["Chào bà con", "Bà con chưa có", "Bà con muốn"];
        var order = Accepted(lan).Select(call => Array.FindIndex(beginnings, call.Text!.StartsWith)).ToList();
        Assert.Equal(order.Order(), order);
        Assert.Equal([0, 1, 2], order.Distinct());
    }

    [Fact]
    public async Task A_try_that_cannot_be_written_down_is_not_made_and_comes_after_the_ledger_is_well_again()
    {
        var lan = Village.NewCitizen();
        await Village.Service.Ground.BreakAsync("UPDATE ON outgoing_messages", when: "NEW.state = 'Sending'");
        Village.Telegram.Text(lan.Chat, "/start");
        await Village.LedgerShowsAsync(db => db.OutgoingMessages.AnyAsync());
        await Village.Clock.SomeoneWaitsAsync(AMoment);
        await Village.Clock.SomeoneWaitsAsync(AMoment);
        var callsBefore = Village.Telegram.CallsTo(lan.Chat).Count;

        await Village.Service.Ground.MendAsync();
        await AllAreAsync(OutgoingState.Sent, count: 1);

        Assert.Equal(0, callsBefore);
        Assert.Single(Accepted(lan));
    }

    private static Func<ApiCall, Fault?> FirstSend(Fault fault)
    {
        var isFirst = true;
        return call => call.IsSend && Once(ref isFirst) ? fault : null;
    }

    private static bool Once(ref bool isFirst) => Interlocked.Exchange(ref isFirst, false);

    private List<ApiCall> Accepted(Citizen citizen) =>
        [.. Village.Telegram.CallsTo(citizen.Chat).Where(call => call.IsMessageCall && call.IsAccepted)];

    private Task AllAreAsync(OutgoingState state, int count) => Village.MovingOnAsync(
        AMoment, () => Village.Service.InLedgerAsync(async db => await db.OutgoingMessages.CountAsync(m => m.State == state) == count));
}
