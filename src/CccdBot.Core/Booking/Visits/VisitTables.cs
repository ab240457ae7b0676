using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CccdBot.Core.Booking.Visits;

internal sealed class VisitTables : ITables
{
    private const string IsOpen = "state IN ('Asked', 'Accepted', 'Planned', 'SecondVisit')";

    public void Map(ModelBuilder model)
    {
        model.Entity<HomeVisit>(MapVisit);
        model.Entity<VisitStep>(step =>
        {
            // The migrations forbid to change or delete a row.
            step.ToTable("visit_steps");
            step.HasOne<HomeVisit>().WithMany().HasForeignKey(s => s.VisitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Trip>(trip =>
        {
            trip.ToTable("trips");
            trip.Property(t => t.Id).ValueGeneratedNever();
            trip.Property(t => t.Spot).HasMaxLength(FarSpot.LongestCode);
            // Many may be the first at one spot in the same moment: they all meet in one trip.
            trip.HasIndex(t => t.Spot).IsUnique().HasFilter("state <> 'Done'").HasDatabaseName("ux_trips_spot");
        });
        model.Entity<TripSeat>(seat =>
        {
            seat.ToTable("trip_seats");
            seat.Property(s => s.Id).ValueGeneratedNever();
            seat.Property(s => s.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
            seat.Property(s => s.ForId).HasConversion(id => id.Value, value => new PersonId(value));
            seat.Property(s => s.Name).HasMaxLength(Person.LongestName);
            seat.HasOne<Trip>().WithMany().HasForeignKey(s => s.TripId).OnDelete(DeleteBehavior.Restrict);
            seat.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
            seat.HasOne<Person>().WithMany().HasForeignKey(s => s.ForId).OnDelete(DeleteBehavior.Restrict);
            seat.HasIndex(s => new { s.TripId, s.ForId }).IsUnique().HasFilter("state <> 'Left'").HasDatabaseName("ux_trip_seats_person");
        });
    }

    private static void MapVisit(EntityTypeBuilder<HomeVisit> visit)
    {
        visit.ToTable("home_visits");
        visit.Ignore(v => v.About);
        visit.Ignore(v => v.Days);
        visit.Property(v => v.Id).ValueGeneratedNever();
        visit.Property(v => v.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
        visit.Property(v => v.ForId).HasConversion(id => id.Value, value => new PersonId(value));
        visit.Property(v => v.Name).HasMaxLength(Person.LongestName);
        visit.Property(v => v.Home).HasMaxLength(HomeVisit.LongestHome);
        visit.Property(v => v.Village).HasMaxLength(HomeVisit.LongestHome);
        visit.Property(v => v.GoodDays).HasMaxLength(HomeVisit.LongestHome);
        visit.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.Restrict);
        visit.HasOne<Person>().WithMany().HasForeignKey(v => v.ForId).OnDelete(DeleteBehavior.Restrict);
        // Two taps, or two phones of a household: one request for each who is to be visited.
        visit.HasIndex(v => v.ForId).IsUnique().HasFilter(IsOpen).HasDatabaseName("ux_home_visits_open");
        visit.HasIndex(v => v.Day).HasFilter("day IS NOT NULL").HasDatabaseName("ix_home_visits_day");
        visit.HasIndex(v => v.State).HasFilter(IsOpen).HasDatabaseName("ix_home_visits_state");
    }
}

/// <summary>The tables of home visits and trips.</summary>
public static class VisitSets
{
    extension(CccdDb db)
    {
        public DbSet<HomeVisit> HomeVisits => db.Set<HomeVisit>();

        public DbSet<VisitStep> VisitSteps => db.Set<VisitStep>();

        public DbSet<Trip> Trips => db.Set<Trip>();

        public DbSet<TripSeat> TripSeats => db.Set<TripSeat>();
    }
}
