using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking;

internal sealed class BookingTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Place>(place =>
        {
            place.ToTable("places");
            place.HasKey(p => p.Code);
            place.Property(p => p.Code).HasMaxLength(20);
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("sessions");
            session.HasOne<Place>().WithMany().HasForeignKey(s => s.PlaceCode).OnDelete(DeleteBehavior.Restrict);
            session.Property(s => s.Services).HasConversion(work => work.Written, written => EveningWork.Read(written)).HasDefaultValue(EveningWork.All);
            session.Property(s => s.Why).HasMaxLength(EveningDesk.LongestWhy);
            session.HasIndex(s => new { s.PlaceCode, s.StartsAt }).IsUnique();
        });
        model.Entity<Slot>(slot =>
        {
            // The guarded update keeps the count right; this refuses whatever slips past it.
            slot.ToTable("slots", table =>
            {
                table.HasCheckConstraint("ck_slots_taken", "taken >= 0 AND taken <= capacity");
                table.HasCheckConstraint("ck_slots_minutes", "minutes_taken >= 0 AND (minutes IS NULL OR minutes_taken <= minutes)");
            });
            slot.HasOne(s => s.Session).WithMany(s => s.Slots).HasForeignKey(s => s.SessionId);
            slot.HasIndex(s => new { s.SessionId, s.StartsAt }).IsUnique();
            slot.HasIndex(s => s.StartsAt);
        });
        model.Entity<Reservation>(MapReservation);
        model.Entity<ReservationStep>(step =>
        {
            // The migrations forbid to change or delete a row.
            step.ToTable("reservation_steps");
            step.HasOne<Reservation>().WithMany().HasForeignKey(s => s.ReservationId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapReservation(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Reservation> reservation)
    {
        reservation.ToTable("reservations");
        reservation.Property(b => b.Id).ValueGeneratedNever();
        reservation.Property(b => b.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
        reservation.Property(b => b.Code).HasMaxLength(8);
        reservation.HasOne(b => b.Slot).WithMany().HasForeignKey(b => b.SlotId).OnDelete(DeleteBehavior.Restrict);
        reservation.HasOne<Person>().WithMany().HasForeignKey(b => b.PersonId).OnDelete(DeleteBehavior.Restrict);

        // Two citizens may press the button in the same second; the database, not our luck, keeps one seat each.
        reservation.HasIndex(b => new { b.SlotId, b.Seat }).IsUnique()
            .HasFilter($"state IN {ReservationLife.Seated}").HasDatabaseName("ux_reservations_seat");
        reservation.HasIndex(b => new { b.PersonId, b.SessionId }).IsUnique()
            .HasFilter($"state IN {ReservationLife.Theirs}").HasDatabaseName("ux_reservations_person_session");
        reservation.HasIndex(b => b.PersonId).IsUnique().HasFilter("state = 'Held'").HasDatabaseName("ux_reservations_one_hold");
        reservation.HasIndex(b => new { b.PersonId, b.State }).HasDatabaseName("ix_reservations_person");
        reservation.HasIndex(b => b.PartyId).HasFilter("party_id IS NOT NULL").HasDatabaseName("ix_reservations_party");
        reservation.HasIndex(b => b.HeldUntil).HasFilter($"state IN {ReservationLife.Choosing}").HasDatabaseName("ix_reservations_held");
        // What was given back minutes ago is asked for whenever a seat is taken.
        reservation.HasIndex(b => new { b.SlotId, b.EndedAt }).HasFilter("state IN ('Cancelled', 'Moved')").HasDatabaseName("ix_reservations_given_back");
        reservation.HasIndex(b => b.RecheckOn).HasFilter("recheck_on IS NOT NULL").HasDatabaseName("ix_reservations_recheck");
        reservation.HasIndex(b => b.EndedAt).HasFilter("state IN ('Served', 'Missed')").HasDatabaseName("ix_reservations_been");
        reservation.HasIndex(b => b.SessionId).HasDatabaseName("ix_reservations_session");
    }
}

/// <summary>The tables of this room.</summary>
public static class BookingSets
{
    extension(CccdDb db)
    {
        public DbSet<Place> Places => db.Set<Place>();

        public DbSet<Session> Sessions => db.Set<Session>();

        public DbSet<Slot> Slots => db.Set<Slot>();

        public DbSet<Reservation> Reservations => db.Set<Reservation>();

        public DbSet<ReservationStep> ReservationSteps => db.Set<ReservationStep>();
    }
}
