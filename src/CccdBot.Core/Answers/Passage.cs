using System.Globalization;

namespace CccdBot.Core.Answers;

/// <summary>What an officer may say about a topic between two days, and the law that lets her say so.</summary>
public sealed record Passage(string Text, string? More, string Basis, DateOnly From, DateOnly? To)
{
    /// <summary>The commune's own arrangement, resting on no law and needing no date.</summary>
    public const string OwnRule = "Quy định của dịch vụ";

    /// <summary>The rows of the commune's list of facts it rests on; never shown to citizens, checked by a rule test.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>"Theo Luật Căn cước 2023, Điều 38 · áp dụng từ 01/07/2024".</summary>
    public string SourceLine => Basis == OwnRule ? OwnRule : $"Theo {Basis} · áp dụng từ {Day(From)}{Until}";

    private string Until => To is { } last ? $" đến {Day(last)}" : "";

    public bool IsInForce(DateOnly asOf) => From <= asOf && (To is null || asOf <= To);

    internal bool Overlaps(Passage other) =>
        From <= (other.To ?? DateOnly.MaxValue) && other.From <= (To ?? DateOnly.MaxValue);

    private static string Day(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
