using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking.Cases;

internal sealed class CasesTables : ITables
{
    public void Map(ModelBuilder model) => model.Entity<DataCase>(one =>
    {
        one.ToTable("data_cases");
        one.Property(c => c.Id).ValueGeneratedNever();
        one.Property(c => c.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
        one.Property(c => c.Claim).HasMaxLength(DataCase.LongestClaim);
        one.Property(c => c.Answer).HasMaxLength(DataCase.LongestAnswer);
        one.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        // Whoever says it again adds nothing to the officers' work.
        one.HasIndex(c => c.PersonId).IsUnique().HasFilter("state = 'Open'").HasDatabaseName("ux_data_cases_open");
        one.HasIndex(c => c.DueAt).HasFilter("state = 'Open'").HasDatabaseName("ix_data_cases_due");
    });
}

/// <summary>The table of cases.</summary>
public static class CasesSets
{
    extension(CccdDb db)
    {
        public DbSet<DataCase> DataCases => db.Set<DataCase>();
    }
}
