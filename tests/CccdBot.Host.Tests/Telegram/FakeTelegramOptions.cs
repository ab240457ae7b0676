namespace CccdBot.Host.Tests.Telegram;

/// <summary>How strict the server is and how much it remembers; a benchmark turns all of it off.</summary>
public sealed record FakeTelegramOptions
{
    /// <summary>0 is any free one; a test that lets the server come up late names it.</summary>
    public int Port { get; init; }

    public bool Validates { get; init; } = true;

    public bool EnforcesLimits { get; init; }

    public bool RecordsCalls { get; init; } = true;

    /// <summary>Dates, limits and <see cref="Fault.Delay"/> follow this clock; a long poll waits in real time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Calls already on their way when a 429 was answered are refused, but are no disobedience.</summary>
    public TimeSpan InFlightGrace { get; init; } = TimeSpan.Zero;
}
