namespace CccdBot.Core.Conversation.Duty;

/// <summary>An officer's own chat: citizens' questions are brought there and answered from there.</summary>
public sealed class StaffChat
{
    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTime Since { get; init; }

    /// <summary>The request whose citizen hears what is typed here; null when none does.</summary>
    public long? Answering { get; init; }
}
