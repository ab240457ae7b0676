namespace CccdBot.Core.People;

/// <summary>Someone of the commune police who may open the staff pages.</summary>
public sealed class StaffMember
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTime Since { get; init; }
}
