namespace CccdBot.Core.Conversation;

/// <summary>Something a citizen can come for: it handles one turn at a time and keeps nothing in between.</summary>
public interface ITopic
{
    /// <summary>"/datlich".</summary>
    string Command { get; }

    /// <summary>What it is for, in the list of commands: a few plain words.</summary>
    string Title { get; }

    /// <summary>Officers use it from their own chats: citizens are not shown it.</summary>
    bool IsForStaff => false;

    /// <summary>What is typed after the command is handed on.</summary>
    bool TakesWords => IsForStaff;

    /// <summary>It stands in the list of commands; what only the buttons of a message lead to does not.</summary>
    bool IsListed => !IsForStaff;

    /// <summary>Its question may be answered aloud.</summary>
    bool HearsVoice => false;

    /// <summary>It is done in passing: whatever was being asked is still being asked.</summary>
    bool LeavesQuestionOpen => false;

    /// <summary>How a link that opens the chat begins when it leads here: what follows is handed on. Null where no link does.</summary>
    string? LinkBegins => null;

    Task HandleAsync(Turn turn, CancellationToken ct);
}
