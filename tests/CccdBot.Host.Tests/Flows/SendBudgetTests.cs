using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Flows;

public sealed class SendBudgetTests
{
    private const int Crowd = 60;

    [Fact]
    public async Task A_crowd_that_starts_at_once_is_answered_without_a_single_refusal()
    {
        await using var telegram = await FakeTelegram.StartAsync(new() { EnforcesLimits = true });
        await using var service = await RunningService.StartAsync(telegram);
        var crowd = Enumerable.Range(0, Crowd).Select(_ => Citizen.New(telegram)).ToList();

        var told = await Task.WhenAll(crowd.Select(citizen => citizen.SaysAsync("/start")));

        Assert.All(told, screen => Assert.StartsWith("Chào bà con", screen.Text, StringComparison.Ordinal));
        Assert.Equal(0, telegram.RefusedForRate);
        Assert.Empty(telegram.Violations);
    }

    [Fact]
    public async Task One_who_types_faster_than_a_chat_may_be_written_to_gets_every_answer_without_a_refusal()
    {
        await using var telegram = await FakeTelegram.StartAsync(new() { EnforcesLimits = true });
        await using var service = await RunningService.StartAsync(telegram);
        var lan = Citizen.New(telegram);
        for (var i = 0; i < 8; i++)
        {
            telegram.Text(lan.Chat, "/start");
        }

        for (var i = 0; i < 8; i++)
        {
            await lan.HearsAsync();
        }

        Assert.Equal(0, telegram.RefusedForRate);
        Assert.Empty(telegram.Violations);
    }
}
