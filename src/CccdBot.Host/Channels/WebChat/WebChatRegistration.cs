using System.Threading.RateLimiting;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Host.Channels.WebChat;

/// <summary>Opens the web door.</summary>
internal static class WebChatRegistration
{
    private const string Talk = "chat";

    /// <summary>One person types no faster; a script does.</summary>
    private static readonly TokenBucketRateLimiterOptions PerChat = new()
    {
        TokenLimit = 20,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(2),
    };

    /// <summary>What belongs to the ledger; the tool that writes migrations needs it too.</summary>
    public static IServiceCollection AddChatLines(this IServiceCollection house) => house
        .AddSingleton<ITables, ChatLineTables>()
        .AddScoped<ChatLines>()
        .AddScoped<IShowsTalk>(desk => desk.GetRequiredService<ChatLines>())
        .AddScoped<IForgetsPerson>(desk => desk.GetRequiredService<ChatLines>())
        .AddScoped<IClearsOld>(desk => desk.GetRequiredService<ChatLines>());

    public static IServiceCollection AddWebChat(this IServiceCollection house) => house
        .AddSingleton<ChatBells>()
        .AddSingleton<WebChatDoor>()
        .AddSingleton<IChannel, WebChatChannel>()
        .AddRateLimiter(limits =>
        {
            limits.AddPolicy(Talk, visit => RateLimitPartition.GetTokenBucketLimiter(
                ChatSession.AddressOf(visit.Request) ?? visit.Connection.RemoteIpAddress?.ToString() ?? "", _ => PerChat));
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (refused, _) => new ValueTask(TellAsync(refused.HttpContext));
        });

    public static void MapWebChat(this WebApplication app)
    {
        app.MapPost("/chat", (HttpContext visit, WebChatDoor door, Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery) =>
            door.SayAsync(visit, antiforgery)).RequireRateLimiting(Talk);
        app.MapEnclosures();
        app.MapGet("/chat/stream", (HttpContext visit, WebChatDoor door, long after = 0) => door.StreamAsync(visit, after));
    }

    /// <summary>Only the chat has words of its own; other doors show the page of the status code.</summary>
    private static Task TellAsync(HttpContext refused) => refused.Request.Path.StartsWithSegments("/chat")
        ? ChatProblems.Tell(refused, StatusCodes.Status429TooManyRequests, ChatProblems.TooFast).ExecuteAsync(refused)
        : Task.CompletedTask;
}
