using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking.Arrivals;

internal sealed class ArrivalsTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Arrival>(arrival =>
        {
            // Whose booking it is, that booking knows: a name written twice would have to be cleared twice.
            arrival.ToTable("arrivals", table => table.HasCheckConstraint("ck_arrivals_name", "reservation_id IS NULL OR name IS NULL"));
            arrival.Property(a => a.Name).HasMaxLength(Person.LongestName);
            arrival.HasOne<Session>().WithMany().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Restrict);
            arrival.HasOne<Reservation>().WithMany().HasForeignKey(a => a.ReservationId).OnDelete(DeleteBehavior.Restrict);
            arrival.HasIndex(a => new { a.SessionId, a.Number }).IsUnique().HasDatabaseName("ux_arrivals_number");
            arrival.HasIndex(a => a.ReservationId).IsUnique().HasFilter("reservation_id IS NOT NULL").HasDatabaseName("ux_arrivals_reservation");
            arrival.HasIndex(a => new { a.SessionId, a.EntryKey }).IsUnique().HasFilter("entry_key IS NOT NULL").HasDatabaseName("ux_arrivals_entry");
            arrival.HasIndex(a => new { a.SessionId, a.CallKey }).IsUnique().HasFilter("call_key IS NOT NULL").HasDatabaseName("ux_arrivals_call");
        });
        model.Entity<HallDeed>(deed =>
        {
            deed.ToTable("hall_deeds");
            deed.Property(d => d.Words).HasMaxLength(HallDeed.LongestWords);
            deed.HasOne<Arrival>().WithMany().HasForeignKey(d => d.ArrivalId).OnDelete(DeleteBehavior.Restrict);
            // What is done once for a person counts once.
            deed.HasIndex(d => new { d.ArrivalId, d.Kind }).IsUnique().HasFilter("taken_back_at IS NULL").HasDatabaseName("ux_hall_deeds");
        });
        model.Entity<HallTap>(tap =>
        {
            tap.ToTable("hall_taps");
            tap.HasKey(t => t.Key);
        });
    }
}

/// <summary>The tables of who is in the hall.</summary>
public static class ArrivalSets
{
    extension(CccdDb db)
    {
        public DbSet<Arrival> Arrivals => db.Set<Arrival>();

        public DbSet<HallDeed> HallDeeds => db.Set<HallDeed>();

        public DbSet<HallTap> HallTaps => db.Set<HallTap>();
    }
}
