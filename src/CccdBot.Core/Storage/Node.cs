namespace CccdBot.Core.Storage;

/// <summary>This running copy of the service, among those that may work on the same ledger.</summary>
public sealed class Node
{
    public Guid Id { get; } = Guid.CreateVersion7();
}

/// <summary>That a node lives: its beat rises every second.</summary>
public sealed class NodeBeat
{
    public required Guid Id { get; init; }

    public required long Beats { get; init; }

    public required DateTime Since { get; init; }
}

/// <summary>What only one node may do at a time, and which one does it, such as asking Telegram for updates.</summary>
public sealed class Lease
{
    public required string Name { get; init; }

    public required Guid NodeId { get; init; }
}
