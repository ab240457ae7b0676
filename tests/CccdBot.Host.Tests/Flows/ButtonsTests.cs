using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Flows;

public sealed class ButtonsTests : VillageTests
{
    [Fact]
    public async Task One_message_is_written_over_through_the_whole_flow_and_every_tap_is_answered()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await lan.SaysAsync("/start");
        var first = lan.Screen.MessageId;

        await lan.BooksAgainAsync();
        await EveryTapIsAnsweredAsync(lan.Taps);

        Assert.Equal(first, lan.Screen.MessageId);
        Assert.Equal(lan.Taps, MessageCalls(lan).Count(call => call.Method == "editMessageText"));
    }

    [Fact]
    public async Task A_kept_button_pressed_again_after_other_words_is_a_new_wish()
    {
        var lan = Village.NewCitizen();
        var booked = await lan.BooksAtSuiAsync();
        var move = booked.Buttons.First(button => button.Label.Contains("Đổi lịch", StringComparison.Ordinal)).CallbackData!;
        await lan.TapsAsync("Đổi lịch");
        await lan.SaysAsync("/trogiup");

        await lan.DoesAsync((telegram, chat) => telegram.Tap(chat, booked.MessageId, move));

        var changed = Village.Telegram.Message(lan.Chat, booked.MessageId)!;
        Assert.Contains("còn chỗ các tối này", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_never_means_a_reminder_that_has_not_left_yet()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await lan.SaysAsync("/trogiup");
        var mine = Assert.Single(await Village.AllAsync(db => db.Reservations.Select(r => r.Id)));
        var later = OutgoingMessage.For(
            new ChannelAddress("telegram", $"{lan.Chat}"), MessageKind.Reminder, new Reply("Em nhắc", new Choice("Không đến được", "/huylich", "this", $"{mine}")), Village.Clock.GetUtcNow().UtcDateTime);
        later.NotBefore = later.NotBefore.AddHours(1);
        await Village.Service.Services.GetRequiredService<WriteGate>().RunAsync<Outbox>(outbox => outbox.Add(later));

        var told = await lan.SaysAsync("1");

        Assert.Contains("hay được hỏi", told.Text, StringComparison.Ordinal);
        Assert.Equal([ReservationState.Booked], await Village.AllAsync(db => db.Reservations.Select(r => r.State)));
    }

    [Fact]
    public async Task A_button_pressed_twice_at_once_does_one_thing_and_makes_no_noise()
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync("/datlich");
        await lan.TapsAsync("Buôn Sui");
        await lan.TapsAsync("1.");
        await lan.TapsAsync("1.");
        await lan.SaysAsync("Siu Lan");
        var before = MessageCalls(lan).Count;

        lan.Press("giữ chỗ");
        lan.Press("giữ chỗ");
        var told = await lan.HearsAsync();
        await EveryTapIsAnsweredAsync(lan.Taps);
        var next = await lan.SaysAsync("/lichcuatoi");

        Assert.Contains("Mã lịch: A1", told.Text, StringComparison.Ordinal);
        Assert.StartsWith("Lịch của bà con", next.Text, StringComparison.Ordinal);
        Assert.Equal(before + 2, MessageCalls(lan).Count);
        Assert.Equal([ReservationState.Booked], await Village.AllAsync(db => db.Reservations.Select(r => r.State)));
        Assert.Equal([1], await Village.AllAsync(db => db.Slots.Where(s => s.Taken > 0).Select(s => s.Taken)));
    }

    [Fact]
    public async Task An_old_button_is_called_old_and_the_current_menu_is_shown()
    {
        var lan = Village.NewCitizen();
        var old = await lan.SaysAsync("/start");
        var current = await lan.SaysAsync("/datlich");

        lan.Press(Citizen.ButtonOn(old, "Lịch của tôi"), old.MessageId);
        var told = await lan.HearsAsync();
        await EveryTapIsAnsweredAsync(1);

        Assert.Equal("Nút này đã cũ. " + current.Text, told.Text);
        Assert.Equal(current.Buttons.Select(b => b.Label), told.Buttons.Select(b => b.Label));
    }

    [Fact]
    public async Task However_often_an_old_button_is_pressed_it_is_called_old_once()
    {
        var lan = Village.NewCitizen();
        var old = await lan.SaysAsync("/start");
        var current = await lan.SaysAsync("/datlich");
        await lan.SaysAsync("77");
        lan.Press(Citizen.ButtonOn(old, "Lịch của tôi"), old.MessageId);
        await lan.HearsAsync();

        lan.Press(Citizen.ButtonOn(old, "Hỏi giấy tờ"), old.MessageId);
        var told = await lan.HearsAsync();

        Assert.Equal("Nút này đã cũ. " + current.Text, told.Text);
    }

    [Fact]
    public async Task Somebody_elses_button_does_nothing_for_me()
    {
        var (lan, mai) = (Village.NewCitizen(), Village.NewCitizen());
        var hers = await lan.BooksAtSuiAsync();
        await mai.SaysAsync("/start");

        mai.Press(Citizen.ButtonOn(hers, "Huỷ lịch"), mai.Screen.MessageId);
        var told = await mai.HearsAsync();

        Assert.StartsWith("Nút này đã cũ", told.Text, StringComparison.Ordinal);
        Assert.Equal([ReservationState.Booked], await Village.AllAsync(db => db.Reservations.Select(r => r.State)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("1.99")]
    [InlineData("ffffffffffffffff.0")]
    public async Task A_button_key_that_is_none_of_ours_is_an_old_button(string key)
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync("/start");

        lan.Press(new FakeButton("x", key), lan.Screen.MessageId);
        var told = await lan.HearsAsync();

        Assert.StartsWith("Nút này đã cũ. Chào bà con", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_can_no_longer_be_changed_is_said_anew()
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync("/start");
        var first = lan.Screen.MessageId;
        Village.Telegram.Faults = call =>
            call.Method == "editMessageText" ? new Fault.BadRequest("Bad Request: message to edit not found") : null;

        var told = await lan.TapsAsync("Đặt lịch tối");

        Assert.Contains("làm ở đâu", told.Text, StringComparison.Ordinal);
        Assert.NotEqual(first, told.MessageId);
    }

    private List<ApiCall> MessageCalls(Citizen citizen) =>
        [.. Village.Telegram.CallsTo(citizen.Chat).Where(call => call.IsMessageCall)];

    private Task EveryTapIsAnsweredAsync(int taps) => Village.MovingOnAsync(
        TimeSpan.Zero, () => Task.FromResult(Village.Telegram.Calls.Count(call => call.Method == "answerCallbackQuery" && call.IsAccepted) == taps));
}
