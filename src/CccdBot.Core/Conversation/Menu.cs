using CccdBot.Core.Channels;
using CccdBot.Core.People;

namespace CccdBot.Core.Conversation;

/// <summary>"/start": who is speaking, and the four things one can come for.</summary>
internal sealed class Menu(CommuneProfile commune) : ITopic
{
    public const string StartCommand = "/start";

    public string Command => StartCommand;

    public string Title => ConversationTexts.StartTitle;

    public Reply Screen => ConversationTexts.Welcome(commune);

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        turn.Say(Screen);
        return Task.CompletedTask;
    }
}
