using CccdBot.Core.Conversation;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Answers;

/// <summary>What this room brings into the house.</summary>
public static class AnswersRoom
{
    public static IServiceCollection AddAnswers(this IServiceCollection house) => house
        .AddSingleton(_ => AnswerBook.Load())
        .AddTopic<Ask>()
        .AddScoped<IAnswersQuestions>(desk => desk.GetRequiredService<Ask>());
}
