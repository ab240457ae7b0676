using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Answers.Teaching;

internal sealed class TeachingTables : ITables
{
    public void Map(ModelBuilder model) => model.Entity<TaughtPhrasing>(taught =>
    {
        taught.ToTable("taught_phrasings");
        taught.Property(t => t.Topic).HasMaxLength(60);
        taught.Property(t => t.Text).HasMaxLength(TaughtPhrasing.LongestText);
        taught.Property(t => t.Folded).HasMaxLength(TaughtPhrasing.LongestText);
        // One way of asking has one topic: taught anew it changes its topic.
        taught.HasIndex(t => t.Folded).IsUnique();
    });
}

/// <summary>The tables of this room.</summary>
public static class TeachingSets
{
    extension(CccdDb db)
    {
        public DbSet<TaughtPhrasing> TaughtPhrasings => db.Set<TaughtPhrasing>();
    }
}
