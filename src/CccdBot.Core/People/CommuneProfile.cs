namespace CccdBot.Core.People;

/// <summary>The commune this service works for, as its file says.</summary>
public sealed record CommuneProfile
{
    /// <summary>"xã Ia Rmok".</summary>
    public required string Name { get; init; }

    /// <summary>Made-up data for trying out: every page says so.</summary>
    public bool IsTrial { get; init; }

    /// <summary>The number the commune itself has given out; null as long as it has not.</summary>
    public string? Hotline { get; init; }
}
