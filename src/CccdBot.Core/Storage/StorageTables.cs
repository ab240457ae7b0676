using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Storage;

internal sealed class StorageTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<NodeBeat>(beat =>
        {
            beat.ToTable("nodes");
            beat.Property(b => b.Id).ValueGeneratedNever();
        });
        model.Entity<Lease>(lease =>
        {
            lease.ToTable("leases");
            lease.HasKey(l => l.Name);
            lease.Property(l => l.Name).HasMaxLength(80);
        });
    }
}
