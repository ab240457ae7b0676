using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Conversation;

/// <summary>"/trogiup": every command in one list.</summary>
internal sealed class Help(IServiceProvider house) : ITopic
{
    public string Command => "/trogiup";

    public string Title => ConversationTexts.HelpTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        // Asked for late: the list of all topics holds this one too.
        turn.Say(ConversationTexts.Help(house.GetServices<ITopic>().Where(topic => topic.IsListed)));
        return Task.CompletedTask;
    }
}
