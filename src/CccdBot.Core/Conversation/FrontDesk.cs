using System.Diagnostics;
using System.Threading.Channels;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CccdBot.Core.Conversation;

/// <summary>The one way in: lets messages in, and has them handled, each conversation in order, many side by side.</summary>
public sealed partial class FrontDesk(
    WriteGate gate, Postman postman, IServiceScopeFactory scopes, TimeProvider clock, ILogger<FrontDesk> log) : IDisposable
{
    /// <summary>A stumble is mostly over after a second, an outage after a minute; then a human must look.</summary>
    private static readonly TimeSpan[] TryAgainAfter = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60)];

    /// <summary>What still waits after this was let in by a node that has gone or has more than it can do, or failed before a stop.</summary>
    private static readonly TimeSpan LeftLyingAfter = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LooksAroundEvery = TimeSpan.FromSeconds(1);

    /// <summary>The chats that are being worked on, each with the number of messages to be handled in it.</summary>
    private readonly Dictionary<ChannelAddress, int> _lanes = [];
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Takes up what was waiting when the service last stopped. To be done before any channel opens.</summary>
    public async Task OpenAsync()
    {
        var lying = await gate.RunAsync<Inbox, List<(ChannelAddress, int)>>(inbox => inbox.Lying(Now));
        foreach (var (chat, waiting) in lying)
        {
            Ring(chat, waiting);
        }
    }

    /// <summary>Looks for what was left lying, by another node or by this one's last life, until it is stopped.</summary>
    public async Task LookAroundAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(LooksAroundEvery, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                LookAround();
            }
#pragma warning disable CA1031 // the ledger is out of reach for a while; the next look may see it
            catch (Exception away)
