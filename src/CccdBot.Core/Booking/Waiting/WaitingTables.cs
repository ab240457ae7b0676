using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CccdBot.Core.Booking.Waiting;

internal sealed class WaitingTables : ITables
{
    /// <summary>Nobody waits for a seat of slot "s": what is free there is anyone's. While someone waits, it goes to the line.</summary>
    public const string NobodyWaits =
        "NOT EXISTS (SELECT 1 FROM waiting_entries q WHERE q.session_id = s.session_id AND q.state = 'Waiting' AND (q.slot_id IS NULL OR q.slot_id = s.id))";

    public void Map(ModelBuilder model)
    {
        model.Entity<WaitingEntry>(MapEntry);
        model.Entity<WaitingStep>(step =>
        {
            // The migrations forbid to change or delete a row.
            step.ToTable("waiting_steps");
            step.HasOne<WaitingEntry>().WithMany().HasForeignKey(s => s.EntryId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapEntry(EntityTypeBuilder<WaitingEntry> entry)
    {
        entry.ToTable("waiting_entries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
        entry.Property(e => e.ForId).HasConversion(id => id.Value, value => new PersonId(value));
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.ForId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Session>().WithMany().HasForeignKey(e => e.SessionId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Slot>().WithMany().HasForeignKey(e => e.SlotId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Reservation>().WithMany().HasForeignKey(e => e.ReservationId).OnDelete(DeleteBehavior.Restrict);

        // Two taps, or two phones of a household: one place in the line each; and no seat is offered to two.
        entry.HasIndex(e => new { e.ForId, e.SessionId }).IsUnique()
            .HasFilter("state IN ('Waiting', 'Offered')").HasDatabaseName("ux_waiting_person_session");
        entry.HasIndex(e => e.ReservationId).IsUnique().HasFilter("reservation_id IS NOT NULL").HasDatabaseName("ux_waiting_reservation");
        // Whether someone waits is asked for every half hour that is offered.
        entry.HasIndex(e => e.SessionId).HasFilter("state = 'Waiting'").HasDatabaseName("ix_waiting_line");
        entry.HasIndex(e => e.State).HasFilter("state = 'Offered'").HasDatabaseName("ix_waiting_offered");
        entry.HasIndex(e => e.PersonId).HasFilter("state IN ('Waiting', 'Offered')").HasDatabaseName("ix_waiting_person");
    }
}

/// <summary>The tables of the waiting line.</summary>
public static class WaitingSets
{
    extension(CccdDb db)
    {
        public DbSet<WaitingEntry> WaitingEntries => db.Set<WaitingEntry>();

        public DbSet<WaitingStep> WaitingSteps => db.Set<WaitingStep>();
    }
}
