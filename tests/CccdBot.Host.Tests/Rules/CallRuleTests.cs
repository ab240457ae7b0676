using System.Reflection;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Host.Tests.Rules;

/// <summary>Who may call what: nobody but the postman sends, and nobody looks at the machine's own clock.</summary>
public sealed class CallRuleTests
{
    private static readonly Type[] Ours = [.. typeof(CccdDb).Assembly.GetTypes(), .. typeof(House).Assembly.GetTypes()];

    [Fact]
    public void Nobody_but_the_postman_on_his_round_hands_a_message_to_a_channel() =>
        Assert.Equal(["MailRound"], SendersIn(Ours).Select(type => type.Name));

    [Fact]
    public void Nobody_but_the_telegram_channel_writes_to_a_telegram_chat() =>
        Assert.Equal(["TelegramChannel"], WritersToTelegramIn(Ours).Select(type => type.Name));

    [Fact]
    public void Nobody_looks_at_the_machines_own_clock() => Assert.Empty(ClockWatchersIn(Ours));

    [Fact]
    public void Nobody_sleeps_on_a_thread() => Assert.Empty(SleepersIn(Ours));

    [Fact]
    public void Canary_a_topic_that_sends_by_itself_and_looks_at_the_clock_is_seen()
    {
        Type[] types = [typeof(Impatient), .. typeof(Impatient).GetNestedTypes(BindingFlags.NonPublic)];

        Assert.Equal([typeof(Impatient)], SendersIn(types));
        Assert.Equal([typeof(Impatient)], ClockWatchersIn(types));
        Assert.Equal([typeof(Impatient)], SleepersIn(types));
    }

    private static IEnumerable<Type> SendersIn(Type[] types) => CallersIn(
        types, called => called.Name == nameof(IChannel.SendAsync) && typeof(IChannel).IsAssignableFrom(called.DeclaringType));

    private static IEnumerable<Type> WritersToTelegramIn(Type[] types) => CallersIn(
        types,
        called => called.DeclaringType?.Namespace?.StartsWith("Telegram.Bot", StringComparison.Ordinal) == true
            && (called.Name.StartsWith("SendMessage", StringComparison.Ordinal) || called.Name.StartsWith("EditMessage", StringComparison.Ordinal)));

    private static IEnumerable<Type> ClockWatchersIn(Type[] types) => CallersIn(
        types,
        called => (called.DeclaringType == typeof(DateTime) || called.DeclaringType == typeof(DateTimeOffset))
            && called.Name is "get_Now" or "get_UtcNow" or "get_Today");

    private static IEnumerable<Type> SleepersIn(Type[] types) =>
        CallersIn(types, called => called.DeclaringType == typeof(Thread) && called.Name == nameof(Thread.Sleep));

    private static IEnumerable<Type> CallersIn(Type[] types, Func<MethodBase, bool> isMeant) =>
        CodeReader.CallsIn(types).Where(call => isMeant(call.Called)).Select(call => call.Caller).Distinct()
            .Select(type => type == typeof(CallRuleTests) ? typeof(Impatient) : type);

    /// <summary>All that must not be done, in an async method and a lambda.</summary>
    private sealed class Impatient(IChannel channel)
    {
        public async Task SayAtOnceAsync(OutgoingMessage message)
        {
            Func<DateTime> now = () => DateTime.UtcNow;
            Thread.Sleep(now() > message.CreatedAt ? 1 : 0);
            await channel.SendAsync(message, CancellationToken.None);
        }
    }
}