#pragma warning restore CA1031
            {
                LogCannotSee(away.GetType().Name);
            }
        }
    }

    /// <summary>Stores what is new; when the task ends it is on disk and may be acknowledged to the channel.</summary>
    /// <returns>How many of them were new.</returns>
    public async Task<int> ReceiveAsync(params IReadOnlyList<IncomingMessage> messages)
    {
        var fresh = await gate.RunAsync<Inbox, IReadOnlyList<IncomingMessage>>(inbox => inbox.Store(messages));
        foreach (var message in fresh)
        {
            Ring(message.From);
        }

        return fresh.Count;
    }

    /// <summary>The same for one message, with what the channel itself wants written: both are kept, or neither.</summary>
    public async Task ReceiveAsync<TClerk>(IncomingMessage message, Action<TClerk> together) where TClerk : notnull
    {
        var isNew = await gate.RunAsync<IServiceProvider, bool>(pens =>
        {
            together(pens.GetRequiredService<TClerk>());
            return pens.GetRequiredService<Inbox>().Store([message]).Count == 1;
        });
        if (isNew)
        {
            Ring(message.From);
        }
    }

    /// <summary>Staff ask for another try of a message that was set aside; false when it no longer is.</summary>
    public async Task<bool> TryAgainAsync(long messageId)
    {
        var message = await gate.RunAsync<Inbox, IncomingMessage?>(inbox => inbox.TakeUpAgain(messageId));
        if (message is not null)
        {
            Ring(message.From);
        }

        return message is not null;
    }

    /// <summary>Takes no further message in hand and waits for those that are; the rest stay in the inbox for the next start.</summary>
    public async Task CloseAsync(TimeSpan patience)
    {
        await _closing.CancelAsync();
        var patienceEnds = Stopwatch.GetTimestamp();
        while (Lanes > 0 && Stopwatch.GetElapsedTime(patienceEnds) < patience)
        {
            await Task.Delay(20);
        }
    }

    public void Dispose() => _closing.Dispose();

    private int Lanes
    {
        get
        {
            lock (_lanes)
            {
                return _lanes.Count;
            }
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private void LookAround()
    {
        using var desk = scopes.CreateScope();
        foreach (var (chat, waiting) in desk.ServiceProvider.GetRequiredService<Inbox>().Lying(Now - LeftLyingAfter))
        {
            if (!IsWorkedOn(chat))
            {
                Ring(chat, waiting);
            }
        }
    }

    private bool IsWorkedOn(ChannelAddress chat)
    {
        lock (_lanes)
        {
            return _lanes.ContainsKey(chat);
        }
    }

    private void Ring(ChannelAddress chat, int messages = 1)
    {
        lock (_lanes)
        {
            if (_lanes.TryGetValue(chat, out var more))
            {
                _lanes[chat] = more + messages;
                return;
            }

            _lanes[chat] = messages;
        }

        _ = WorkAsync(chat);
    }

    private async Task WorkAsync(ChannelAddress chat)
    {
        await Task.Yield();
        while (HasNext(chat))
        {
            await HandleAsync(chat);
        }
    }

    private bool HasNext(ChannelAddress chat)
    {
        lock (_lanes)
        {
            if (!_closing.IsCancellationRequested && _lanes[chat] > 0)
            {
                _lanes[chat]--;
                return true;
            }

            _lanes.Remove(chat);
            return false;
        }
    }

    private async Task HandleAsync(ChannelAddress chat)
    {
        while (true)
        {
            IncomingMessage? inHand = null;
            try
            {
                await HandleOnceAsync(chat, message => inHand = message);
                return;
            }
            catch (ChannelClosedException)
            {
                return;
            }
#pragma warning disable CA1031 // no message may stop the lane; it is tried again and then set aside
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (!await WaitToTryAgainAsync(chat, inHand, failure))
                {
                    return;
                }
            }
        }
    }

    private async Task HandleOnceAsync(ChannelAddress chat, Action<IncomingMessage> inHand)
    {
        var started = clock.GetTimestamp();
        var handled = await gate.RunAsync<Clerk, Handled?>(clerk => clerk.HandleNextAsync(chat, inHand, CancellationToken.None));
        if (handled is null)
        {
            return;
        }

        if (handled.IsHeardElsewhere)
        {
            postman.RingAll();
        }
        else if (handled.Replies > 0)
        {
            postman.Ring(chat.Channel);
        }

        var took = (long)clock.GetElapsedTime(started).TotalMilliseconds;
        LogTurn(handled.MessageId, chat.Channel, handled.Topic, handled.Replies, took);
    }

    /// <summary>False: the message was set aside, or the service is closing and it stays in the inbox.</summary>
    private async Task<bool> WaitToTryAgainAsync(ChannelAddress chat, IncomingMessage? inHand, Exception failure)
    {
        try
        {
            if (inHand is null)
            {
                LogNotReached(failure, chat.Channel);
                await Task.Delay(TryAgainAfter[0], clock, _closing.Token);
                return true;
            }

            LogTurnFailed(failure, inHand.Id, chat.Channel, inHand.Tries + 1);
            if (inHand.Tries >= TryAgainAfter.Length)
            {
                await SetAsideAsync(inHand);
                return false;
            }

            var pause = TryAgainAfter[inHand.Tries];
            await gate.RunAsync<Inbox>(inbox => inbox.NoteFailure(inHand, Now + pause));
            await Task.Delay(pause, clock, _closing.Token);
            return true;
        }
        catch (Exception gone) when (gone is OperationCanceledException or ChannelClosedException)
        {
            return false;
        }
#pragma warning disable CA1031 // the ledger itself cannot be written: the message stays waiting, and is tried again in a while
        catch (Exception ledger)
#pragma warning restore CA1031
        {
            LogNotReached(ledger, chat.Channel);
            await Task.Delay(TryAgainAfter[0], clock, CancellationToken.None);
            return !_closing.IsCancellationRequested;
        }
    }

    private async Task SetAsideAsync(IncomingMessage message)
    {
        await gate.RunAsync<Clerk>(clerk => clerk.SetAside(message));
        LogSetAside(message.Id, message.Channel);
        postman.Ring(message.Channel);
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Turn {MessageId} on {Channel}: {Topic}, {Replies} replies, {Milliseconds} ms")]
    private partial void LogTurn(long messageId, string channel, string topic, int replies, long milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {MessageId} on {Channel} failed (try {Tries})")]
    private partial void LogTurnFailed(Exception failure, long messageId, string channel, int tries);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger could not be reached for a turn on {Channel}")]
    private partial void LogNotReached(Exception failure, string channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was left lying cannot be seen: {Problem}")]
    private partial void LogCannotSee(string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} on {Channel} was set aside for staff")]
    private partial void LogSetAside(long messageId, string channel);
}
