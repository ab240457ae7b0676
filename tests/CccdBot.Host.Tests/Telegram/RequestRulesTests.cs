using System.Text.Json;

namespace CccdBot.Host.Tests.Telegram;

public sealed class RequestRulesTests
{
    [Theory]
    [InlineData("sendMessage", """{"chat_id":7,"text":"Chào bà con"}""")]
    [InlineData("sendMessage", """{"chat_id":"@thon_doai","text":"Chào","link_preview_options":{"is_disabled":true}}""")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","entities":[{"type":"bold","offset":0,"length":1}]}""")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","reply_markup":{"keyboard":[[{"text":"Gửi số","request_contact":true}]]}}""")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","reply_markup":{"remove_keyboard":true}}""")]
    [InlineData("editMessageText", """{"chat_id":7,"message_id":3,"text":"b"}""")]
    [InlineData("editMessageReplyMarkup", """{"inline_message_id":"x"}""")]
    [InlineData("setMyCommands", """{"commands":[{"command":"datlich","description":"Đặt lịch"}],"scope":{"type":"chat","chat_id":7},"language_code":"vi"}""")]
    [InlineData("setWebhook", """{"url":"https://xa.example:8443/tg","secret_token":"Abc_-9"}""")]
    [InlineData("setWebhook", """{"url":""}""")]
    [InlineData("sendMediaGroup", """{"chat_id":7,"media":[{"type":"photo","media":"a"},{"type":"video","media":"b"}]}""")]
    public void A_good_request_passes(string method, string json) => Assert.Empty(ProblemsOf(method, json));

    [Theory]
    [InlineData("sendMesage", """{"chat_id":7,"text":"a"}""", "unknown method")]
    [InlineData("sendMessage", "[]", "can't parse request JSON")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","colour":"red"}""", "unknown parameter colour")]
    [InlineData("sendMessage", """{"chat_id":7}""", "required parameter text is missing")]
    [InlineData("sendMessage", """{"chat_id":7.5,"text":"a"}""", "chat_id must be Integer or String")]
    [InlineData("sendMessage", """{"chat_id":7,"text":5}""", "text must be String")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","link_preview_options":{"is_disabled":"yes"}}""", "link_preview_options.is_disabled must be Boolean")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","link_preview_options":{"off":true}}""", "unknown parameter link_preview_options.off")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","parse_mode":"Text"}""", "parse_mode is \"Text\"")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"  "}""", "message text is empty")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"<b></b>","parse_mode":"HTML"}""", "message text is empty")]
    [InlineData("sendMessage", """{"chat_id":7,"text":"a","parse_mode":"HTML","entities":[]}""", "exclude each other")]
    [InlineData("sendChatAction", """{"chat_id":7,"action":"dancing"}""", "action is \"dancing\"")]
    [InlineData("getUpdates", """{"limit":101}""", "limit is 101")]
    [InlineData("editMessageText", """{"chat_id":7,"text":"b"}""", "exactly one of chat_id with message_id")]
    [InlineData("editMessageText", """{"chat_id":7,"message_id":3}""", "exactly one of text")]
    [InlineData("editMessageReplyMarkup", """{"chat_id":7,"message_id":3,"inline_message_id":"x"}""", "exactly one of chat_id")]
    [InlineData("editMessageCaption", """{"caption":"x"}""", "exactly one of chat_id")]
    [InlineData("editMessageMedia", """{"media":{"type":"photo","media":"a"}}""", "exactly one of chat_id")]
    [InlineData("sendMediaGroup", """{"chat_id":7,"media":[{"type":"photo","media":"a"}]}""", "media has 1 items")]
    [InlineData("sendMediaGroup", """{"chat_id":7,"media":[{"type":"photo","media":"a"},{"type":"document","media":"b"}]}""", "documents go only")]
    [InlineData("sendMediaGroup", """{"chat_id":7,"media":[{"type":"photo","media":"a"},{"type":"photo"}]}""", "media[1].media is missing")]
    [InlineData("deleteMessages", """{"chat_id":7,"message_ids":[]}""", "message_ids has 0 items")]
    [InlineData("setMyCommands", """{"commands":[{"command":"Đặt","description":"x"}]}""", "BOT_COMMAND_INVALID")]
    [InlineData("setMyCommands", """{"commands":[{"command":"a","description":""}]}""", "commands[0].description has 0 characters")]
    [InlineData("setMyCommands", """{"commands":[],"language_code":"vie"}""", "LANGUAGE_CODE_INVALID")]
    [InlineData("setMyCommands", """{"commands":[],"scope":{"type":"chat"}}""", "scope.chat_id is missing")]
    [InlineData("setWebhook", """{"url":"http://xa.example/tg"}""", "bad webhook")]
    [InlineData("setWebhook", """{"url":"https://xa.example:5001/tg"}""", "bad webhook")]
    [InlineData("setWebhook", """{"url":"https://xa.example/tg","secret_token":"a b"}""", "secret token contains unallowed")]
    [InlineData("setWebhook", """{"url":"https://xa.example/tg","max_connections":0}""", "max_connections is 0")]
    public void A_bad_request_is_named(string method, string json, string reason) =>
        Assert.Contains(reason, Assert.Single(ProblemsOf(method, json)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"text":"Có","callback_data":"s:7Q2x"}""")]
    [InlineData("""{"text":"Trang xã","url":"https://xa.example/"}""")]
    [InlineData("""{"text":"Đỏ","callback_data":"x","style":"danger"}""")]
    public void A_good_button_passes(string button) => Assert.Empty(ProblemsOf("sendMessage", WithRows($"[{button}]")));

    [Theory]
    [InlineData("""{"text":"Có"}""", "needs exactly one action, not 0")]
    [InlineData("""{"text":"Có","callback_data":"x","url":"https://xa.example/"}""", "needs exactly one action, not 2")]
    [InlineData("""{"text":"Có","callback_data":""}""", "has 0 bytes")]
    [InlineData("""{"text":"Có","url":"ftp://xa.example/"}""", "BUTTON_URL_INVALID")]
    [InlineData("""{"text":" ","callback_data":"x"}""", "button text is empty")]
    [InlineData("""{"callback_data":"x","text":5}""", "inline_keyboard[0][0].text must be String")]
    [InlineData("""{"text":"Có","callback_data":"x","style":"pink"}""", "style is \"pink\"")]
    [InlineData("""{"text":"Có","callback_data":"x","size":2}""", "unknown parameter reply_markup.inline_keyboard[0][0].size")]
    public void A_bad_button_is_named(string button, string reason) =>
        Assert.Contains(ProblemsOf("sendMessage", WithRows($"[{button}]")), problem => problem.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void Callback_data_is_counted_in_bytes()
    {
        var fits = WithRows($$"""[{"text":"a","callback_data":"{{new string('a', 64)}}"}]""");
        var vietnamese = WithRows($$"""[{"text":"a","callback_data":"{{new string('ộ', 22)}}"}]""");

        Assert.Empty(ProblemsOf("sendMessage", fits));
        Assert.StartsWith("BUTTON_DATA_INVALID", Assert.Single(ProblemsOf("sendMessage", vietnamese)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 1, 0)]
    [InlineData(9, 1, 1)]
    [InlineData(5, 20, 0)]
    [InlineData(5, 21, 1)]
    public void A_keyboard_has_eight_buttons_a_row_and_a_hundred_in_all(int inRow, int rows, int problems)
    {
        var row = "[" + string.Join(',', Enumerable.Repeat("""{"text":"a","callback_data":"x"}""", inRow)) + "]";

        var found = ProblemsOf("sendMessage", WithRows(string.Join(',', Enumerable.Repeat(row, rows))));

        Assert.Equal(problems, found.Count);
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(-7, 1)]
    public void A_phone_number_is_asked_for_in_private_only(long chat, int problems) =>
        Assert.Equal(problems, ProblemsOf("sendMessage",
            $$$"""{"chat_id":{{{chat}}},"text":"a","reply_markup":{"keyboard":[[{"text":"Gửi số","request_contact":true}]]}}""").Count);

    [Theory]
    [InlineData("<b>Đậm</b> &lt;18 &amp; 60&#43; <a href=\"https://xa.example\">xem</a>", "Đậm <18 & 60+ xem")]
    [InlineData("<span class=\"tg-spoiler\">x</span><pre><code class=\"language-cs\">y</code></pre>", "xy")]
    [InlineData("<blockquote expandable>a</blockquote> A & B", "a A & B")]
    public void Good_html_shows_its_text(string html, string seen) => Assert.Equal((seen, null), HtmlRules.Shared.Read(html));

    [Theory]
    [InlineData("Dòng<br>hai", "Unsupported start tag \"br\" at byte offset 5")]
    [InlineData("<p>a</p>", "Unsupported start tag \"p\"")]
    [InlineData("tuổi < 18", "Unsupported start tag")]
    [InlineData("<b>a", "Can't find end tag")]
    [InlineData("<b><i>a</b></i>", "Unmatched end tag")]
    [InlineData("a</b>", "Unexpected end tag")]
    [InlineData("<span>a</span>", "must have class=tg-spoiler")]
    [InlineData("<a>a</a>", "must have href")]
    [InlineData("a&nbsp;b", "Unsupported entity \"&nbsp;\"")]
    public void Bad_html_is_refused_only_in_html_mode(string text, string reason)
    {
        var asHtml = ProblemsOf("sendMessage", JsonSerializer.Serialize(new { chat_id = 7, text, parse_mode = "HTML" }));
        var asPlain = ProblemsOf("sendMessage", JsonSerializer.Serialize(new { chat_id = 7, text }));

        Assert.StartsWith("can't parse entities", Assert.Single(asHtml), StringComparison.Ordinal);
        Assert.Contains(reason, asHtml[0], StringComparison.Ordinal);
        Assert.Empty(asPlain);
    }

    [Theory]
    [InlineData(4096, 0)]
    [InlineData(4097, 1)]
    public void The_length_is_that_of_the_text_seen(int letters, int problems)
    {
        var text = $"<b>{new string('ộ', letters - 1)}</b>&amp;";

        var found = ProblemsOf("sendMessage", JsonSerializer.Serialize(new { chat_id = 7, text, parse_mode = "HTML" }));

        Assert.Equal(problems, found.Count(problem => problem.StartsWith("message is too long", StringComparison.Ordinal)));
    }

    [Fact]
    public void More_than_a_hundred_commands_are_too_many()
    {
        var commands = Enumerable.Range(0, 101).Select(number => new { command = $"c{number}", description = "x" }).ToArray();

        Assert.Empty(ProblemsOf("setMyCommands", JsonSerializer.Serialize(new { commands = commands[..100] })));
        Assert.Contains("BOT_COMMANDS_TOO_MUCH",
            Assert.Single(ProblemsOf("setMyCommands", JsonSerializer.Serialize(new { commands }))), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_conditional_rule_of_the_data_file_is_coded()
    {
        // "*" is in TextRules, and the type table itself limits message_ids.
        var written = ProseRules.Shared.Conditional.Select(rule => rule.Method).Except(["*", "deleteMessages"]);

        Assert.Equal(written.Order(), ConditionalRules.Methods.Order());
    }

    private static string WithRows(string rows) => $$$"""{"chat_id":7,"text":"a","reply_markup":{"inline_keyboard":[{{{rows}}}]}}""";

    private static IReadOnlyList<string> ProblemsOf(string method, string json) =>
        RequestRules.Shared.ProblemsOf(method, JsonElement.Parse(json));
}
