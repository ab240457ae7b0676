using CccdBot.Core.Booking;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CccdBot.Core.Reminders;

internal sealed class RemindersTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<ReminderLook>(look =>
        {
            look.ToTable("reminder_looks");
            look.Property(l => l.Id).ValueGeneratedNever();
        });
        model.Entity<Reminder>(MapReminder);
    }

    private static void MapReminder(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("reminders");
        reminder.Property(r => r.Kind).HasMaxLength(40);
        // Two sweeps may overlap, or a restart repeat one: the database lets only one reminder of a kind through.
        reminder.HasIndex(r => new { r.ReservationId, r.Kind, r.Round }).IsUnique();
        reminder.HasOne<Reservation>().WithMany().HasForeignKey(r => r.ReservationId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>The tables of this room.</summary>
public static class RemindersSets
{
    extension(CccdDb db)
    {
        public DbSet<Reminder> Reminders => db.Set<Reminder>();

        public DbSet<ReminderLook> ReminderLooks => db.Set<ReminderLook>();
    }
}
