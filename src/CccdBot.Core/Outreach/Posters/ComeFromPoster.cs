using CccdBot.Core.Booking;
using CccdBot.Core.Conversation;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.People;

namespace CccdBot.Core.Outreach.Posters;

/// <summary>"/toio": who scanned the code on a village's poster lives there, and is shown its evenings.</summary>
internal sealed class ComeFromPoster(Homes homes, SlotMenus menus, EveningPattern pattern, CommuneProfile commune) : ITopic
{
    public const string Called = "/toio";

    public string Command => Called;

    public string Title => PosterTexts.Title;

    public bool IsListed => false;

    public bool TakesWords => true;

    public string? LinkBegins => PosterLink.Purpose;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (PosterLink.Find(turn.Text, pattern) is { } village)
        {
            // Nobody lives in a school: who scans its poster is still to say which village is theirs.
            var isHome = VillageNames.IsVillage(village.ShortName) && homes.Say(turn.Person.Id, village.Code);
            var evenings = menus.OfferEvenings(BookSlot.Called, $"{village.Code}|0|", turn.Now);
            turn.Say(evenings with { Text = PosterTexts.Welcome(commune, isHome ? village.ShortName : null, evenings.Text) });
        }
        else
        {
            turn.Say(menus.OfferPlaces(BookSlot.Called, "", turn.Now));
        }

        return Task.CompletedTask;
    }
}
