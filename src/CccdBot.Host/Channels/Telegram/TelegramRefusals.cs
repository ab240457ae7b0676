using CccdBot.Core.Channels;
using Telegram.Bot.Exceptions;

namespace CccdBot.Host.Channels.Telegram;

/// <summary>What a failed call means: surely not sent, decided, or unknown.</summary>
internal static class TelegramRefusals
{
    /// <summary>A wrong token heals only by a human hand; asking more often would not help.</summary>
    private static readonly TimeSpan WhenTokenIsWrong = TimeSpan.FromMinutes(1);

    private static readonly string[] NobodyThere = ["chat not found", "private chat not found", "group chat was upgraded"];

    private static readonly string[] CannotEdit = ["message to edit not found", "message can't be edited", "there is no text in the message to edit"];

    private static readonly string[] FileIsNotHere = ["wrong file identifier", "wrong file_id", "wrong remote file"];

    private static readonly string[] WordsAlone = ["voice_messages_forbidden", "photo_invalid_dimensions", "photo_save_file_invalid", "image_process_failed"];

    /// <summary>403 is "blocked by the user" or "user is deactivated"; 429 says how long to wait.</summary>
    public static SendResult Understand(ApiRequestException refused) => refused.ErrorCode switch
    {
        403 => new SendResult.Gone("403"),
        429 => new SendResult.TryLater("429", TimeSpan.FromSeconds(refused.Parameters?.RetryAfter ?? 1)),
        401 or 404 => new SendResult.TryLater($"{refused.ErrorCode}: token refused", WhenTokenIsWrong),
        400 when Says(refused, NobodyThere) => new SendResult.Gone("400 chat not found"),
        400 when Says(refused, ["message is not modified"]) => new SendResult.Sent(null),
        >= 500 => new SendResult.Unknown($"{refused.ErrorCode}"),
        _ => new SendResult.Refused($"{refused.ErrorCode} {refused.Message}"),
    };

    /// <summary>A connection that never came about carried nothing; whatever happened later may have been heard.</summary>
    public static SendResult Understand(Exception failure) => failure switch
    {
        ApiRequestException refused => Understand(refused),
        _ when NeverConnected(failure) => new SendResult.TryLater("no connection"),
        _ => new SendResult.Unknown(failure.GetType().Name),
    };

    public static bool IsStaleMessage(ApiRequestException refused) => refused.ErrorCode == 400 && Says(refused, CannotEdit);

    /// <summary>The bot has another token by now, or the copy was cleared away there.</summary>
    public static bool IsUnknownFile(ApiRequestException refused) => refused.ErrorCode == 400 && Says(refused, FileIsNotHere);

    /// <summary>They take no voices from anyone, or Telegram cannot show this picture; the words it takes.</summary>
    public static bool TakesWordsAlone(ApiRequestException refused) => refused.ErrorCode == 400 && WordsAlone.Any(reason => refused.Message.Contains(reason, StringComparison.OrdinalIgnoreCase));

    private static bool NeverConnected(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
                        or HttpRequestError.ProxyTunnelError
                })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(ApiRequestException refused, string[] beginnings) =>
        beginnings.Any(beginning => refused.Message.Contains(beginning, StringComparison.OrdinalIgnoreCase));
}
