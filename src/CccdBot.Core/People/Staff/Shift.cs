namespace CccdBot.Core.People.Staff;

/// <summary>One visit of a staff member at the desk, from the door to the way out; kept here, so that it can be ended here.</summary>
public sealed class Shift
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Of the key the browser carries.</summary>
    public required string Hash { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTime OpenedAt { get; init; }

    public required DateTime SeenAt { get; init; }

    public DateTime? EndedAt { get; init; }
}
