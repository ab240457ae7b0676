using CccdBot.Core.People;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>Whether someone has it; nobody has asked yet is an answer too.</summary>
public enum Known
{
    Unknown,
    Yes,
    No,
}

/// <summary>Why someone has not come yet.</summary>
public enum WhyNotYet
{
    InTheFields,
    WorksAway,
    Ill,
    PapersMissing,
    NoPhone,
    DoesNotWantTo,
    Other,
}

/// <summary>Who is to be helped before others.</summary>
public enum Frail
{
    Old,
    Disabled,
    SmallChild,
}

/// <summary>Someone of the village who is to be reached, with or without a phone: a full record also where there is no chat at all.</summary>
/// <remarks>The commune's own list for its duty: kept apart from <see cref="Person"/>, who agreed to something in a chat.</remarks>
public sealed class Villager
{
    /// <summary>A field, a carrier, a day: a few words each.</summary>
    public const int LongestWords = 60;

    public const int LongestNote = 120;

    public long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The name without marks, by which it is searched.</summary>
    public required string NameFolded { get; init; }

    /// <summary>The hall of their village.</summary>
    public required string PlaceCode { get; init; }

    /// <summary>"0912345678"; null for who has none.</summary>
    public string? Phone { get; init; }

    public int? BirthYear { get; init; }

    /// <summary>Where their field is: "rẫy suối Ea Rmok".</summary>
    public string? FieldArea { get; init; }

    /// <summary>Who usually brings them word: "con gái H'Lan".</summary>
    public string? Carrier { get; init; }

    /// <summary>Whose house they live in: "nhà Ama Thin".</summary>
    public string? Household { get; init; }

    /// <summary>When they usually come back, as the village says it: "tối thứ Bảy".</summary>
    public string? Back { get; init; }

    public Known HasCard { get; init; }

    public Known HasVneid { get; init; }

    public WhyNotYet? WhyNot { get; init; }

    public Frail? Frail { get; init; }

    public string? Note { get; init; }

    /// <summary>The one who is booked for; null until they were booked once.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>The file they came in by; null for who was written down one by one.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>Moved away, died, or asked not to be on it: not to be reached any more.</summary>
    public DateTime? LeftAt { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ChangedAt { get; init; }
}
