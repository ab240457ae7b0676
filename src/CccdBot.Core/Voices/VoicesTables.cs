using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Voices;

internal sealed class VoicesTables : ITables
{
    public void Map(ModelBuilder model) => model.Entity<Clip>(clip =>
    {
        clip.ToTable("clips", table => table.HasCheckConstraint("ck_clips_second_person", "decided_by IS NULL OR state <> 'Approved' OR decided_by <> recorded_by"));
        clip.Property(c => c.Subject).HasMaxLength(120);
        clip.Property(c => c.Title).HasMaxLength(200);
        clip.Property(c => c.Tongue).HasConversion<string>().HasMaxLength(20);
        clip.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
        clip.Property(c => c.Channel).HasMaxLength(20);
        clip.Property(c => c.Address).HasMaxLength(64);
        clip.Property(c => c.File).HasMaxLength(200);
        clip.HasOne<Enclosure>().WithMany().HasForeignKey(c => c.EnclosureId).OnDelete(DeleteBehavior.SetNull);
        clip.HasIndex(c => new { c.Subject, c.Tongue }).IsUnique().HasFilter("state = 'Approved'").HasDatabaseName("ix_clips_played");
        clip.HasIndex(c => c.State).HasFilter("state IN ('Fetching', 'Waiting')").HasDatabaseName("ix_clips_open");
    });
}

/// <summary>The tables of this room.</summary>
public static class VoicesSets
{
    extension(CccdDb db)
    {
        public DbSet<Clip> Clips => db.Set<Clip>();
    }
}
