using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Duty;

/// <summary>While an officer talks with a citizen the bot keeps out of it, for half an hour after the officer's last word.</summary>
public sealed class SilenceTests : VillageTests
{
    private const string Fee = "lam the can cuoc het bao nhieu tien";

    /// <summary>From the booking at eight to three minutes before half past four.</summary>
    private static readonly TimeSpan UntilJustBeforeTheReminder = TimeSpan.FromMinutes((8 * 60) + 27);

    private readonly Guid _officer = Guid.NewGuid();

    [Fact]
    public async Task Twenty_nine_minutes_after_the_officers_last_word_the_bot_is_still_silent()
    {
        var lan = await TalkingAsync();
        Village.Clock.Advance(TimeSpan.FromMinutes(29));

        var told = await lan.SaysAsync(Fee);

        Assert.StartsWith("Cán bộ đang trả lời bà con", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thirty_one_minutes_after_it_the_bot_answers_again()
    {
        var lan = await TalkingAsync();
        Village.Clock.Advance(TimeSpan.FromMinutes(31));

        var told = await lan.SaysAsync(Fee);

        Assert.Contains("35.000 đồng", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_word_of_the_officer_begins_the_half_hour_anew()
    {
        var lan = await TalkingAsync();
        Village.Clock.Advance(TimeSpan.FromMinutes(20));
        var request = Assert.Single(await Village.AllAsync(db => db.HelpRequests.AsNoTracking()));
        await Village.RepliesAsync(request.Id, _officer, "Chờ chút nhé");
        await lan.HearsAsync();
        Village.Clock.Advance(TimeSpan.FromMinutes(20));

        var told = await lan.SaysAsync(Fee);

        Assert.StartsWith("Cán bộ đang trả lời bà con", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_acknowledged_once_and_then_the_bot_says_nothing()
    {
        var lan = await TalkingAsync();
        var once = await lan.SaysAsync("cảm ơn cán bộ");

        await SaysIntoTheSilenceAsync(lan, "cán bộ ơi");
        await SaysIntoTheSilenceAsync(lan, Fee);

        Assert.Equal(once.MessageId, lan.Screen.MessageId);
    }

    [Fact]
    public async Task Commands_and_buttons_still_work_in_the_silence_and_a_name_for_a_booking_is_taken()
    {
        var lan = await TalkingAsync();

        var booked = await lan.BooksAtSuiAsync();

        Assert.Contains("Mã lịch: A1", booked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_officers_first_word_the_bot_answers_as_usual()
    {
        var lan = Village.NewCitizen();
        await Village.AsksForAPersonAsync(lan, "Cho em gặp cán bộ");

        var told = await lan.SaysAsync(Fee);

        Assert.Contains("35.000 đồng", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_goes_out_in_the_silence()
    {
        var lan = await TalkingAsync();
        await lan.BooksAtSuiAsync();
        var request = Assert.Single(await Village.AllAsync(db => db.HelpRequests.AsNoTracking()));
        Village.Clock.Advance(UntilJustBeforeTheReminder);
        await Village.RepliesAsync(request.Id, _officer, "Tối nay nhé");
        await lan.HearsAsync();

        await Village.MovingOnAsync(TimeSpan.FromSeconds(5), () => Task.FromResult(lan.Screen.Text.StartsWith("Em nhắc bà con", StringComparison.Ordinal)));

        Assert.True((await Village.AllAsync(db => db.Dialogues.AsNoTracking())).Single().IsSilent(Village.Clock.GetUtcNow().UtcDateTime));
    }

    [Fact]
    public async Task Of_two_officers_who_answer_at_once_one_is_heard_and_the_other_told()
    {
        var lan = Village.NewCitizen();
        var request = await Village.AsksForAPersonAsync(lan, "Cho em gặp cán bộ");

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Village.RepliesAsync(request.Id, Guid.NewGuid(), $"Cán bộ {i} đây")));

        Assert.Single(outcomes.OfType<TakeOutcome.Yours>());
        Assert.Equal(7, outcomes.OfType<TakeOutcome.Anothers>().Count());
        Assert.Equal(1, await Village.RowsWithAsync("đây"));
    }

    [Fact]
    public async Task An_officer_silent_for_half_an_hour_may_be_relieved_by_another()
    {
        await TalkingAsync();
        var request = Assert.Single(await Village.AllAsync(db => db.HelpRequests.AsNoTracking()));

        var tooSoon = await Village.RepliesAsync(request.Id, Guid.NewGuid(), "Để tôi");
        Village.Clock.Advance(TimeSpan.FromMinutes(31));
        var later = await Village.RepliesAsync(request.Id, Guid.NewGuid(), "Để tôi");

        Assert.IsType<TakeOutcome.Anothers>(tooSoon);
        Assert.IsType<TakeOutcome.Yours>(later);
    }

    /// <summary>Lan asked for a person, and the officer has said the first word.</summary>
    private async Task<Citizen> TalkingAsync()
    {
        var lan = Village.NewCitizen();
        var request = await Village.AsksForAPersonAsync(lan, "Cho em gặp cán bộ");
        Assert.IsType<TakeOutcome.Yours>(await Village.RepliesAsync(request.Id, _officer, "Cán bộ nghe đây."));
        await lan.HearsAsync();
        return lan;
    }

    private async Task SaysIntoTheSilenceAsync(Citizen who, string words)
    {
        Village.Clock.Advance(TimeSpan.FromSeconds(2));
        Village.Telegram.Text(who.Chat, words);
        await Village.LedgerShowsAsync(db => db.IncomingMessages.AnyAsync(m => m.Text == words && m.State == IncomingState.Handled));
    }
}
