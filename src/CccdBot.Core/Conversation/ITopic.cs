namespace CccdBot.Core.Conversation;

/// <summary>Something a citizen can come for: it handles one turn at a time and keeps nothing in between.</summary>
public interface ITopic
{
    /// <summary>"/datlich".</summary>
    string Command { get; }

    /// <summary>What it is for, in the list of commands: a few plain words.</summary>
    string Title { get; }

    Task HandleAsync(Turn turn, CancellationToken ct);
}
