using CccdBot.Core.People;

namespace CccdBot.Core.Conversation;

/// <summary>A citizen asks for a human being; it stays open until one has answered.</summary>
public sealed class HelpRequest
{
    public long Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required string Text { get; init; }

    public required DateTime AskedAt { get; init; }

    public DateTime? AnsweredAt { get; init; }
}
