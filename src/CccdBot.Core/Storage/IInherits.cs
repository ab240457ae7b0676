namespace CccdBot.Core.Storage;

/// <summary>A room that takes up the work a node left unfinished when it went.</summary>
public interface IInherits
{
    /// <summary>Takes up whatever is in the hands of a node that is no longer listed; the caller's transaction keeps it.</summary>
    void TakeUp();
}
