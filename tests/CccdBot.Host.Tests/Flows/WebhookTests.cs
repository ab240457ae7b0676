using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CccdBot.Core.Conversation;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Flows;

public sealed class WebhookTests(WebhookVillage village) : IClassFixture<WebhookVillage>
{
    private const int MoreThanAnyUpdate = 300_000;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret-of-the-tests-02")]
    [InlineData(WebhookVillage.Secret + "x")]
    public async Task A_caller_without_the_secret_is_turned_away_and_nothing_is_stored(string? secret)
    {
        var update = Numbered(chat: 501, "/start");

        var answer = await village.PostAsync(update, secret);

        Assert.Equal(HttpStatusCode.Unauthorized, answer);
        Assert.Equal(0, await StoredAsync(update));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"update_id\":\"x\"}")]
    [InlineData("{\"update_id\":7,\"message\":")]
    public async Task A_broken_body_is_refused(string body)
    {
        var answer = await village.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer);
    }

    [Fact]
    public async Task A_body_larger_than_any_update_is_refused_and_nothing_is_stored()
    {
        var update = Numbered(chat: 502, new string('a', MoreThanAnyUpdate));

        var answer = await village.PostAsync(update);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer);
        Assert.Equal(0, await StoredAsync(update));
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_size_may_not_be_larger_either()
    {
        var update = Numbered(chat: 503, new string('a', MoreThanAnyUpdate));
        using var unsized = new UnsizedContent(Encoding.UTF8.GetBytes(update.ToJsonString()));

        var answer = await village.PostAsync(unsized);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer);
        Assert.Equal(0, await StoredAsync(update));
    }

    [Fact]
    public async Task An_update_is_acknowledged_only_when_it_is_stored()
    {
        var update = Numbered(chat: 504, "/start");
        await using var holder = await village.Service.Ground.HoldAsync();

        var answering = village.PostAsync(update);
        var answeredBefore = await Task.WhenAny(answering, Task.Delay(TimeSpan.FromMilliseconds(300))) == answering;
        await holder.CloseAsync();
        var answer = await answering;

        Assert.False(answeredBefore);
        Assert.Equal(HttpStatusCode.OK, answer);
        Assert.Equal(1, await StoredAsync(update));
    }

    [Fact]
    public async Task A_kind_nobody_knows_is_acknowledged_and_not_sent_again()
    {
        var update = village.Telegram.Updates.Numbered(village.Telegram.Updates.UnknownKind());

        var answer = await village.PostAsync(update);

        Assert.Equal(HttpStatusCode.OK, answer);
        Assert.Equal(0, await StoredAsync(update));
    }

    [Fact]
    public async Task Telegram_is_told_where_to_call_with_which_secret_and_for_what()
    {
        var call = await village.Telegram.WaitForAsync(c => c.Method == "setWebhook");

        Assert.Equal("https://bot.example/telegram/webhook", call.Parameters.GetProperty("url").GetString());
        Assert.Equal(WebhookVillage.Secret, call.Parameters.GetProperty("secret_token").GetString());
        Assert.Equal(
            ["message", "edited_message", "callback_query", "my_chat_member"],
            call.Parameters.GetProperty("allowed_updates").EnumerateArray().Select(kind => kind.GetString()!));
    }

    private JsonObject Numbered(long chat, string text) =>
        village.Telegram.Updates.Numbered(village.Telegram.Updates.Text(chat, text));

    private Task<int> StoredAsync(JsonObject update)
    {
        var delivery = update["update_id"]!.ToString();
        return village.Service.InLedgerAsync(db => db.IncomingMessages.CountAsync(m => m.DeliveryId == delivery));
    }

    private sealed class UnsizedContent(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
