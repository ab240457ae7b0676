using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation;

internal sealed class ConversationTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<IncomingMessage>(message =>
        {
            message.ToTable("incoming_messages");
            message.Ignore(m => m.From);
            message.Property(m => m.Channel).HasMaxLength(20);
            message.Property(m => m.Address).HasMaxLength(64);
            message.Property(m => m.DeliveryId).HasMaxLength(64);
            message.Property(m => m.Text).HasMaxLength(IncomingMessage.LongestText);
            // A channel delivers again whatever it is not sure we have: the second time changes nothing.
            message.HasIndex(m => new { m.Channel, m.DeliveryId }).IsUnique();
            message.HasIndex(m => m.Id).HasFilter("state <> 'Handled'").HasDatabaseName("ix_incoming_open");
            message.HasIndex(m => m.ReceivedAt);
        });
        model.Entity<Dialogue>(dialogue =>
        {
            dialogue.ToTable("dialogues");
            dialogue.HasKey(d => new { d.Channel, d.Address });
            dialogue.Property(d => d.Channel).HasMaxLength(20);
            dialogue.Property(d => d.Address).HasMaxLength(64);
        });
        model.Entity<HelpRequest>(request =>
        {
            request.ToTable("help_requests");
            request.Property(r => r.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
            request.Property(r => r.Text).HasMaxLength(IncomingMessage.LongestText);
            request.HasIndex(r => r.AskedAt).HasFilter("answered_at IS NULL").HasDatabaseName("ix_help_requests_open");
        });
    }
}

/// <summary>The tables of this room.</summary>
public static class ConversationSets
{
    extension(CccdDb db)
    {
        public DbSet<IncomingMessage> IncomingMessages => db.Set<IncomingMessage>();

        public DbSet<Dialogue> Dialogues => db.Set<Dialogue>();

        public DbSet<HelpRequest> HelpRequests => db.Set<HelpRequest>();
    }
}
