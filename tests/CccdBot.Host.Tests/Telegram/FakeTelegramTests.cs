using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace CccdBot.Host.Tests.Telegram;

public sealed class FakeTelegramTests : IAsyncLifetime, IDisposable
{
    private const long Lan = 5_000_000_001;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _http = new();
    private FakeTelegram _server = null!;

    public async Task InitializeAsync() => _server = await FakeTelegram.StartAsync(new() { Clock = _clock, EnforcesLimits = true });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_wrong_token_is_unauthorized_and_a_wrong_method_not_found()
    {
        var stranger = await _http.GetAsync(new Uri(_server.Address, "/bot1:WRONG/getMe"));
        var unknown = await CallAsync("sendMesage", "{}");

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal("""{"ok":false,"error_code":401,"description":"Unauthorized"}""", await stranger.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("sendMesage: unknown method", Assert.Single(_server.Violations));
    }

    [Fact]
    public async Task A_bad_request_is_answered_400_and_remembered()
    {
        var answer = await CallAsync("sendMessage", """{"chat_id":7}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("sendMessage: required parameter text is missing", Assert.Single(_server.Violations));
        Assert.False(Assert.Single(_server.Calls).IsAccepted);
    }

    [Fact]
    public async Task Json_form_and_multipart_say_the_same()
    {
        const string Markup = """{"inline_keyboard":[[{"text":"Có","callback_data":"c"}]]}""";
        Dictionary<string, string> fields = new() { ["chat_id"] = "7", ["text"] = "Chào", ["reply_markup"] = Markup };
        using var form = new FormUrlEncodedContent(fields);
        using var parts = new MultipartFormDataContent();
        fields.ToList().ForEach(field => parts.Add(new StringContent(field.Value), field.Key));

        await CallAsync("sendMessage", $$"""{"chat_id":7,"text":"Chào","reply_markup":{{Markup}}}""");
        await _http.PostAsync(AddressOf("sendMessage"), form);
        await _http.PostAsync(AddressOf("sendMessage"), parts);

        Assert.Empty(_server.Violations);
        Assert.Equal(3, _server.CallsTo(7).Count);
        Assert.All(_server.Calls, call => Assert.Equal(("Chào", new FakeButton("Có", "c")), (call.Text, Assert.Single(call.Buttons))));
    }

    [Fact]
    public async Task The_screen_shows_the_last_message_as_edited()
    {
        var id = await SendAsync(Lan, "Chọn buổi");
        await CallAsync("editMessageText", $$"""{"chat_id":{{Lan}},"message_id":{{id}},"text":"<b>Đã chọn</b>","parse_mode":"HTML"}""");

        Assert.Equal("Đã chọn", _server.Screen(Lan).Text);
        Assert.Equal(id, _server.Screen(Lan).MessageId);
        Assert.Throws<InvalidOperationException>(() => _server.Screen(8));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_or_finds_nothing_is_refused()
    {
        var id = await SendAsync(Lan, "Như cũ");

        var same = await CallAsync("editMessageText", $$"""{"chat_id":{{Lan}},"message_id":{{id}},"text":"Như cũ"}""");
        var missing = await CallAsync("editMessageText", $$"""{"chat_id":{{Lan}},"message_id":999,"text":"x"}""");

        Assert.Contains("message is not modified", await same.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("message to edit not found", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_message_is_gone_and_cannot_be_deleted_again()
    {
        var first = await SendAsync(Lan, "một");
        var second = await SendAsync(Lan, "hai");
        var deletion = $$"""{"chat_id":{{Lan}},"message_id":{{second}}}""";

        var done = await CallAsync("deleteMessage", deletion);
        var again = await CallAsync("deleteMessage", deletion);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (done.StatusCode, again.StatusCode));
        Assert.Equal(first, _server.Screen(Lan).MessageId);
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_not_reached_until_he_is_back()
    {
        _server.Blocked(Lan);
        var blocked = await CallAsync("sendMessage", $$"""{"chat_id":{{Lan}},"text":"a"}""");
        _server.Unblocked(Lan);
        var back = await CallAsync("sendMessage", $$"""{"chat_id":{{Lan}},"text":"a"}""");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (blocked.StatusCode, back.StatusCode));
    }

    [Fact]
    public async Task Waiting_in_vain_tells_what_was_seen()
    {
        await SendAsync(Lan, "Chào");
        var seen = await _server.WaitForAsync(call => call.Text == "Chào");

        var failure = await Assert.ThrowsAsync<TimeoutException>(
            () => _server.WaitForAsync(call => call.Text == "Chào", TimeSpan.FromMilliseconds(20), after: seen.Number));

        Assert.Contains("#1 sendMessage chat 5000000001 \"Chào\" -> ok", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiter_sees_a_call_that_comes_later()
    {
        var waiting = _server.WaitForAsync(call => call.Text == "muộn");
        await SendAsync(Lan, "muộn");

        Assert.Equal(Lan, (await waiting).ChatId);
    }

    [Fact]
    public async Task The_hook_sees_calls_that_are_not_recorded()
    {
        await using var server = await FakeTelegram.StartAsync(new() { RecordsCalls = false, Validates = false });
        List<ApiCall> seen = [];
        server.OnCall = seen.Add;

        await _http.GetAsync(new Uri(server.Address, $"/bot{server.Token}/getMe"));

        Assert.Equal("getMe", Assert.Single(seen).Method);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task The_webhook_replaces_polling_until_it_is_deleted()
    {
        await CallAsync("setWebhook", """{"url":"https://xa.example/tg"}""");
        var conflict = await CallAsync("getUpdates", "{}");
        var info = await CallAsync("getWebhookInfo", "{}");
        await CallAsync("deleteWebhook", "{}");
        var fine = await CallAsync("getUpdates", "{}");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (conflict.StatusCode, fine.StatusCode));
        Assert.Contains("https://xa.example/tg", await info.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Six_quick_messages_to_one_person_are_one_too_many()
    {
        for (var sent = 0; sent < 5; sent++)
        {
            await SendAsync(Lan, $"tin {sent}");
        }

        var sixth = await CallAsync("sendMessage", $$"""{"chat_id":{{Lan}},"text":"x"}""");
        var elsewhere = await CallAsync("sendMessage", """{"chat_id":8,"text":"x"}""");
        _clock.Advance(TimeSpan.FromSeconds(1));
        var later = await CallAsync("sendMessage", $$"""{"chat_id":{{Lan}},"text":"x"}""");

        Assert.Contains("\"retry_after\":1", await sixth.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (elsewhere.StatusCode, later.StatusCode));
        Assert.Equal((2, 1), (_server.RefusedForRate, _server.CallsInsideForbiddenWindow));
    }

    [Fact]
    public async Task The_thirty_first_message_of_a_second_is_refused()
    {
        for (var chat = 1; chat <= 30; chat++)
        {
            await SendAsync(chat, "x");
        }

        var refused = await CallAsync("sendMessage", """{"chat_id":31,"text":"x"}""");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task A_group_takes_twenty_messages_a_minute()
    {
        for (var sent = 0; sent < 20; sent++)
        {
            await SendAsync(-7, "x");
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var refused = await CallAsync("sendMessage", """{"chat_id":-7,"text":"x"}""");

        Assert.Contains("\"retry_after\":40", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<long> SendAsync(long chat, string text)
    {
        var answer = await CallAsync("sendMessage", JsonSerializer.Serialize(new { chat_id = chat, text }));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync()).GetProperty("result").GetProperty("message_id").GetInt64();
    }

    private async Task<HttpResponseMessage> CallAsync(string method, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await _http.PostAsync(AddressOf(method), content);
    }

    private Uri AddressOf(string method) => new(_server.Address, $"/bot{_server.Token}/{method}");
}
