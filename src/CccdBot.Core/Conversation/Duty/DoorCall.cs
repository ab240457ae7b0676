namespace CccdBot.Core.Conversation.Duty;

/// <summary>A browser stands at the door of the desk and shows a number; who is known in a chat may say that it is theirs.</summary>
public sealed class DoorCall
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Of the key that only this browser has.</summary>
    public required string Hash { get; init; }

    /// <summary>Two digits, on the screen; no other open call shows the same.</summary>
    public required int Number { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>Whose it is.</summary>
    public Guid? StaffId { get; init; }

    public DateTime? UsedAt { get; init; }
}
