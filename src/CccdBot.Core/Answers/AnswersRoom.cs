using CccdBot.Core.Answers.Teaching;
using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;
using CccdBot.Core.Voices;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Answers;

/// <summary>What this room brings into the house.</summary>
public static class AnswersRoom
{
    public static IServiceCollection AddAnswers(this IServiceCollection house) => house
        .AddSingleton<ITables, TeachingTables>()
        .AddSingleton<OpenBook>()
        .AddScoped<Lessons>()
        .AddVoiced<VoicedAnswers>()
        .AddTopic<Ask>()
        .AddScoped<IAnswersQuestions>(desk => desk.GetRequiredService<Ask>());
}
