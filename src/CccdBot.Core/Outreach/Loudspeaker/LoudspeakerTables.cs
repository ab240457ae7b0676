using CccdBot.Core.Booking;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Outreach.Loudspeaker;

internal sealed class LoudspeakerTables : ITables
{
    public void Map(ModelBuilder model) => model.Entity<LoudspeakerPlay>(play =>
    {
        play.ToTable("loudspeaker_plays");
        play.HasOne<Session>().WithMany().HasForeignKey(p => p.SessionId).OnDelete(DeleteBehavior.Restrict);
        play.Property(p => p.PlaceCode).HasMaxLength(Place.LongestCode);
        // Two who tap in the same moment both saw one time less: one of them is first.
        play.HasIndex(p => new { p.SessionId, p.PlaceCode, p.Times }).IsUnique().HasDatabaseName("ux_loudspeaker_plays");
    });
}
