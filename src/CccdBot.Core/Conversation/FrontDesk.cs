using System.Diagnostics;
using System.Threading.Channels;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CccdBot.Core.Conversation;

/// <summary>The one way in: lets messages in, and has them handled, each conversation in order, many side by side.</summary>
public sealed partial class FrontDesk(WriteGate gate, Postman postman, TimeProvider clock, ILogger<FrontDesk> log) : IDisposable
{
    /// <summary>A stumble is mostly over after a second, an outage after a minute; then a human must look.</summary>
    private static readonly TimeSpan[] TryAgainAfter = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60)];

    private readonly Dictionary<ChannelAddress, Queue<IncomingMessage>> _lanes = [];
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Takes up what was waiting when the service last stopped. To be done before any channel opens.</summary>
    public async Task OpenAsync()
    {
        var waiting = await gate.RunAsync<Inbox, IReadOnlyList<IncomingMessage>>(inbox => inbox.Waiting());
        foreach (var message in waiting)
        {
            Queue(message);
        }
    }

    /// <summary>Stores what is new; when the task ends it is on disk and may be acknowledged to the channel.</summary>
    /// <returns>How many of them were new.</returns>
    public async Task<int> ReceiveAsync(params IReadOnlyList<IncomingMessage> messages)
    {
        var fresh = await gate.RunAsync<Inbox, IReadOnlyList<IncomingMessage>>(inbox => inbox.Store(messages));
        foreach (var message in fresh)
        {
            Queue(message);
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
            Queue(message);
        }
    }

    /// <summary>Staff ask for another try of a message that was set aside; false when it no longer is.</summary>
    public async Task<bool> TryAgainAsync(long messageId)
    {
        var message = await gate.RunAsync<Inbox, IncomingMessage?>(inbox => inbox.TakeUpAgain(messageId));
        if (message is not null)
        {
            Queue(message);
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

    private void Queue(IncomingMessage message)
    {
        lock (_lanes)
        {
            if (_lanes.TryGetValue(message.From, out var lane))
            {
                lane.Enqueue(message);
                return;
            }

            _lanes[message.From] = lane = new Queue<IncomingMessage>([message]);
            _ = WorkAsync(message.From, lane);
        }
    }

    private async Task WorkAsync(ChannelAddress from, Queue<IncomingMessage> lane)
    {
        await Task.Yield();
        while (Next(from, lane) is { } message)
        {
            await HandleAsync(message);
        }
    }

    private IncomingMessage? Next(ChannelAddress from, Queue<IncomingMessage> lane)
    {
        lock (_lanes)
        {
            if (!_closing.IsCancellationRequested && lane.TryDequeue(out var message))
            {
                return message;
            }

            _lanes.Remove(from);
            return null;
        }
    }

    private async Task HandleAsync(IncomingMessage message)
    {
        while (true)
        {
            try
            {
                await HandleOnceAsync(message);
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
                if (!await WaitToTryAgainAsync(message, failure))
                {
                    return;
                }
            }
        }
    }

    private async Task HandleOnceAsync(IncomingMessage message)
    {
        var started = clock.GetTimestamp();
        var handled = await gate.RunAsync<Clerk, Handled?>(clerk => clerk.HandleAsync(message, CancellationToken.None));
        if (handled is null)
        {
            return;
        }

        if (handled.Replies > 0)
        {
            postman.Ring(message.Channel);
        }

        var took = (long)clock.GetElapsedTime(started).TotalMilliseconds;
        LogTurn(message.Id, message.Channel, handled.Topic, handled.Replies, took);
    }

    /// <summary>False: the message was set aside, or the service is closing and it stays in the inbox.</summary>
    private async Task<bool> WaitToTryAgainAsync(IncomingMessage message, Exception failure)
    {
        LogTurnFailed(failure, message.Id, message.Channel, message.Tries + 1);
        try
        {
            if (message.Tries >= TryAgainAfter.Length)
            {
                await SetAsideAsync(message);
                return false;
            }

            await gate.RunAsync<Inbox>(inbox => inbox.CountTry(message));
            await Task.Delay(TryAgainAfter[message.Tries - 1], clock, _closing.Token);
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
            LogTurnFailed(ledger, message.Id, message.Channel, message.Tries);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} on {Channel} was set aside for staff")]
    private partial void LogSetAside(long messageId, string channel);
}
