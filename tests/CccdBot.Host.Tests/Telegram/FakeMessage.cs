using System.Text.Json;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>A message of the bot as the citizen sees it now: <see cref="Text"/> is without markup, <see cref="Source"/> as it was sent.</summary>
public sealed record FakeMessage(
    long ChatId, long MessageId, string Text, string Source, IReadOnlyList<FakeButton> Buttons, DateTimeOffset SentAt)
{
    public DateTimeOffset? EditedAt { get; init; }

    public bool IsDeleted { get; init; }

    internal bool IsCaption { get; init; }

    /// <summary>The voice or the picture above the words: "voice" or "photo", and Telegram's name for it.</summary>
    public (string Kind, string File)? Enclosed { get; init; }

    internal string? Markup { get; init; }

    internal static string VisibleOf(JsonElement parameters, string source)
    {
        var isHtml = TextRules.IsHtml(ApiCall.String(parameters, "parse_mode"));
        return isHtml ? HtmlRules.Shared.Read(source).Visible : source;
    }

    internal static string? MarkupOf(ApiCall call) =>
        call.Buttons.Count > 0 ? call.Parameters.GetProperty("reply_markup").GetRawText() : null;

    internal bool ShowsSameAs(FakeMessage other) => Source == other.Source && Text == other.Text && Markup == other.Markup;

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("message_id"u8, MessageId);
        writer.WritePropertyName("from"u8);
        FakeBot.Write(writer);
        WriteChat(writer);
        writer.WriteNumber("date"u8, SentAt.ToUnixTimeSeconds());
        if (EditedAt is { } edited)
        {
            writer.WriteNumber("edit_date"u8, edited.ToUnixTimeSeconds());
        }

        if (Enclosed is var (kind, file))
        {
            FakeFiles.Write(writer, kind, file);
        }

        writer.WriteString(IsCaption ? "caption"u8 : "text"u8, Text);
        // Telegram gives back inline keyboards only.
        if (Markup is not null && Markup.Contains("inline_keyboard", StringComparison.Ordinal))
        {
            writer.WritePropertyName("reply_markup"u8);
            writer.WriteRawValue(Markup, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    private void WriteChat(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("chat"u8);
        writer.WriteNumber("id"u8, ChatId);
        writer.WriteString("type"u8, Updates.ChatTypeOf(ChatId));
        writer.WriteString(ChatId > 0 ? "first_name"u8 : "title"u8, ChatId > 0 ? "Lan" : "Tổ 5");
        writer.WriteEndObject();
    }
}

/// <summary>The bot's own account.</summary>
internal static class FakeBot
{
    public const long Id = 123456;
    public const string Name = "CccdBot";
    public const string Username = "CccdTestBot";

    public static void Write(Utf8JsonWriter writer, bool isFull = false)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, Id);
        writer.WriteBoolean("is_bot"u8, true);
        writer.WriteString("first_name"u8, Name);
        writer.WriteString("username"u8, Username);
        if (isFull)
        {
            writer.WriteBoolean("can_join_groups"u8, true);
            writer.WriteBoolean("can_read_all_group_messages"u8, false);
            writer.WriteBoolean("supports_inline_queries"u8, false);
        }

        writer.WriteEndObject();
    }
}
