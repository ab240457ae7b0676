namespace CccdBot.Core.Conversation;

/// <summary>The topic that takes whatever is said freely, when no question of another one is open.</summary>
public interface IAnswersQuestions : ITopic;
