using System.Threading.Channels;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CccdBot.Core.Channels;

/// <summary>The postman's round for one channel: within its budget, in order for each chat, silent when told to be.</summary>
internal sealed partial class MailRound(
    IChannel channel, IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock, ILogger log)
{
    private const int MostInHand = 64;

    /// <summary>Without a ring it still looks so often: for what comes due later, and what a lost ring left lying.</summary>
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>What may not leave yet, because its second or its chat is full, is looked at again so soon.</summary>
    private static readonly TimeSpan LookForRoomAfter = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    private readonly Bell _bell = new();
    private readonly Channel<Ended> _ended = Channel.CreateUnbounded<Ended>(new() { SingleReader = true });

    private int _inHand;
    private int _failuresInARow;
    private DateTime _pausedUntil = DateTime.MinValue;
    private DateTime _backsOffUntil = DateTime.MinValue;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public void Ring() => _bell.Ring();

    public async Task RunAsync(CancellationToken stopping)
    {
        var recording = RecordAsync();
        await using var tick = clock.CreateTimer(_ => Ring(), null, LookAgainAfter, LookAgainAfter);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await GoRoundAsync(tick, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
            }
#pragma warning disable CA1031 // the round must be made again, whatever happened on this one
            catch (Exception broken)
#pragma warning restore CA1031
            {
                LogRoundBroken(broken, channel.Name);
                await Task.Delay(LookAgainAfter, clock, CancellationToken.None);
            }
        }

        await EmptyHandsAsync();
        _ended.Writer.Complete();
        await recording;
    }

    private async Task GoRoundAsync(ITimer tick, CancellationToken stopping)
    {
        await using var desk = scopes.CreateAsyncScope();
        var outbox = desk.ServiceProvider.GetRequiredService<Outbox>();
        while (true)
        {
            await _bell.WaitAsync(stopping);
            await GoAsync(outbox, tick);
        }
    }

    private async Task GoAsync(Outbox outbox, ITimer tick)
    {
        var most = MostInHand - _inHand;
        if (_pausedUntil > Now || _backsOffUntil > Now || most <= 0 || !outbox.AnyDue(channel.Name))
        {
            return;
        }

        var taken = await gate.RunAsync<Outbox, List<OutgoingMessage>>(pen => pen.TakeOut(channel, most));
        foreach (var message in taken)
        {
            Interlocked.Increment(ref _inHand);
            _ = DeliverAsync(message);
        }

        if (taken.Count > 0)
        {
            Ring();
        }
        else
        {
            tick.Change(LookForRoomAfter, LookAgainAfter);
        }
    }

    private async Task DeliverAsync(OutgoingMessage message)
    {
        var result = await TryAsync(message);
        _ended.Writer.TryWrite(new Ended(message, result));
    }

    private async Task<SendResult> TryAsync(OutgoingMessage message)
    {
        try
        {
            return await channel.SendAsync(message, CancellationToken.None);
        }
#pragma warning disable CA1031 // a channel that throws has told us nothing
        catch (Exception broken)
#pragma warning restore CA1031
        {
            LogChannelThrew(broken, message.Id, channel.Name);
            return new SendResult.Unknown(broken.GetType().Name);
        }
    }

    /// <summary>Writes down how tries ended, as many as there are, in one piece of writing.</summary>
    private async Task RecordAsync()
    {
        var together = new List<Ended>();
        while (await _ended.Reader.WaitToReadAsync())
        {
            together.Clear();
            while (_ended.Reader.TryRead(out var ended))
            {
                together.Add(ended);
            }

            await RecordAsync(together);
            foreach (var (message, result) in together)
            {
                Learn(message, result);
                Interlocked.Decrement(ref _inHand);
            }

            Ring();
        }
    }

    /// <summary>The end must be written even while the disk is full or the ledger locked; only a closing gate ends the trying.</summary>
    private async Task RecordAsync(List<Ended> together)
    {
        while (true)
        {
            try
            {
                await gate.RunAsync<Outbox>(pen => together.ForEach(ended => pen.Record(ended.Message, ended.Result)));
                return;
            }
            catch (ChannelClosedException)
            {
                return;
            }
#pragma warning disable CA1031 // whatever stands in the way, the rows must be written
            catch (Exception broken)
#pragma warning restore CA1031
            {
                LogNotRecorded(broken, together.Count, channel.Name);
                await Task.Delay(LookAgainAfter);
            }
        }
    }

    private void Learn(OutgoingMessage message, SendResult result)
    {
        if (result is SendResult.TryLater later)
        {
            Rest(later.After);
        }
        else
        {
            // The channel is there again: whoever failed a moment before need not keep the others waiting.
            (_failuresInARow, _backsOffUntil) = (0, DateTime.MinValue);
        }

        if (result is not SendResult.Sent)
        {
            LogNotDelivered(message.Id, channel.Name, result.GetType().Name, message.Tries);
        }
    }

    /// <summary>Nothing at all goes to this channel for a while: what it asked for, else 1, 2, 4 ... 60 seconds.</summary>
    private void Rest(TimeSpan? asked)
    {
        if (asked is { } silence)
        {
            _pausedUntil = Later(_pausedUntil, Now + silence);
        }
        else
        {
            var rest = TimeSpan.FromSeconds(Math.Min(LongestRest.TotalSeconds, Math.Pow(2, _failuresInARow++)));
            _backsOffUntil = Later(_backsOffUntil, Now + rest);
        }
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private async Task EmptyHandsAsync()
    {
        var patience = TimeSpan.FromSeconds(10);
        for (var waited = TimeSpan.Zero; _inHand > 0 && waited < patience; waited += TimeSpan.FromMilliseconds(50))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} on {Channel} not delivered: {Result} (try {Tries})")]
    private partial void LogNotDelivered(long messageId, string channel, string result, int tries);

    [LoggerMessage(Level = LogLevel.Error, Message = "The channel {Channel} threw over message {MessageId}")]
    private partial void LogChannelThrew(Exception broken, long messageId, string channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "How {Count} messages on {Channel} ended could not be written down")]
    private partial void LogNotRecorded(Exception broken, int count, string channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round for {Channel} broke off")]
    private partial void LogRoundBroken(Exception broken, string channel);

    private readonly record struct Ended(OutgoingMessage Message, SendResult Result);
}
