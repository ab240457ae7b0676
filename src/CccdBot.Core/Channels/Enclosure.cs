using System.Globalization;

namespace CccdBot.Core.Channels;

/// <summary>What is put into the envelope beside the words.</summary>
public enum EnclosureKind
{
    Voice,
    Picture,
}

/// <summary>A voice or a picture, kept by us, so that no channel is its only home.</summary>
public sealed class Enclosure
{
    /// <summary>In bytes; Telegram shows a larger voice as a file to be opened.</summary>
    public const int LargestContent = 1024 * 1024;

    /// <summary>At random: who has not been sent it does not find it.</summary>
    public required Guid Id { get; init; }

    public required EnclosureKind Kind { get; init; }

    public required byte[] Content { get; init; }

    public required DateTime AddedAt { get; init; }
}

/// <summary>The name under which a channel keeps its own copy of it, so that it travels there once.</summary>
public sealed class EnclosureCopy
{
    public required Guid EnclosureId { get; init; }

    public required string Channel { get; init; }

    public required string File { get; init; }
}

/// <summary>What a message encloses, as it is written down: "Voice 0f8f…".</summary>
public sealed record Enclosed(EnclosureKind Kind, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Id:N}");

    /// <summary>Null for null.</summary>
    public static Enclosed? Read(string? written) => written?.Split(' ') is [var kind, var id] ? new(Enum.Parse<EnclosureKind>(kind), Guid.ParseExact(id, "N")) : null;
}
