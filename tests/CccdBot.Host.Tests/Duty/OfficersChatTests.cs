using CccdBot.Core.Conversation;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Duty;

/// <summary>A hand-over answered by an officer from a Telegram chat of their own.</summary>
public sealed class OfficersChatTests : VillageTests
{
    [Fact]
    public async Task A_hand_over_is_answered_by_an_officer_in_telegram_from_the_first_word_to_the_last()
    {
        var (lan, hai) = (Village.NewCitizen(), await Village.OfficerAsync("Anh Hải"));
        await lan.SaysAsync("/gapnguoi");
        var passedOn = await lan.SaysAsync("Mẹ em nằm một chỗ, làm thẻ ở đâu?");
        var waiting = await hai.HearsAsync();
        var taken = await hai.TapsAsync("Trả lời");

        Say(hai, "Sáng mai cán bộ tới nhà.");
        var answer = await lan.HearsAsync();
        var acknowledged = await lan.SaysAsync("mấy giờ ạ?");
        var question = await hai.HearsAsync();
        Say(lan, "2");
        var number = await hai.HearsAsync();
        Say(hai, "8 giờ nhé");
        var hour = await lan.HearsAsync();
        var done = await hai.TapsAsync("Xong");
        var over = await lan.HearsAsync();
        var asUsual = await lan.SaysAsync("lam the can cuoc het bao nhieu tien");

        Assert.Contains("chuyển lời tới cán bộ", passedOn.Text, StringComparison.Ordinal);
        Assert.Equal("Bà con cần gặp người thật:\nMẹ em nằm một chỗ, làm thẻ ở đâu?", waiting.Text);
        Assert.Contains("Bà con: Mẹ em nằm một chỗ", taken.Text, StringComparison.Ordinal);
        Assert.Equal("Cán bộ nhắn bà con:\nSáng mai cán bộ tới nhà.", answer.Text);
        Assert.StartsWith("Cán bộ đang trả lời bà con", acknowledged.Text, StringComparison.Ordinal);
        Assert.Equal(("Bà con nhắn:\nmấy giờ ạ?", "Bà con nhắn:\n2"), (question.Text, number.Text));
        Assert.Equal("Cán bộ nhắn bà con:\n8 giờ nhé", hour.Text);
        Assert.StartsWith("Đã xong cuộc này", done.Text, StringComparison.Ordinal);
        Assert.StartsWith("Cán bộ đã trả lời xong", over.Text, StringComparison.Ordinal);
        Assert.Contains("35.000 đồng", asUsual.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_to_press_hears_who_was_first()
    {
        var lan = Village.NewCitizen();
        var (hai, mai) = (await Village.OfficerAsync("Anh Hải"), await Village.OfficerAsync("Chị Mai"));
        await Village.AsksForAPersonAsync(lan, "Cho em gặp cán bộ");
        await hai.HearsAsync();
        await mai.HearsAsync();

        await hai.TapsAsync("Trả lời");
        var late = await mai.TapsAsync("Trả lời");

        Assert.StartsWith("Anh Hải đã nhận trả lời trước", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_links_one_chat_once_and_within_a_day()
    {
        var (first, second, late) = (Village.NewCitizen(), Village.NewCitizen(), Village.NewCitizen());
        var (code, old) = (await Village.CodeAsync("Anh Hải"), await Village.CodeAsync("Chị Mai"));

        var linked = await first.SaysAsync($"/start truc-{code}");
        var spent = await second.SaysAsync($"/truc {code}");
        Village.Clock.Advance(TimeSpan.FromHours(25));
        var tooLate = await late.SaysAsync($"/truc {old}");

        Assert.StartsWith("Đã nối khung này", linked.Text, StringComparison.Ordinal);
        Assert.StartsWith("Mã này đã cũ hoặc chưa đúng", spent.Text, StringComparison.Ordinal);
        Assert.StartsWith("Mã này đã cũ hoặc chưa đúng", tooLate.Text, StringComparison.Ordinal);
        Assert.Single(await Village.AllAsync(db => db.StaffChats));
    }

    [Fact]
    public async Task Who_is_no_officer_is_told_kindly_and_gets_nothing_of_other_peoples_questions()
    {
        var (lan, stranger) = (Village.NewCitizen(), Village.NewCitizen());
        await Village.AsksForAPersonAsync(lan, "Nhà em ở cuối buôn");

        var told = await stranger.SaysAsync("/truc");

        Assert.StartsWith("Lệnh này dành cho cán bộ trực", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_goes_off_duty_is_told_nothing_more()
    {
        var (lan, hai) = (Village.NewCitizen(), await Village.OfficerAsync("Anh Hải"));

        var off = await hai.SaysAsync("/thoitruc");
        await Village.AsksForAPersonAsync(lan, "Cho em gặp cán bộ");

        Assert.StartsWith("Khung này thôi nhận câu hỏi", off.Text, StringComparison.Ordinal);
        Assert.Equal(off.MessageId, hai.Screen.MessageId);
        Assert.Empty(await Village.AllAsync(db => db.StaffChats));
    }

    [Fact]
    public async Task A_link_can_be_ended_from_the_page()
    {
        using var chief = await Village.Service.ChiefAsync();
        var hai = await Village.OfficerAsync("Anh Hải");
        await chief.OpensAsync("/truc/dien-thoai");
        Assert.Contains("Anh Hải", chief.Page, StringComparison.Ordinal);

        using var unlinked = await chief.FillsInAsync("/truc/dien-thoai?handler=Unlink", ("channel", "telegram"), ("address", $"{hai.Chat}"));
        var told = await hai.SaysAsync("/truc");

        Assert.StartsWith("Lệnh này dành cho cán bộ trực", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_is_kept_as_a_hash_and_what_an_officer_types_only_in_the_citizens_chat()
    {
        var code = await Village.CodeAsync("Anh Hải");
        var (lan, hai) = (Village.NewCitizen(), Village.NewCitizen());
        await hai.SaysAsync($"/truc {code}");
        await Village.AsksForAPersonAsync(lan, "Cho em gặp cán bộ");
        await hai.HearsAsync();
        await hai.TapsAsync("Trả lời");
        Say(hai, "Cán bộ tới nhà sàn cuối buôn");
        await lan.HearsAsync();

        Assert.Equal(0, await Village.RowsWithAsync(code));
        Assert.Equal(1, await Village.RowsWithAsync("nhà sàn cuối buôn"));
    }

    [Fact]
    public async Task What_an_officer_types_after_half_an_hour_is_not_sent_and_he_is_told_so()
    {
        var (lan, hai) = (Village.NewCitizen(), await Village.OfficerAsync("Anh Hải"));
        await Village.AsksForAPersonAsync(lan, "Cho em gặp cán bộ");
        await hai.HearsAsync();
        await hai.TapsAsync("Trả lời");
        Say(hai, "Cán bộ đây.");
        var answer = await lan.HearsAsync();
        Village.Clock.Advance(TimeSpan.FromMinutes(31));

        var lapsed = await hai.SaysAsync("trưa nay ăn gì");
        var again = await hai.TapsAsync("Trả lời");
        Say(hai, "Bà con còn đó không?");
        var second = await lan.HearsAsync();

        Assert.Equal("Cán bộ nhắn bà con:\nCán bộ đây.", answer.Text);
        Assert.StartsWith("Đã quá 30 phút", lapsed.Text, StringComparison.Ordinal);
        Assert.Contains("gõ lời trả lời ngay đây", again.Text, StringComparison.Ordinal);
        Assert.Equal("Cán bộ nhắn bà con:\nBà con còn đó không?", second.Text);
    }

    [Fact]
    public async Task When_the_citizen_wants_to_be_forgotten_her_words_leave_the_officers_chats_too()
    {
        var (lan, hai) = (Village.NewCitizen(), await Village.OfficerAsync("Anh Hải"));
        await Village.AsksForAPersonAsync(lan, "Nhà em cạnh cây đa");
        await hai.HearsAsync();
        await hai.TapsAsync("Trả lời");
        await lan.SaysAsync("/xoadulieu");

        await lan.TapsAsync("Xoá hết");
        var told = await hai.SaysAsync("Cán bộ tới nhé");

        Assert.Equal(0, await Village.RowsWithAsync("cây đa"));
        Assert.Empty(await Village.AllAsync(db => db.HelpRequests));
        Assert.Empty(await Village.AllAsync(db => db.UnansweredQuestions));
        Assert.DoesNotContain("Cán bộ nhắn", lan.Screen.Text, StringComparison.Ordinal);
        Assert.Equal([null], await Village.AllAsync(db => db.StaffChats.Select(chat => chat.Answering)));
        Assert.NotEqual("", told.Text);
    }

    /// <summary>Words that only the other one hears.</summary>
    private void Say(Citizen who, string words)
    {
        Village.Clock.Advance(TimeSpan.FromSeconds(2));
        Village.Telegram.Text(who.Chat, words);
    }
}
