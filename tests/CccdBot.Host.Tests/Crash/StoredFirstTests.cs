using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Crash;

/// <summary>A message is confirmed to Telegram only when it is on disk: a crash in between must not lose it.</summary>
public sealed class StoredFirstTests
{
    [Fact]
    public async Task As_long_as_nothing_can_be_written_no_update_is_confirmed_and_then_it_is_answered()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var service = await RunningService.StartAsync(telegram);
        await Citizen.New(telegram).SaysAsync("/start");
        await using var other = await service.Ground.HoldAsync();
        var lan = Citizen.New(telegram);
        telegram.Text(lan.Chat, "/start");

        // Long enough for many polls, had the first one been taken for done.
        await Task.Delay(1000);
        var unconfirmed = telegram.PendingUpdates;
        await other.CloseAsync();

        Assert.Equal(1, unconfirmed);
        Assert.Contains("máy trả lời tự động", (await lan.HearsAsync()).Text, StringComparison.Ordinal);
    }
}
