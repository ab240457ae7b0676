namespace CccdBot.Host.Storage.Moving;

/// <summary>How a move went.</summary>
internal abstract record MoveOutcome
{
    /// <summary>All is there now, and both sides are equal.</summary>
    public sealed record Moved(IReadOnlyList<MovedRows> Tables) : MoveOutcome;

    /// <summary>All was there already, and both sides are equal: an earlier move had come to its end.</summary>
    public sealed record WasThere(IReadOnlyList<MovedRows> Tables) : MoveOutcome;

    /// <summary>The file holds no ledger, or one of a later version, with things this one knows nothing of.</summary>
    public sealed record NoLedger : MoveOutcome;

    /// <summary>The target holds something else; it was left as it is.</summary>
    public sealed record Occupied(string Table) : MoveOutcome;

    /// <summary>What arrived is not what was sent; nothing was kept.</summary>
    public sealed record ArrivedOtherwise(string Table) : MoveOutcome;

    /// <summary>A row cannot be read, or the target does not take it; nothing was kept.</summary>
    public sealed record DoesNotFit(string Table, string Code) : MoveOutcome;
}

internal sealed record MovedRows(string Table, long Rows);
