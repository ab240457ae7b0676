namespace CccdBot.Core.People;

/// <summary>A room that keeps something about people, and clears it every night when its time is over.</summary>
public interface IClearsOld
{
    /// <summary>Clears what was promised not to be kept any longer, inside one transaction, and returns how many rows it touched.</summary>
    Task<int> ClearAsync(DateTime now, CancellationToken ct);
}
