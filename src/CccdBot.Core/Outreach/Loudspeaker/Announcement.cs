using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Outreach.Registry;

namespace CccdBot.Core.Outreach.Loudspeaker;

/// <summary>An evening as it is made known in one village.</summary>
/// <param name="VillageCode">Where the loudspeaker stands.</param>
/// <param name="Village">"Buôn Sui".</param>
/// <param name="PlaceName">Where the evening is held: "Nhà sinh hoạt cộng đồng buôn Sui".</param>
public sealed record Announcement(
    long SessionId, SessionState State, DateTime StartsAt, DateTime EndsAt, string VillageCode, string Village, string PlaceName, string PlaceShortName)
{
    public EveningWork Work { get; init; } = EveningWork.All;

    public bool MakesCards => Work.Does(WishService.Card) || Work.Does(WishService.Both);

    /// <summary>"buôn Sui" within a sentence; a school or the commune's hall calls the whole commune.</summary>
    public string Audience => VillageNames.IsVillage(Village) ? char.ToLowerInvariant(Village[0]) + Village[1..] : "toàn xã";

    /// <summary>Only what the police have confirmed is called out, and nothing that is over.</summary>
    public bool IsToBePlayed(DateTime now) => State == SessionState.Confirmed && EndsAt > now;
}
