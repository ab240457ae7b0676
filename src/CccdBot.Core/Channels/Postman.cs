using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CccdBot.Core.Channels;

/// <summary>The only one who sends: takes what lies in the outbox to its channel and writes down how it ended.</summary>
public sealed class Postman
{
    private readonly IReadOnlyDictionary<string, MailRound> _rounds;

    public Postman(
        IEnumerable<IChannel> channels, IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock, ILogger<Postman> log) =>
        _rounds = channels.ToDictionary(channel => channel.Name, channel => new MailRound(channel, scopes, gate, clock, log));

    /// <summary>Something new lies in the outbox for this channel.</summary>
    public void Ring(string channel)
    {
        if (_rounds.TryGetValue(channel, out var round))
        {
            round.Ring();
        }
    }

    public void RingAll()
    {
        foreach (var round in _rounds.Values)
        {
            round.Ring();
        }
    }

    /// <summary>Works until it is stopped; then finishes the letters in hand.</summary>
    public Task RunAsync(CancellationToken stopping) => Task.WhenAll(_rounds.Values.Select(round => round.RunAsync(stopping)));
}
