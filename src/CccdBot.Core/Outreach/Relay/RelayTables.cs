using CccdBot.Core.Booking;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Outreach.Relay;

internal sealed class RelayTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<RelayTask>(task =>
        {
            task.ToTable("relay_tasks", table =>
            {
                table.HasCheckConstraint("ck_relay_tasks_about", "session_id IS NOT NULL OR notice_id IS NOT NULL");
                table.HasCheckConstraint("ck_relay_tasks_whom", "(villager_id IS NULL) <> (person_id IS NULL)");
            });
            task.Property(t => t.PersonId).HasConversion(id => id!.Value.Value, value => new PersonId(value));
            task.HasOne<Notice>().WithMany().HasForeignKey(t => t.NoticeId).OnDelete(DeleteBehavior.Restrict);
            task.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
            task.HasOne<Session>().WithMany().HasForeignKey(t => t.SessionId).OnDelete(DeleteBehavior.Restrict);
            task.HasOne<Villager>().WithMany().HasForeignKey(t => t.VillagerId).OnDelete(DeleteBehavior.Restrict);
            // Two looks in the same moment: one word.
            task.HasIndex(t => new { t.SessionId, t.VillagerId }).IsUnique().HasDatabaseName("ux_relay_tasks");
            task.HasIndex(t => new { t.SessionId, t.PersonId }).IsUnique().HasDatabaseName("ux_relay_tasks_person");
            task.HasIndex(t => new { t.NoticeId, t.VillagerId }).IsUnique().HasDatabaseName("ux_relay_tasks_notice");
            task.HasIndex(t => new { t.NoticeId, t.PersonId }).IsUnique().HasDatabaseName("ux_relay_tasks_notice_person");
            task.HasIndex(t => t.AssignedTo).HasFilter("state IN ('Open', 'NotMet', 'CallAgain')").HasDatabaseName("ix_relay_tasks_open");
        });
        model.Entity<RelayReport>(report =>
        {
            report.ToTable("relay_reports");
            report.HasKey(r => r.Day);
        });
    }
}

/// <summary>The tables of who carries word to whom.</summary>
public static class RelaySets
{
    extension(CccdDb db)
    {
        public DbSet<RelayTask> RelayTasks => db.Set<RelayTask>();
    }
}
