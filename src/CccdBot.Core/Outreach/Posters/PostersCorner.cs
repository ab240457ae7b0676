using CccdBot.Core.Conversation;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Core.Outreach.Posters;

/// <summary>The corner of the room for those who come from a poster.</summary>
internal static class PostersCorner
{
    public static IServiceCollection AddPosters(this IServiceCollection house) => house.AddTopic<ComeFromPoster>();
}
