using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Conversation;

/// <summary>"/trogiup": the commands most people need, and behind one button all the others.</summary>
internal sealed class Help(IServiceProvider house) : ITopic
{
    public const string Called = "/trogiup";
    public const string More = "more";

    /// <summary>What nine in ten come for; more lines at once are not read.</summary>
    private static readonly string[] First = ["/hoi", "/datlich", "/lichcuatoi", "/doilich", "/huylich", AskHuman.Called];

    public string Command => Called;

    public string Title => ConversationTexts.HelpTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        // Asked for late: the list of all topics holds this one too.
        var listed = house.GetServices<ITopic>().Where(topic => topic.IsListed).ToLookup(topic => First.Contains(topic.Command));
        turn.Say(turn.Step == More ? ConversationTexts.MoreHelp(listed[false]) : ConversationTexts.Help(listed[true].OrderBy(topic => First.IndexOf(topic.Command))));
        return Task.CompletedTask;
    }
}
