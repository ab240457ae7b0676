using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Channels.WebChat;

/// <summary>One line of a web chat, as it stands on the citizen's page; its number only grows, so a lost connection resumes after it.</summary>
internal sealed class ChatLine
{
    public long Id { get; init; }

    public required string Address { get; init; }

    public required bool IsMine { get; init; }

    public required string Text { get; init; }

    /// <summary>The labels of the buttons, one a line; where one opens a page, its address follows after a tab.</summary>
    public string? Labels { get; init; }

    public bool Keeps { get; init; }

    /// <summary>The voice or the picture below the words.</summary>
    public Enclosed? Encloses { get; init; }

    /// <summary>The message of the outbox it shows.</summary>
    public long? OutgoingId { get; init; }

    /// <summary>The page's own id of what the citizen said: sent twice, shown once.</summary>
    public string? ClientId { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class ChatLineTables : ITables
{
    public void Map(ModelBuilder model) => model.Entity<ChatLine>(line =>
    {
        line.ToTable("chat_lines");
        line.Property(l => l.Address).HasMaxLength(64);
        line.Property(l => l.ClientId).HasMaxLength(36);
        line.Property(l => l.Encloses).HasConversion(enclosed => enclosed!.ToString(), written => Enclosed.Read(written)!).HasMaxLength(50);
        line.HasIndex(l => new { l.Address, l.Id });
        line.HasIndex(l => new { l.Address, l.ClientId }).IsUnique();
        line.HasIndex(l => l.OutgoingId).IsUnique();
    });
}

internal static class ChatLineSets
{
    extension(CccdDb db)
    {
        public DbSet<ChatLine> ChatLines => db.Set<ChatLine>();
    }
}
