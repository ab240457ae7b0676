using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation;

/// <summary>"/xoadulieu": everything about me is cleared, at once (Luật 91/2025/QH15 Điều 14).</summary>
internal sealed class ForgetMe(CccdDb db, IEnumerable<IForgetsPerson> rooms) : ITopic
{
    public const string Called = "/xoadulieu";
    public const string All = "all";
    public const string Keep = "keep";

    public string Command => Called;

    public string Title => ConversationTexts.ForgetTitle;

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case All:
                await ForgetAsync(turn.Person, ct);
                turn.Say(ConversationTexts.Forgotten);
                break;
            case Keep:
                turn.Say(ConversationTexts.NothingForgotten);
                break;
            default:
                turn.Say(ConversationTexts.AskToForget);
                break;
        }
    }

    private async Task ForgetAsync(Person person, CancellationToken ct)
    {
        var addresses = await db.ContactRoutes.Where(route => route.PersonId == person.Id)
            .Select(route => new ChannelAddress(route.Channel, route.Address)).ToListAsync(ct);
        foreach (var room in rooms)
        {
            await room.ForgetAsync(person.Id, addresses, ct);
        }

        // The seats they once took stay as a count; which chat took them is no longer known.
        await db.ContactRoutes.Where(route => route.PersonId == person.Id).ExecuteDeleteAsync(ct);
        person.Forget();
    }
}
