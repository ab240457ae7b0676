using CccdBot.Core.Answers.Teaching;
using CccdBot.Core.Conversation;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Duty;

/// <summary>What an officer teaches at the page is answered at once, on every node, without a restart.</summary>
public sealed class TeachingTests : IAsyncLifetime
{
    private const string Question = "xyzzy plugh qwrt";
    private const string Answered = "35.000 đồng";

    /// <summary>Far more than a call takes, far less than a look without one.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(4);

    private Ground _ground = null!;
    private RunningService _service = null!;
    private Visitor _chief = null!;

    public async Task InitializeAsync()
    {
        _ground = await Ground.NewAsync();
        _service = await RunningService.StartAsync(ground: _ground);
        _chief = await _service.ChiefAsync();
    }

    public async Task DisposeAsync()
    {
        _chief.Dispose();
        await _service.DisposeAsync();
        await _ground.DisposeAsync();
    }

    [Fact]
    public async Task A_question_taught_at_the_page_is_answered_at_once_and_can_be_taken_back()
    {
        using var lan = await Visitor.AtHomeAsync(_service.Address);
        await lan.SaysAsync(Question);
        await _chief.OpensAsync("/truc/chua-biet");
        Assert.Contains(Question, _chief.Page, StringComparison.Ordinal);
        Assert.Contains("1 lần", _chief.Page, StringComparison.Ordinal);

        await TeachAsync(Question, "card-fee");
        var taught = await lan.SaysAsync("XYZZY, plugh qwrt?");
        await _chief.OpensAsync("/truc/chua-biet");
        var listed = _chief.Page;
        var id = await _service.InLedgerAsync(db => db.TaughtPhrasings.Select(t => t.Id).SingleAsync());
        using var takenBack = await _chief.FillsInAsync("/truc/chua-biet?handler=TakeBack", ("id", $"{id}"));
        using var mai = await Visitor.AtHomeAsync(_service.Address);
        var forgotten = await mai.SaysAsync(Question);
        await _chief.OpensAsync("/truc/chua-biet");

        Assert.Contains(Answered, taught.Text, StringComparison.Ordinal);
        Assert.Contains("Không có câu nào", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(Answered, forgotten.Text, StringComparison.Ordinal);
        Assert.Contains("2 lần", _chief.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_the_exact_repeat_the_whole_book_learns_what_was_taught()
    {
        using var lan = await Visitor.AtHomeAsync(_service.Address);
        await lan.SaysAsync(Question);
        await _chief.OpensAsync("/truc/chua-biet");
        var book = _service.Services.GetRequiredService<OpenBook>();
        var before = book.Present;

        await TeachAsync(Question, "card-fee");
        await Eventually.UntilAsync(() => book.Present != before, TimeSpan.FromSeconds(20));

        Assert.Contains(Question, book.Present.Find("card-fee")!.Phrasings.Select(phrasing => phrasing.Text));
        Assert.Equal("card-fee", book.Present.Likeliest("qwrt plugh", 1).Single().Id);
    }

    [Fact]
    public async Task Wordings_that_ask_for_the_same_stand_together_and_the_most_asked_stands_first()
    {
        using var lan = await Visitor.AtHomeAsync(_service.Address);
        using var mai = await Visitor.AtHomeAsync(_service.Address);
        await AskForAPersonAsync(lan, "Nhà xa quá, xe ôm tới hội trường hết bao nhiêu");
        await AskForAPersonAsync(mai, "ở buôn có chỗ gửi xe máy ban đêm không");
        await AskForAPersonAsync(lan, "ở buôn có chỗ gửi xe máy ban đêm không ạ");

        await _chief.OpensAsync("/truc/chua-biet");

        var (parking, taxi) = (_chief.Page.IndexOf("gửi xe máy", StringComparison.Ordinal), _chief.Page.IndexOf("xe ôm", StringComparison.Ordinal));
        Assert.True(parking > 0 && parking < taxi);
        Assert.Contains("2 lần", _chief.Page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "postgres")]
    public async Task What_is_taught_at_one_node_is_answered_by_the_other_within_a_moment()
    {
        await using var other = await RunningService.StartAsync(ground: _ground);
        using var lan = await Visitor.AtHomeAsync(other.Address);
        await lan.SaysAsync(Question);
        await _chief.OpensAsync("/truc/chua-biet");
        var book = other.Services.GetRequiredService<OpenBook>();

        await TeachAsync(Question, "card-fee");
        await Eventually.UntilAsync(() => Answer(book).Contains(Answered, StringComparison.Ordinal), Soon);
        var told = await lan.SaysAsync(Question);

        Assert.Contains(Answered, told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taught_is_still_known_after_a_restart()
    {
        using var lan = await Visitor.AtHomeAsync(_service.Address);
        await lan.SaysAsync(Question);
        await _chief.OpensAsync("/truc/chua-biet");
        await TeachAsync(Question, "card-fee");
        await _service.StopAsync();

        await using var next = await RunningService.StartAsync(ground: _ground);
        using var mai = await Visitor.AtHomeAsync(next.Address);
        var told = await mai.SaysAsync(Question);

        Assert.Contains(Answered, told.Text, StringComparison.Ordinal);
    }

    private static string Answer(OpenBook book) => book.Advise(Question, new DateOnly(2026, 11, 30)).Text;

    private static async Task AskForAPersonAsync(Visitor citizen, string words)
    {
        await citizen.SaysAsync("/gapnguoi");
        await citizen.SaysAsync(words);
    }

    private async Task TeachAsync(string text, string topic)
    {
        var asked = await _service.InLedgerAsync(db => db.UnansweredQuestions.Select(q => q.Id).ToListAsync());
        using var taught = await _chief.FillsInAsync(
            "/truc/chua-biet?handler=Teach", ("topic", topic), ("text", text), ("questions", string.Join(',', asked)));
    }
}
