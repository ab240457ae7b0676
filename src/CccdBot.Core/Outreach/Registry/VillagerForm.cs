using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>One person as a line of a list says it, read and found sound.</summary>
public sealed record VillagerForm(string Name, string PlaceCode)
{
    public string? Phone { get; init; }

    public int? BirthYear { get; init; }

    public string? FieldArea { get; init; }

    public string? Carrier { get; init; }

    public string? Back { get; init; }

    public string? Household { get; init; }

    public Known HasCard { get; init; }

    public Known HasVneid { get; init; }

    public WhyNotYet? WhyNot { get; init; }

    public Frail? Frail { get; init; }

    public string? Note { get; init; }

    public string NameFolded => VietnameseText.Fold(Name);

    /// <summary>The name by which two lines are found to be of one person: "H'Bia", "h bia" and "HBIA" are the same.</summary>
    public static string KeyOf(string folded) => string.Concat(folded.Where(char.IsLetterOrDigit));
}
