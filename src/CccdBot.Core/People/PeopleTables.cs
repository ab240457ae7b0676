using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.People;

internal sealed class PeopleTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.Property(p => p.Id).HasConversion(id => id.Value, value => new PersonId(value)).ValueGeneratedNever();
            person.Ignore(p => p.IsChanged);
            person.Property(p => p.Name).HasMaxLength(Person.LongestName);
            person.Property(p => p.HomePlace).HasMaxLength(20);
            person.Property(p => p.KeeperId).HasConversion(id => id!.Value.Value, value => new PersonId(value));
            // Most have none: an index over all of them would look worse to the planner than reading the whole table.
            person.HasIndex(p => p.KeeperId).HasFilter("keeper_id IS NOT NULL").HasDatabaseName("ix_people_keeper");
            person.HasOne<Person>().WithMany().HasForeignKey(p => p.KeeperId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ContactRoute>(route =>
        {
            route.ToTable("contact_routes");
            route.HasKey(r => new { r.Channel, r.Address });
            route.Property(r => r.Channel).HasMaxLength(20);
            route.Property(r => r.Address).HasMaxLength(64);
            route.Property(r => r.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
            route.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StaffMember>(staff =>
        {
            staff.ToTable("staff_members");
            staff.Property(s => s.Id).ValueGeneratedNever();
            staff.Property(s => s.Name).HasMaxLength(StaffMember.LongestName);
        });
        model.Entity<FirstChiefCode>(code =>
        {
            code.ToTable("first_chief_codes");
            code.Property(c => c.Id).ValueGeneratedNever();
            code.HasIndex(c => c.Hash).IsUnique();
        });
    }
}

/// <summary>The tables of this room.</summary>
public static class PeopleSets
{
    extension(CccdDb db)
    {
        public DbSet<Person> People => db.Set<Person>();

        public DbSet<ContactRoute> ContactRoutes => db.Set<ContactRoute>();

        public DbSet<StaffMember> StaffMembers => db.Set<StaffMember>();

        public DbSet<FirstChiefCode> FirstChiefCodes => db.Set<FirstChiefCode>();
    }
}
