using CccdBot.Core.People.Staff;
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
            staff.Property(s => s.Role).HasConversion<string>().HasMaxLength(20);
            staff.Property(s => s.VillageCodes).HasMaxLength(200);
            staff.Ignore(s => s.Villages);
        });
        model.Entity<Shift>(shift =>
        {
            shift.ToTable("shifts");
            shift.Property(s => s.Id).ValueGeneratedNever();
            shift.HasIndex(s => s.Hash).IsUnique();
            shift.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CalendarLink>(link =>
        {
            link.ToTable("calendar_links");
            link.HasKey(l => l.StaffId);
            link.Property(l => l.StaffId).ValueGeneratedNever();
            link.HasIndex(l => l.Hash).IsUnique();
            link.HasOne<StaffMember>().WithOne().HasForeignKey<CalendarLink>(l => l.StaffId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entries");
            entry.HasKey(e => e.Number);
            entry.Property(e => e.Number).ValueGeneratedNever();
            entry.Property(e => e.What).HasMaxLength(AuditEntry.LongestWhat);
            entry.Property(e => e.About).HasMaxLength(AuditEntry.LongestAbout);
            entry.Property(e => e.Why).HasMaxLength(AuditEntry.LongestWhy);
        });
        model.Entity<AuditEnd>(end =>
        {
            end.ToTable("audit_end");
            end.Property(e => e.Id).ValueGeneratedNever();
        });
        model.Entity<AuditTold>(told =>
        {
            told.ToTable("audit_told");
            told.Property(t => t.Id).ValueGeneratedNever();
        });
        model.Entity<AuditKey>(key =>
        {
            key.ToTable("audit_keys");
            key.Property(k => k.Id).ValueGeneratedNever();
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

        public DbSet<Shift> Shifts => db.Set<Shift>();

        public DbSet<CalendarLink> CalendarLinks => db.Set<CalendarLink>();

        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();

        public DbSet<FirstChiefCode> FirstChiefCodes => db.Set<FirstChiefCode>();
    }
}
