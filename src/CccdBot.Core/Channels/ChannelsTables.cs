using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CccdBot.Core.Channels;

internal sealed class ChannelsTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<OutgoingMessage>(message =>
        {
            message.ToTable("outgoing_messages");
            message.Ignore(m => m.To);
            message.Property(m => m.Channel).HasMaxLength(20);
            message.Property(m => m.Address).HasMaxLength(64);
            message.Property(m => m.Choices).HasConversion(
                choices => ChoicesJson.Write(choices),
                json => ChoicesJson.Read(json),
                new ValueComparer<IReadOnlyList<Choice>>((a, b) => ReferenceEquals(a, b), c => c.Count, c => c));
            message.Property(m => m.Encloses).HasConversion(enclosed => enclosed!.ToString(), written => Enclosed.Read(written)!).HasMaxLength(50);
            // The postman asks for the next ones many times a second: the index holds only what still waits.
            message.HasIndex(m => new { m.Channel, m.Priority, m.Id }).HasFilter("state = 'Queued'").HasDatabaseName("ix_outgoing_queued");
            // Whether a chat has something in hand, or something earlier to be sent.
            message.HasIndex(m => new { m.Channel, m.Address }).HasFilter("state IN ('Queued', 'Sending')").HasDatabaseName("ix_outgoing_open");
            message.HasIndex(m => m.Kind).HasFilter("state = 'Sending'").HasDatabaseName("ix_outgoing_sending");
            message.HasIndex(m => m.About).HasFilter("about IS NOT NULL").HasDatabaseName("ix_outgoing_about");
            // The newest message with buttons in a chat; and all of a chat, when it is to be forgotten.
            message.HasIndex(m => new { m.Channel, m.Address, m.Id }).HasDatabaseName("ix_outgoing_chat");
            message.HasIndex(m => m.CreatedAt).HasDatabaseName("ix_outgoing_created");
        });
        MapPace(model);
        MapEnclosures(model);
        model.Entity<ClosedAddress>(closed =>
        {
            closed.ToTable("closed_addresses");
            closed.HasKey(c => new { c.Channel, c.Address });
            closed.Property(c => c.Channel).HasMaxLength(20);
            closed.Property(c => c.Address).HasMaxLength(64);
        });
    }

    private static void MapEnclosures(ModelBuilder model)
    {
        model.Entity<Enclosure>(enclosure =>
        {
            enclosure.ToTable("enclosures");
            enclosure.Property(e => e.Id).ValueGeneratedNever();
            enclosure.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<EnclosureCopy>(copy =>
        {
            copy.ToTable("enclosure_copies");
            copy.HasKey(c => new { c.EnclosureId, c.Channel });
            copy.Property(c => c.Channel).HasMaxLength(20);
            copy.Property(c => c.File).HasMaxLength(200);
            copy.HasOne<Enclosure>().WithMany().HasForeignKey(c => c.EnclosureId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void MapPace(ModelBuilder model)
    {
        model.Entity<SendRound>(round =>
        {
            round.ToTable("send_rounds");
            round.Property(r => r.Channel).HasMaxLength(20);
            round.HasIndex(r => new { r.Channel, r.CountsUntil });
        });
        model.Entity<ChatPace>(pace =>
        {
            pace.ToTable("chat_paces");
            pace.HasKey(p => new { p.Channel, p.Address });
            pace.Property(p => p.Channel).HasMaxLength(20);
            pace.Property(p => p.Address).HasMaxLength(64);
        });
        model.Entity<ChannelRest>(rest =>
        {
            rest.ToTable("channel_rests");
            rest.HasKey(r => r.Channel);
            rest.Property(r => r.Channel).HasMaxLength(20);
        });
    }
}

/// <summary>The tables of this room.</summary>
public static class ChannelsSets
{
    extension(CccdDb db)
    {
        public DbSet<OutgoingMessage> OutgoingMessages => db.Set<OutgoingMessage>();

        public DbSet<Enclosure> Enclosures => db.Set<Enclosure>();

        public DbSet<ClosedAddress> ClosedAddresses => db.Set<ClosedAddress>();
    }
}
