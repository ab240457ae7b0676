using CccdBot.Core.Booking;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Outreach.Relay;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Outreach.Notices;

internal sealed class NoticesTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Notice>(notice =>
        {
            // Never the author, except what the chief has to answer for the next day.
            notice.ToTable("notices", table => table.HasCheckConstraint("ck_notices_second_person", "approved_by IS NULL OR approved_by <> author_id OR is_urgent"));
            notice.Ignore(n => n.Draft);
            notice.Property(n => n.Code).HasMaxLength(10);
            notice.HasIndex(n => n.Code).IsUnique();
            notice.Property(n => n.Text).HasMaxLength(NoticeDraft.LongestText);
            notice.Property(n => n.Villages).HasMaxLength(400);
            notice.Property(n => n.Booked).HasConversion<string>().HasMaxLength(20);
            notice.Property(n => n.Goal).HasConversion<string>().HasMaxLength(20);
            notice.Property(n => n.Age).HasConversion<string>().HasMaxLength(20);
            notice.Property(n => n.First).HasConversion<string>().HasMaxLength(20);
            notice.HasOne<Session>().WithMany().HasForeignKey(n => n.SessionId).OnDelete(DeleteBehavior.Restrict);
            notice.Property(n => n.State).HasConversion<string>().HasMaxLength(20);
            notice.HasIndex(n => n.State).HasFilter("ended_at IS NULL").HasDatabaseName("ix_notices_open");
        });
        model.Entity<NoticeReceipt>(receipt =>
        {
            receipt.ToTable("notice_receipts");
            receipt.HasKey(r => new { r.NoticeId, r.Place });
            receipt.Property(r => r.PersonId).HasConversion(id => id!.Value.Value, value => new PersonId(value));
            receipt.HasIndex(r => new { r.NoticeId, r.PersonId }).IsUnique().HasFilter("person_id IS NOT NULL").HasDatabaseName("ux_notice_receipts_person");
            receipt.HasIndex(r => new { r.NoticeId, r.VillagerId }).IsUnique().HasFilter("villager_id IS NOT NULL").HasDatabaseName("ux_notice_receipts_villager");
            receipt.HasIndex(r => r.NoticeId).HasFilter($"errand_id IS NULL AND state IN {NoticeReceipt.Unreached}").HasDatabaseName("ix_notice_receipts_unreached");
            receipt.HasIndex(r => r.ErrandId).HasFilter("errand_id IS NOT NULL").HasDatabaseName("ix_notice_receipts_errand");
            receipt.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
            receipt.HasOne<Notice>().WithMany().HasForeignKey(r => r.NoticeId).OnDelete(DeleteBehavior.Cascade);
            receipt.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
            // Who goes from the list, and whose errand goes with them, still counts among those it was for.
            receipt.HasOne<Villager>().WithMany().HasForeignKey(r => r.VillagerId).OnDelete(DeleteBehavior.SetNull);
            receipt.HasOne<RelayTask>().WithMany().HasForeignKey(r => r.ErrandId).OnDelete(DeleteBehavior.SetNull);
            receipt.HasIndex(r => new { r.NoticeId, r.State, r.Place }).HasDatabaseName("ix_notice_receipts_next");
        });
        model.Entity<NoticeCheck>(check =>
        {
            check.ToTable("notice_checks");
            check.Property(c => c.Code).HasMaxLength(20);
            check.HasIndex(c => c.At);
        });
    }
}

/// <summary>The tables of notices.</summary>
public static class NoticesSets
{
    extension(CccdDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();

        public DbSet<NoticeReceipt> NoticeReceipts => db.Set<NoticeReceipt>();

        public DbSet<NoticeCheck> NoticeChecks => db.Set<NoticeCheck>();
    }
}
