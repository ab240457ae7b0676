namespace CccdBot.Core.People;

/// <summary>Which person; a bare Guid cannot be passed where a person is meant.</summary>
public readonly record struct PersonId(Guid Value)
{
    public static PersonId New() => new(Guid.CreateVersion7());
}
