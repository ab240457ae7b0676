using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Voices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CccdBot.Core.Outreach.Notices;

/// <summary>The corner of the room where one word goes to many.</summary>
internal static class NoticesCorner
{
    public static IServiceCollection AddNotices(this IServiceCollection house)
    {
        house.TryAddSingleton(new LinkRule([]));
        return house
            .AddSingleton<ITables, NoticesTables>()
            .AddScoped<Audience>()
            .AddScoped<NoticeDesk>()
            .AddScoped<NoticePost>()
            .AddScoped<NoticeRounds.Round>()
            .AddSingleton<NoticeRounds>()
            .AddScoped<IClearsOld, ClearOldNotices>()
            .AddVoiced<VoicedNotices>()
            .AddTopic<VerifyNotice>();
    }
}
