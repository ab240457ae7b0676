using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Flows;

/// <summary>A human being instead of a machine; no more reminders; nothing kept.</summary>
public sealed class HumanAndPrivacyTests : VillageTests
{
    [Fact]
    public async Task A_question_for_a_human_waits_for_one_and_the_answer_comes_into_the_same_chat()
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync("/gapnguoi");
        var passedOn = await lan.SaysAsync("Nhà em có người già, xin cán bộ tới nhà");
        var request = Assert.Single(await Village.AllAsync(db => db.HelpRequests.AsNoTracking()));

        var first = await AnswerAsync(request.Id, "Sáng thứ Bảy cán bộ tới nhé.");
        var told = await lan.HearsAsync();
        var second = await AnswerAsync(request.Id, "Lần nữa.", Guid.NewGuid());

        Assert.Contains("chuyển lời tới cán bộ", passedOn.Text, StringComparison.Ordinal);
        Assert.Equal("Nhà em có người già, xin cán bộ tới nhà", request.Text);
        Assert.Equal("Cán bộ nhắn bà con:\nSáng thứ Bảy cán bộ tới nhé.", told.Text);
        Assert.Equal((true, false), (first, second));
    }

    [Fact]
    public async Task An_id_number_in_an_officers_answer_is_covered_as_well()
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync("/gapnguoi");
        await lan.SaysAsync("số của em là gì");
        var request = Assert.Single(await Village.AllAsync(db => db.HelpRequests.AsNoTracking()));

        await AnswerAsync(request.Id, "Số của bà con là 066203004567 nhé.");
        var told = await lan.HearsAsync();

        Assert.Equal("Cán bộ nhắn bà con:\nSố của bà con là [số giấy tờ đã che] nhé.", told.Text);
        Assert.Equal(0, await Village.RowsWithAsync("066203004567"));
    }

    [Fact]
    public async Task Who_thinks_better_of_it_leaves_no_request()
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync("/gapnguoi");

        await lan.TapsAsync("Thôi, không cần");
        await lan.SaysAsync("lam the can cuoc het bao nhieu tien");

        Assert.Empty(await Village.AllAsync(db => db.HelpRequests));
    }

    [Fact]
    public async Task Reminders_and_notices_are_stopped_and_each_wanted_again_while_the_booking_stays()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();

        var stopped = await lan.SaysAsync("/ngung");
        var wantsNone = await Village.AllAsync(db => db.People.AsNoTracking());
        var again = await lan.TapsAsync("Bật lại tin nhắc");
        var wantsThem = await Village.AllAsync(db => db.People.AsNoTracking());
        await lan.SaysAsync("/ngung");
        Assert.Contains("bật lại thông báo", (await lan.TapsAsync("Bật lại thông báo")).Text, StringComparison.Ordinal);
        var wantsNotices = await Village.AllAsync(db => db.People.AsNoTracking());

        Assert.Contains("tắt tin nhắc", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("bật lại tin nhắc", again.Text, StringComparison.Ordinal);
        Assert.Equal((false, true, false), (wantsNone.Single().WantsReminders, wantsThem.Single().WantsReminders, wantsNotices.Single().WantsReminders));
        Assert.Equal((false, false, true), (wantsNone.Single().WantsNotices, wantsThem.Single().WantsNotices, wantsNotices.Single().WantsNotices));
        Assert.Equal([ReservationState.Booked], await Village.AllAsync(db => db.Reservations.Select(r => r.State)));
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_is_asked_back_and_then_leaves_neither_name_nor_words_nor_seat()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync("Siu H'Bia");
        await lan.SaysAsync("/gapnguoi");
        await lan.SaysAsync("Nhà em ở cuối buôn, cạnh cây đa");
        await lan.SaysAsync("/xoadulieu");
        var knownBefore = await Village.RowsWithAsync("H'Bia");

        var told = await lan.TapsAsync("Xoá hết");

        Assert.True(knownBefore > 0);
        Assert.Contains("đã xoá tên, lịch hẹn và tin nhắn", told.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Village.RowsWithAsync("H'Bia"));
        Assert.Equal(0, await Village.RowsWithAsync("cây đa"));
        Assert.Empty(await Village.AllAsync(db => db.HelpRequests));
        Assert.Equal([ReservationState.Cancelled], await Village.AllAsync(db => db.Reservations.Select(r => r.State)));
        Assert.All(await Village.AllAsync(db => db.Slots.Select(s => s.Taken)), taken => Assert.Equal(0, taken));
        Assert.All(await Village.AllAsync(db => db.People.AsNoTracking()), person => Assert.False(person.HasConsented));
    }

    [Fact]
    public async Task Forgetting_one_takes_nothing_from_her_neighbour()
    {
        var (lan, mai) = (Village.NewCitizen(), Village.NewCitizen());
        await lan.BooksAtSuiAsync("Siu Lan");
        await mai.BooksAtSuiAsync("Mai Hoa");
        await lan.SaysAsync("/xoadulieu");

        await lan.TapsAsync("Xoá hết");
        var hers = await mai.SaysAsync("/lichcuatoi");

        Assert.Contains("A2: 18h30", hers.Text, StringComparison.Ordinal);
        Assert.True(await Village.RowsWithAsync("Mai Hoa") > 0);
        Assert.Equal([1], await Village.AllAsync(db => db.Slots.Where(s => s.Taken > 0).Select(s => s.Taken)));
    }

    [Fact]
    public async Task Who_keeps_the_data_after_all_loses_nothing()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync("Siu H'Bia");
        await lan.SaysAsync("/xoadulieu");

        await lan.TapsAsync("Thôi, giữ lại");
        var mine = await lan.SaysAsync("/lichcuatoi");

        Assert.Contains("A1: 18h30", mine.Text, StringComparison.Ordinal);
        Assert.Equal(["Siu H'Bia"], await Village.AllAsync(db => db.People.Select(p => p.Name)));
    }

    private async Task<bool> AnswerAsync(long request, string words, Guid officer = default)
    {
        var now = Village.Clock.GetUtcNow().UtcDateTime;
        var answered = await Village.Service.Services.GetRequiredService<WriteGate>()
            .RunAsync<HelpDesk, TakeOutcome>(desk => desk.ReplyAsync(request, officer, words, now, CancellationToken.None));
        Village.Service.Services.GetRequiredService<Postman>().RingAll();
        return answered is TakeOutcome.Yours;
    }
}
