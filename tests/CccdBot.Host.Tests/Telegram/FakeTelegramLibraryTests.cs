using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>The library our bot uses must not notice that the server is ours.</summary>
public sealed class FakeTelegramLibraryTests : IAsyncLifetime
{
    private const long Lan = 5_000_000_001;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private FakeTelegram _server = null!;
    private TelegramBotClient _bot = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeTelegram.StartAsync(new() { Clock = _clock });
        _bot = new TelegramBotClient(new TelegramBotClientOptions(_server.Token, _server.BaseUrl));
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(_server.Violations);
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task It_knows_itself() => Assert.Equal("CccdTestBot", (await _bot.GetMe()).Username);

    [Fact]
    public async Task A_message_with_buttons_is_sent_edited_and_tapped()
    {
        var keyboard = new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("19:30", "s:1"));
        var sent = await _bot.SendMessage(Lan, "<b>Chọn</b> giờ", ParseMode.Html, replyMarkup: keyboard, linkPreviewOptions: LinkPreviewOptions.Disabled);
        _server.Tap(Lan, sent.Id, "s:1");
        var tap = Assert.Single(await _bot.GetUpdates()).CallbackQuery!;
        await _bot.AnswerCallbackQuery(tap.Id, "Đã ghi");
        var edited = await _bot.EditMessageText(Lan, sent.Id, "Đã giữ chỗ");

        Assert.Equal(("Chọn giờ", _clock.GetUtcNow().UtcDateTime), (sent.Text, sent.Date));
        Assert.Equal("s:1", sent.ReplyMarkup!.InlineKeyboard.First().First().CallbackData);
        Assert.Equal(("s:1", sent.Id, Lan), (tap.Data, tap.Message!.Id, tap.From.Id));
        Assert.Equal(("Đã giữ chỗ", sent.Id), (edited.Text, edited.Id));
        Assert.Empty(_server.Screen(Lan).Buttons);
        Assert.Equal(sent.Id, _server.Calls[0].MessageId);
    }

    [Fact]
    public async Task An_unknown_tap_is_too_old()
    {
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => _bot.AnswerCallbackQuery("1"));

        Assert.StartsWith("Bad Request: query is too old", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_are_kept_for_each_scope_and_language()
    {
        await _bot.SetMyCommands([new BotCommand("datlich", "Đặt lịch")], BotCommandScope.AllPrivateChats(), "vi");

        Assert.Equal("datlich", Assert.Single(await _bot.GetMyCommands(BotCommandScope.AllPrivateChats(), "vi")).Command);
        Assert.Empty(await _bot.GetMyCommands());
    }

    [Fact]
    public async Task Photos_actions_and_deletions_pass()
    {
        using var bytes = new MemoryStream([1, 2, 3]);
        var photo = await _bot.SendPhoto(Lan, InputFile.FromStream(bytes, "a.jpg"), "Sơ đồ");
        await _bot.SendChatAction(Lan, ChatAction.Typing);
        await _bot.DeleteMessage(Lan, photo.Id);

        Assert.Equal("Sơ đồ", photo.Caption);
    }

    [Fact]
    public async Task Confirmed_updates_are_dropped_and_others_come_again()
    {
        var first = _server.Text(Lan, "/start bk_7Q2x");
        var second = _server.Text(Lan, "hai", "Mai");

        var both = await _bot.GetUpdates();
        var one = await _bot.GetUpdates(limit: 1);
        var rest = await _bot.GetUpdates((int)first + 1);
        var none = await _bot.GetUpdates((int)second + 1);
        _server.Redeliver(first);
        var again = await _bot.GetUpdates((int)second + 1);

        Assert.Equal([first, second], both.Select(update => (long)update.Id));
        Assert.Equal(first, Assert.Single(one).Id);
        Assert.Equal("Mai", Assert.Single(rest).Message!.From!.FirstName);
        Assert.Empty(none);
        Assert.Equal("/start bk_7Q2x", Assert.Single(again).Message!.Text);
    }

    [Fact]
    public async Task A_long_poll_returns_as_soon_as_something_arrives()
    {
        var polling = _bot.GetUpdates(timeout: 50, allowedUpdates: [UpdateType.Message]);
        _server.Text(Lan, "chào");

        Assert.Equal("chào", Assert.Single(await polling).Message!.Text);
        Assert.Equal(1, _server.Polls);
    }

    [Fact]
    public async Task A_second_poll_ends_the_first()
    {
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Faults = _ =>
        {
            began.TrySetResult();
            return null;
        };
        var first = _bot.GetUpdates(timeout: 50);
        await began.Task;
        var second = _bot.GetUpdates(timeout: 50);

        var lost = await Assert.ThrowsAsync<ApiRequestException>(() => Task.WhenAny(first, second).Unwrap());
        _server.Text(Lan, "x");

        Assert.Equal(409, lost.ErrorCode);
        Assert.Single(await (first.IsFaulted ? second : first));
    }

    [Fact]
    public async Task Updates_from_many_threads_all_arrive_in_order()
    {
        Parallel.For(0, 90, number => _server.Text(Lan, $"tin {number}"));

        var updates = await _bot.GetUpdates();

        Assert.Equal(90, updates.Length);
        Assert.Equal(updates.Select(update => update.Id).Order(), updates.Select(update => update.Id));
    }

    [Fact]
    public async Task Every_kind_of_update_can_be_read()
    {
        _server.Sticker(Lan);
        _server.Photo(Lan, "Giấy hẹn");
        _server.OwnContact(Lan, "84900000001");
        _server.ForeignContact(Lan, "84900000099");
        _server.EditedText(Lan, 1, "sửa");
        _server.GroupText(-400_001, Lan, "nhóm");
        _server.Blocked(Lan);
        _server.Unblocked(Lan);
        _server.UnknownKind();
        _server.Tap(Lan, 999, "cũ");

        var updates = await _bot.GetUpdates();

        Assert.Equal("Giấy hẹn", updates[1].Message!.Caption);
        Assert.Equal((true, false), (updates[2].Message!.Contact!.UserId == Lan, updates[3].Message!.Contact!.UserId == Lan));
        Assert.Equal(("sửa", ChatType.Group), (updates[4].EditedMessage!.Text, updates[5].Message!.Chat.Type));
        Assert.Equal((ChatMemberStatus.Kicked, ChatMemberStatus.Member),
            (updates[6].MyChatMember!.NewChatMember.Status, updates[7].MyChatMember!.NewChatMember.Status));
        Assert.Equal((UpdateType.Unknown, UpdateType.CallbackQuery), (updates[8].Type, updates[9].Type));
        Assert.Equal(MessageType.Unknown, updates[9].CallbackQuery!.Message!.Type);
    }

    [Fact]
    public void An_update_for_a_webhook_has_its_own_number()
    {
        var first = _server.Updates.Numbered(_server.Updates.Text(Lan, "a"));
        var second = _server.Text(Lan, "b");

        Assert.Equal(second - 1, (long)first["update_id"]!);
        Assert.Equal("a", (string?)first["message"]!["text"]);
        Assert.Equal(1, _server.PendingUpdates);
    }
}
