using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CccdBot.Host.Settings;
using Microsoft.AspNetCore.Http.Features;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace CccdBot.Host.Channels.Telegram;

/// <summary>Where Telegram calls us: who is calling is checked before a byte is read, and 200 means "it is on disk".</summary>
internal static class TelegramWebhook
{
    public const string Path = "/telegram/webhook";

    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>Telegram's updates are a few kilobytes; nothing honest is larger.</summary>
    private const int LargestBody = 256 * 1024;

    private static IResult TooLarge => Results.StatusCode(StatusCodes.Status413PayloadTooLarge);

    public static void Map(WebApplication app) => app.MapPost(Path, ReceiveAsync).DisableAntiforgery();

    private static async Task<IResult> ReceiveAsync(HttpRequest request, TelegramDoor door, TelegramSettings settings, CancellationToken ct)
    {
        if (!IsTelegram(request, settings.SecretToken!))
        {
            return Results.Unauthorized();
        }

        if (request.ContentLength > LargestBody)
        {
            return TooLarge;
        }

        // A body that does not say its size is counted while it is read.
        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestBody;

        try
        {
            if (await JsonSerializer.DeserializeAsync<Update>(request.Body, JsonBotAPI.Options, ct) is { Id: > 0 } update)
            {
                await door.ReceiveAsync([update]);
                return Results.Ok();
            }
        }
        catch (JsonException)
        {
            // Said below: there is nothing of it that could be kept.
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge;
        }

        return Results.BadRequest();
    }

    private static bool IsTelegram(HttpRequest request, string secret) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[SecretHeader].ToString())), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <summary>In webhook mode nobody polls; Telegram only has to be told where to call.</summary>
internal sealed class TelegramWebhookSetup(TelegramSetup setup) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => setup.PrepareAsync(stoppingToken);
}
