using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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
            message.Property(m => m.Recording).HasConversion(recording => recording!.ToString(), written => Recording.Read(written)!).HasMaxLength(210);
            // A channel delivers again whatever it is not sure we have: the second time changes nothing.
            message.HasIndex(m => new { m.Channel, m.DeliveryId }).IsUnique();
            message.HasIndex(m => new { m.Channel, m.Address, m.Id }).HasFilter("state = 'Waiting'").HasDatabaseName("ix_incoming_waiting");
            message.HasIndex(m => m.Id).HasFilter("state = 'SetAside'").HasDatabaseName("ix_incoming_set_aside");
            message.HasIndex(m => m.ReceivedAt);
        });
        model.Entity<Dialogue>(dialogue =>
        {
            dialogue.ToTable("dialogues");
            dialogue.HasKey(d => new { d.Channel, d.Address });
            dialogue.Property(d => d.Channel).HasMaxLength(20);
            dialogue.Property(d => d.Address).HasMaxLength(64);
            dialogue.Ignore(d => d.Answering);
        });
        MapDuty(model);
        model.Entity<UnansweredQuestion>(question =>
        {
            question.ToTable("unanswered_questions");
            question.Property(q => q.PersonId).HasConversion(new ValueConverter<PersonId, Guid>(id => id.Value, value => new PersonId(value)));
            question.Property(q => q.Text).HasMaxLength(IncomingMessage.LongestText);
            question.HasIndex(q => q.AskedAt).HasFilter("taught_as IS NULL").HasDatabaseName("ix_unanswered_open");
            question.HasIndex(q => q.PersonId).HasDatabaseName("ix_unanswered_person");
        });
    }

    private static void MapDuty(ModelBuilder model)
    {
        model.Entity<HelpRequest>(request =>
        {
            request.ToTable("help_requests");
            request.Property(r => r.PersonId).HasConversion(id => id.Value, value => new PersonId(value));
            request.Ignore(r => r.From);
            request.Property(r => r.Text).HasMaxLength(IncomingMessage.LongestText);
            request.HasIndex(r => r.AskedAt).HasFilter("ended_at IS NULL").HasDatabaseName("ix_help_requests_open");
            // Whether a chat has one open already is asked while its next words are handled.
            request.HasIndex(r => new { r.Channel, r.Address }).HasFilter("ended_at IS NULL").HasDatabaseName("ix_help_requests_chat");
        });
        model.Entity<StaffChat>(chat =>
        {
            chat.ToTable("staff_chats");
            chat.HasKey(c => new { c.Channel, c.Address });
            chat.Property(c => c.Channel).HasMaxLength(20);
            chat.Property(c => c.Address).HasMaxLength(64);
            chat.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StaffInvite>(invite =>
        {
            invite.ToTable("staff_invites");
            invite.Property(i => i.Id).ValueGeneratedNever();
            invite.HasIndex(i => i.Hash).IsUnique();
            invite.Property(i => i.Role).HasConversion<string>().HasMaxLength(20);
            invite.Property(i => i.End).HasConversion<string>().HasMaxLength(20);
            invite.Property(i => i.VillageCodes).HasMaxLength(200);
            invite.Property(i => i.Name).HasMaxLength(StaffMember.LongestName);
            invite.Property(i => i.Channel).HasMaxLength(20);
            invite.Property(i => i.Address).HasMaxLength(64);
            invite.Ignore(i => i.Chat);
        });
        model.Entity<DoorCall>(call =>
        {
            call.ToTable("door_calls");
            call.Property(c => c.Id).ValueGeneratedNever();
            call.HasIndex(c => c.Hash).IsUnique();
        });
        model.Entity<ChatCode>(code =>
        {
            code.ToTable("chat_codes");
            code.Property(c => c.Id).ValueGeneratedNever();
            code.HasIndex(c => c.Hash).IsUnique();
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

        public DbSet<StaffChat> StaffChats => db.Set<StaffChat>();

        public DbSet<StaffInvite> StaffInvites => db.Set<StaffInvite>();

        public DbSet<DoorCall> DoorCalls => db.Set<DoorCall>();

        public DbSet<ChatCode> ChatCodes => db.Set<ChatCode>();

        public DbSet<UnansweredQuestion> UnansweredQuestions => db.Set<UnansweredQuestion>();
    }
}
