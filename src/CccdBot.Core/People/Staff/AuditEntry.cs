namespace CccdBot.Core.People.Staff;

/// <summary>What a staff member did or looked at: written once, never changed; each entry seals the one before it.</summary>
/// <remarks>Ids, never names or phones: an entry outlives what a citizen asks to be forgotten.</remarks>
public sealed class AuditEntry
{
    public const int LongestWhat = 80;
    public const int LongestAbout = 120;
    public const int LongestWhy = 200;

    /// <summary>1, 2, 3 ... without a gap.</summary>
    public required long Number { get; init; }

    public required DateTime At { get; init; }

    public Guid? StaffId { get; init; }

    public required string What { get; init; }

    public required string About { get; init; }

    public required string Why { get; init; }

    /// <summary>HMAC-SHA256 over this entry and the seal before it.</summary>
    public required string Seal { get; init; }
}

/// <summary>The end of the book as it was last written: without it the newest pages could be torn out unseen.</summary>
public sealed class AuditEnd
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public required long Number { get; init; }

    public required string Seal { get; init; }
}

/// <summary>How far the book had come when its end was last told outside.</summary>
public sealed class AuditTold
{
    public int Id { get; init; } = AuditEnd.Only;

    public required long Number { get; init; }

    public required DateOnly Day { get; init; }
}

/// <summary>The key of the seals where the settings give none.</summary>
public sealed class AuditKey
{
    public int Id { get; init; } = AuditEnd.Only;

    public required string Key { get; init; }
}
