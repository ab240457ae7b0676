using CccdBot.Core.Conversation;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Duty;

/// <summary>Who was not understood twice in a row is offered a person; what the bot did not know is kept for the officers.</summary>
public sealed class TwoMissesTests : VillageTests
{
    private const string Gibberish = "xyzzy plugh qwrt";
    private const string Other = "plugh xyzzy xyzzy";

    [Fact]
    public async Task After_two_misses_in_a_row_a_person_is_offered_and_gets_the_question_as_it_stands()
    {
        var lan = Village.NewCitizen();

        var first = await lan.SaysAsync(Gibberish);
        var second = await lan.SaysAsync(Other);
        var passedOn = await lan.TapsAsync("Chuyển cho cán bộ");

        Assert.DoesNotContain("Chuyển cho cán bộ", string.Concat(first.Buttons.Select(b => b.Label)), StringComparison.Ordinal);
        Assert.Contains("chuyển câu hỏi cho cán bộ", second.Text, StringComparison.Ordinal);
        Assert.Contains("chuyển lời tới cán bộ", passedOn.Text, StringComparison.Ordinal);
        Assert.Equal([Other], await Village.AllAsync(db => db.HelpRequests.Select(r => r.Text)));
    }

    [Fact]
    public async Task The_offer_is_also_taken_by_a_typed_yes()
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync(Gibberish);
        await lan.SaysAsync(Other);

        await lan.SaysAsync("dạ vâng");

        Assert.Equal([Other], await Village.AllAsync(db => db.HelpRequests.Select(r => r.Text)));
    }

    [Fact]
    public async Task An_answer_between_two_misses_ends_the_row()
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync(Gibberish);
        await lan.SaysAsync("lam the can cuoc het bao nhieu tien");

        var again = await lan.SaysAsync(Other);

        Assert.DoesNotContain("Chuyển cho cán bộ", string.Concat(again.Buttons.Select(b => b.Label)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_known_is_kept_with_its_reason_and_goes_when_the_citizen_wishes()
    {
        var (lan, mai) = (Village.NewCitizen(), Village.NewCitizen());
        await lan.SaysAsync(Gibberish);
        await lan.SaysAsync(Other);
        await mai.SaysAsync("đăng ký kết hôn ở đâu");
        var kept = await Village.AllAsync(db => db.UnansweredQuestions.OrderBy(q => q.Id).Select(q => q.Why));
        await lan.SaysAsync("/xoadulieu");

        await lan.TapsAsync("Xoá hết");

        Assert.Equal([NoAnswer.NotFound, NoAnswer.MissedTwice, NoAnswer.NotOurs], kept);
        Assert.Equal(["đăng ký kết hôn ở đâu"], await Village.AllAsync(db => db.UnansweredQuestions.Select(q => q.Text)));
    }

    [Fact]
    public async Task A_question_about_a_day_without_a_certain_rule_goes_to_the_officers_by_itself()
    {
        var lan = Village.NewCitizen();

        var told = await lan.SaysAsync("làm thẻ căn cước hết bao nhiêu tiền hồi 2012");

        Assert.Contains("Em đã chuyển câu hỏi cho cán bộ", told.Text, StringComparison.Ordinal);
        Assert.Equal(["làm thẻ căn cước hết bao nhiêu tiền hồi 2012"], await Village.AllAsync(db => db.HelpRequests.Select(r => r.Text)));
        Assert.Equal([NoAnswer.Withheld], await Village.AllAsync(db => db.UnansweredQuestions.Select(q => q.Why)));
    }
}
