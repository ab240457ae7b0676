using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>What each method does once the request is found to be in order.</summary>
internal sealed class BotMethods(Chats chats, UpdateQueue updates, FakeFiles files, TimeProvider clock)
{
    private const string NotModified = "message is not modified: specified new message content and reply markup are exactly the same "
        + "as a current content and reply markup of the message";
    private const string QueryTooOld = "query is too old and response timeout expired or query ID is invalid";
    private const string WebhookIsActive = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(50);

    private readonly ConcurrentDictionary<string, string> _commands = new();

    public JsonElement? Webhook { get; private set; }

    public Task<Answer> PollAsync(ApiCall call, CancellationToken ct)
    {
        if (Webhook is not null)
        {
            return Task.FromResult(Answer.Error(409, WebhookIsActive));
        }

        var timeout = TimeSpan.FromSeconds(Number(call, "timeout") ?? 0);
        var limit = (int)Math.Clamp(Number(call, "limit") ?? 100, 1, 100);
        return updates.PollAsync(Number(call, "offset") ?? 0, limit, timeout < LongestPoll ? timeout : LongestPoll, ct);
    }

    public Answer Run(ApiCall call, MethodRule rule)
    {
        if (call.ChatId is { } chat && chats.HasBlocked(chat))
        {
            return Answer.Error(403, "Forbidden: bot was blocked by the user");
        }

        return rule.Name switch
        {
            "getMe" => Answer.Result(writer => FakeBot.Write(writer, isFull: true)),
            "setWebhook" => SetWebhook(call),
            "deleteWebhook" => DeleteWebhook(call),
            "getWebhookInfo" => DescribeWebhook(),
            "editMessageText" or "editMessageCaption" or "editMessageReplyMarkup" => Edit(call),
            "deleteMessage" => Delete(call),
            "answerCallbackQuery" => AnswerTap(call),
            "setMyCommands" => SetCommands(call),
            "getMyCommands" => GetCommands(call),
            "getFile" => files.Describe(call),
            "sendVoice" when chats.TakesNoVoices(call.ChatId ?? 0) => Answer.BadRequest("VOICE_MESSAGES_FORBIDDEN"),
            "sendVoice" => SendFile(call, "voice"),
            "sendPhoto" => SendFile(call, "photo"),
            _ => rule.Returns switch
            {
                ["Message"] => Send(call),
                [var list] when list.StartsWith("Array", StringComparison.Ordinal) => Answer.EmptyList,
                _ => Answer.True,
            },
        };
    }

    private Answer SetWebhook(ApiCall call)
    {
        Webhook = string.IsNullOrEmpty(ApiCall.String(call.Parameters, "url")) ? null : call.Parameters;
        return DropPending(call);
    }

    private Answer DeleteWebhook(ApiCall call)
    {
        Webhook = null;
        return DropPending(call);
    }

    private Answer DropPending(ApiCall call)
    {
        if (call.Parameters.TryGetProperty("drop_pending_updates", out var drops) && drops.ValueKind == JsonValueKind.True)
        {
            updates.Clear();
        }

        return Answer.True;
    }

    private Answer DescribeWebhook() => Answer.Result(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("url"u8, Webhook is { } webhook ? ApiCall.String(webhook, "url") : "");
        writer.WriteBoolean("has_custom_certificate"u8, false);
        writer.WriteNumber("pending_update_count"u8, updates.Count);
        writer.WriteEndObject();
    });

    private Answer Edit(ApiCall call)
    {
        if (chats.Find(call.ChatId ?? 0, call.MessageId ?? 0) is not { } old)
        {
            return Answer.BadRequest("message to edit not found");
        }

        if (old.IsCaption && call.Method == "editMessageText")
        {
            return Answer.BadRequest("there is no text in the message to edit");
        }

        var changed = Changed(old, call);
        if (changed.ShowsSameAs(old))
        {
            return Answer.BadRequest(NotModified);
        }

        // Two edits at the same moment: the later one is tried again on what the earlier one left.
        return chats.Replace(old, changed) ? Answer.Result(changed.Write) : Edit(call);
    }

    /// <summary>An edit that names no keyboard takes the keyboard away.</summary>
    private FakeMessage Changed(FakeMessage old, ApiCall call)
    {
        var changed = old with { Buttons = call.Buttons, Markup = FakeMessage.MarkupOf(call), EditedAt = clock.GetUtcNow() };
        return call.Text is { } source
            ? changed with { Source = source, Text = FakeMessage.VisibleOf(call.Parameters, source) }
            : changed;
    }

    private Answer Delete(ApiCall call)
    {
        var (chat, id) = (call.ChatId ?? 0, call.MessageId ?? 0);
        if (chats.Find(chat, id) is { } mine)
        {
            chats.Replace(mine, mine with { IsDeleted = true });
            return Answer.True;
        }

        // The citizens' own messages are not kept, so any number given to one of them will do.
        return chats.HasIssued(id) && !chats.WasDeleted(chat, id) ? Answer.True : Answer.BadRequest("message to delete not found");
    }

    private Answer AnswerTap(ApiCall call) =>
        updates.KnowsCallbackQuery(ApiCall.String(call.Parameters, "callback_query_id") ?? "") ? Answer.True : Answer.BadRequest(QueryTooOld);

    private Answer SetCommands(ApiCall call)
    {
        _commands[ScopeOf(call)] = call.Parameters.TryGetProperty("commands", out var commands) ? commands.GetRawText() : "[]";
        return Answer.True;
    }

    private Answer GetCommands(ApiCall call)
    {
        var commands = Encoding.UTF8.GetBytes(_commands.GetValueOrDefault(ScopeOf(call), "[]"));
        return Answer.Result(writer => writer.WriteRawValue(commands, skipInputValidation: true));
    }

    private static string ScopeOf(ApiCall call)
    {
        var scope = call.Parameters.TryGetProperty("scope", out var given) ? given.GetRawText() : """{"type":"default"}""";
        return scope + ApiCall.String(call.Parameters, "language_code");
    }

    private Answer SendFile(ApiCall call, string parameter) =>
        files.Take(call, parameter) is { } file ? Send(call, (parameter, file)) : Answer.BadRequest(FakeFiles.UnknownFile);

    private Answer Send(ApiCall call, (string Kind, string File)? enclosed = null)
    {
        var source = call.Text ?? "";
        var message = new FakeMessage(
            call.ChatId ?? 0, chats.NextMessageId(), FakeMessage.VisibleOf(call.Parameters, source), source, call.Buttons, clock.GetUtcNow())
        {
            IsCaption = call.Method != "sendMessage",
            Markup = FakeMessage.MarkupOf(call),
            Enclosed = enclosed,
        };
        chats.Add(message);
        return Answer.Result(message.Write) with { MessageId = message.MessageId };
    }

    private static long? Number(ApiCall call, string name) => ApiCall.Long(call.Parameters, name);
}
