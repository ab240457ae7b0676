using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking.Evenings;

internal sealed class EveningsTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<DisplacedBooking>(displaced =>
        {
            displaced.ToTable("displaced_bookings");
            displaced.HasKey(d => d.ReservationId);
            displaced.Property(d => d.ReservationId).ValueGeneratedNever();
            displaced.HasOne<Reservation>().WithMany().HasForeignKey(d => d.ReservationId).OnDelete(DeleteBehavior.Restrict);
            displaced.HasOne<Reservation>().WithMany().HasForeignKey(d => d.KeptId).OnDelete(DeleteBehavior.Restrict);
            displaced.HasOne<Session>().WithMany().HasForeignKey(d => d.SessionId).OnDelete(DeleteBehavior.Restrict);
            displaced.HasIndex(d => d.Outcome).HasFilter("outcome = 'Asked'").HasDatabaseName("ix_displaced_asked");
        });
        model.Entity<CallTask>(task =>
        {
            task.ToTable("call_tasks");
            task.Property(t => t.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
            task.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
            task.HasOne<Reservation>().WithMany().HasForeignKey(t => t.ReservationId).OnDelete(DeleteBehavior.Restrict);
            // Two looks in the same moment: one call.
            task.HasIndex(t => new { t.ReservationId, t.Reason }).IsUnique().HasFilter("done_at IS NULL").HasDatabaseName("ux_call_tasks_open");
        });
    }
}

/// <summary>The tables of what happens to evenings.</summary>
public static class EveningsSets
{
    extension(CccdDb db)
    {
        public DbSet<DisplacedBooking> DisplacedBookings => db.Set<DisplacedBooking>();

        public DbSet<CallTask> CallTasks => db.Set<CallTask>();
    }
}
