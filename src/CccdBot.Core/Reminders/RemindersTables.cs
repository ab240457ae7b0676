using CccdBot.Core.Booking;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Reminders;

internal sealed class RemindersTables : ITables
{
    public void Map(ModelBuilder model) => model.Entity<Reminder>(reminder =>
    {
        reminder.ToTable("reminders");
        reminder.Property(r => r.Kind).HasMaxLength(40);
        // Two sweeps may overlap, or a restart repeat one: the database lets only one reminder of a kind through.
        reminder.HasIndex(r => new { r.ReservationId, r.Kind }).IsUnique();
        reminder.HasOne<Reservation>().WithMany().HasForeignKey(r => r.ReservationId).OnDelete(DeleteBehavior.Cascade);
    });
}

/// <summary>The tables of this room.</summary>
public static class RemindersSets
{
    extension(CccdDb db)
    {
        public DbSet<Reminder> Reminders => db.Set<Reminder>();
    }
}
