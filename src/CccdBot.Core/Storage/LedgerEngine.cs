namespace CccdBot.Core.Storage;

/// <summary>What the engine under the ledger allows: one pen that commits many pieces at once, or many pens on many nodes.</summary>
/// <param name="Pens">How many pieces this node writes side by side.</param>
/// <param name="PiecesTogether">How many pieces one pen commits at once.</param>
/// <param name="SkipLocked">Ends a query for rows to take, where others may be taking them too.</param>
/// <param name="Alone">Waits inside the transaction until nobody else holds the key @p0; null where no one else could.</param>
public sealed record LedgerEngine(int Pens, int PiecesTogether, string SkipLocked = "", string? Alone = null)
{
    /// <summary>Other nodes may write in the same ledger.</summary>
    public bool IsShared => Alone is not null;
}
