namespace CccdBot.Core.Conversation;

/// <summary>The topic that takes whatever is said freely, when no question of another one is open.</summary>
public interface IAnswersQuestions : ITopic
{
    /// <summary>It is sure what is asked, and that is not about coming to an evening: then it is no wish either, though a day or an hour be named.</summary>
    bool IsSureOfAnother(string text);
}
