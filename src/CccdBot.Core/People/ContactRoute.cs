namespace CccdBot.Core.People;

/// <summary>One chat by which a person can be reached.</summary>
public sealed class ContactRoute
{
    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required PersonId PersonId { get; init; }
}
