using System.Globalization;
using System.Text.Json.Nodes;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>Updates as Telegram would write them. They carry no number until they are delivered, or numbered for a webhook.</summary>
public sealed class Updates
{
    private const string Known = "member";
    private const string Gone = "kicked";

    private readonly Chats _chats;
    private readonly UpdateQueue _queue;
    private readonly TimeProvider _clock;
    private long _lastQuery = 4_382_000_000_000_000;

    internal Updates(Chats chats, UpdateQueue queue, TimeProvider clock) => (_chats, _queue, _clock) = (chats, queue, clock);

    /// <summary>Gives the update the next number, for a test that posts it to a webhook itself.</summary>
    public JsonObject Numbered(JsonObject update) => _queue.Number(update);

    public JsonObject Text(long chatId, string text, string firstName = "Lan") =>
        Message(chatId, Person(chatId, firstName), WithText(text), firstName);

    public JsonObject GroupText(long groupId, long userId, string text) => Message(groupId, Person(userId), WithText(text));

    /// <summary>On a message the server does not know the callback carries an inaccessible message, as on a very old one.</summary>
    public JsonObject Tap(long chatId, long messageId, string callbackData, long? userId = null) => new()
    {
        ["callback_query"] = new JsonObject
        {
            ["id"] = Interlocked.Increment(ref _lastQuery).ToString(CultureInfo.InvariantCulture),
            ["from"] = Person(userId ?? chatId),
            ["message"] = _chats.Find(chatId, messageId) is { } message ? Shown(message) : Inaccessible(chatId, messageId),
            ["chat_instance"] = "-777",
            ["data"] = callbackData,
        },
    };

    public JsonObject Sticker(long chatId) => Message(chatId, Person(chatId), new()
    {
        ["sticker"] = new JsonObject
        {
            ["file_id"] = "CAACsticker", ["file_unique_id"] = "AgADs", ["type"] = "regular", ["width"] = 512, ["height"] = 512,
            ["is_animated"] = false, ["is_video"] = false, ["emoji"] = "\U0001F44D",
        },
    });

    public JsonObject Photo(long chatId, string? caption = null)
    {
        var content = new JsonObject
        {
            ["photo"] = new JsonArray(new JsonObject
            {
                ["file_id"] = "AgACphoto", ["file_unique_id"] = "AQADp", ["width"] = 1280, ["height"] = 960, ["file_size"] = 90_000,
            }),
        };
        if (caption is not null)
        {
            content["caption"] = caption;
        }

        return Message(chatId, Person(chatId), content);
    }

    public JsonObject Voice(long chatId, string file, int seconds, int size) => Message(chatId, Person(chatId), new()
    {
        ["voice"] = new JsonObject
        {
            ["file_id"] = file, ["file_unique_id"] = "AgADv", ["duration"] = seconds, ["mime_type"] = "audio/ogg", ["file_size"] = size,
        },
    });

    public JsonObject OwnContact(long chatId, string phoneNumber) => Contact(chatId, phoneNumber, chatId);

    public JsonObject ForeignContact(long chatId, string phoneNumber) => Contact(chatId, phoneNumber, chatId + 1);

    public JsonObject EditedText(long chatId, long messageId, string text)
    {
        var message = Content(chatId, messageId, Person(chatId), WithText(text), "Lan");
        message["edit_date"] = Now();
        return new() { ["edited_message"] = message };
    }

    public JsonObject Blocked(long chatId) => Membership(chatId, Known, Gone);

    public JsonObject Unblocked(long chatId) => Membership(chatId, Gone, Known);

    /// <summary>A kind that Telegram may invent next year.</summary>
    public JsonObject UnknownKind() => new() { ["brand_new_kind"] = new JsonObject { ["date"] = Now(), ["surprise"] = true } };

    internal static string ChatTypeOf(long chatId) => chatId switch
    {
        > 0 => "private",
        <= -1_000_000_000_000 => "supergroup",
        _ => "group",
    };

    private JsonObject Message(long chatId, JsonObject from, JsonObject content, string firstName = "Lan") =>
        new() { ["message"] = Content(chatId, _chats.NextMessageId(), from, content, firstName) };

    private JsonObject Content(long chatId, long messageId, JsonObject from, JsonObject content, string firstName)
    {
        content.Insert(0, "message_id", messageId);
        content.Insert(1, "from", from);
        content.Insert(2, "chat", Chat(chatId, firstName));
        content.Insert(3, "date", Now());
        return content;
    }

    private static JsonObject WithText(string text)
    {
        var content = new JsonObject { ["text"] = text };
        if (text.StartsWith('/'))
        {
            var length = text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : text.Length;
            content["entities"] = new JsonArray(new JsonObject { ["type"] = "bot_command", ["offset"] = 0, ["length"] = length });
        }

        return content;
    }

    private JsonObject Contact(long chatId, string phoneNumber, long ownerId) => Message(chatId, Person(chatId), new()
    {
        ["contact"] = new JsonObject { ["phone_number"] = phoneNumber, ["first_name"] = "Lan", ["user_id"] = ownerId },
    });

    private JsonObject Membership(long chatId, string before, string after) => new()
    {
        ["my_chat_member"] = new JsonObject
        {
            ["chat"] = Chat(chatId, "Lan"), ["from"] = Person(chatId), ["date"] = Now(),
            ["old_chat_member"] = Member(before), ["new_chat_member"] = Member(after),
        },
    };

    private static JsonObject Member(string status)
    {
        var member = new JsonObject { ["user"] = BotAccount(), ["status"] = status };
        if (status == Gone)
        {
            member["until_date"] = 0;
        }

        return member;
    }

    private static JsonObject BotAccount() =>
        new() { ["id"] = FakeBot.Id, ["is_bot"] = true, ["first_name"] = FakeBot.Name, ["username"] = FakeBot.Username };

    private static JsonObject Person(long id, string firstName = "Lan") =>
        new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = firstName, ["language_code"] = "vi" };

    private static JsonObject Chat(long id, string firstName) =>
        new() { ["id"] = id, [id > 0 ? "first_name" : "title"] = id > 0 ? firstName : "Tổ 5", ["type"] = ChatTypeOf(id) };

    private static JsonObject Shown(FakeMessage message)
    {
        var shown = new JsonObject
        {
            ["message_id"] = message.MessageId, ["from"] = BotAccount(), ["chat"] = Chat(message.ChatId, "Lan"),
            ["date"] = message.SentAt.ToUnixTimeSeconds(), [message.IsCaption ? "caption" : "text"] = message.Text,
        };
        if (message.Markup is { } markup)
        {
            shown["reply_markup"] = JsonNode.Parse(markup);
        }

        return shown;
    }

    private static JsonObject Inaccessible(long chatId, long messageId) =>
        new() { ["message_id"] = messageId, ["chat"] = Chat(chatId, "Lan"), ["date"] = 0 };

    private long Now() => _clock.GetUtcNow().ToUnixTimeSeconds();
}
