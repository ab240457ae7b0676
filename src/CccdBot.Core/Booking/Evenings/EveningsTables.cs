using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
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
        model.Entity<ClosedDay>(day =>
        {
            day.ToTable("closed_days");
            day.HasKey(d => d.Day);
            day.Property(d => d.Why).HasMaxLength(ClosedDay.LongestWhy);
        });
        model.Entity<SessionOfficer>(officer =>
        {
            officer.ToTable("session_officers");
            officer.HasKey(o => new { o.SessionId, o.StaffId });
            officer.HasOne<Session>().WithMany().HasForeignKey(o => o.SessionId).OnDelete(DeleteBehavior.Cascade);
            officer.HasOne<StaffMember>().WithMany().HasForeignKey(o => o.StaffId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SessionKit>(kit =>
        {
            kit.ToTable("session_kits");
            kit.HasKey(k => new { k.SessionId, k.Kit });
            kit.Property(k => k.Kit).HasMaxLength(Crew.LongestKit);
            kit.HasOne<Session>().WithMany().HasForeignKey(k => k.SessionId).OnDelete(DeleteBehavior.Cascade);
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

        public DbSet<ClosedDay> ClosedDays => db.Set<ClosedDay>();

        public DbSet<SessionOfficer> SessionOfficers => db.Set<SessionOfficer>();

        public DbSet<SessionKit> SessionKits => db.Set<SessionKit>();
    }
}
