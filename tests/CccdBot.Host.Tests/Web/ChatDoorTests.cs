using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CccdBot.Core.Conversation;
using CccdBot.Host.Channels.WebChat;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Web;

public sealed class ChatDoorTests : VisitTests
{
    [Fact]
    public async Task What_was_acknowledged_lies_in_the_inbox_and_in_the_chat()
    {
        using var answer = await Lan.PostsAsync("Làm căn cước cần mang gì?");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("Làm căn cước cần mang gì?", Assert.Single(await InboxAsync()).Text);
        Assert.Equal("Làm căn cước cần mang gì?", Assert.Single(await MineAsync()).Text);
    }

    [Fact]
    public async Task A_line_never_stands_on_the_page_without_its_message_in_the_inbox()
    {
        await Service.Ground.BreakAsync("INSERT ON incoming_messages");
        var id = Guid.NewGuid().ToString();
        using var failed = await Lan.PostsAsync("/start", id: id);
        var linesBefore = await MineAsync();
        await Service.Ground.MendAsync();

        using var again = await Lan.PostsAsync("/start", id: id);

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Empty(linesBefore);
        Assert.StartsWith("Chào bà con", (await Lan.HearsAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_sent_twice_is_one_line_and_one_answer()
    {
        var id = Guid.NewGuid().ToString();
        using var first = await Lan.PostsAsync("/start", id: id);
        using var second = await Lan.PostsAsync("/start", id: id);

        var asked = await Lan.HearsAsync();
        var next = await Lan.SaysAsync("/trogiup");

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted], [first.StatusCode, second.StatusCode]);
        Assert.StartsWith("Chào bà con", asked.Text, StringComparison.Ordinal);
        Assert.StartsWith("Bà con có thể nhắn", next.Text, StringComparison.Ordinal);
        Assert.Equal(["/start", "/trogiup"], (await MineAsync()).Select(line => line.Text));
    }

    [Fact]
    public async Task A_browser_without_our_cookie_is_told_401()
    {
        using var stranger = new Visitor(Service.Address);

        using var posted = await stranger.PostsAsync("/start", token: false);
        using var listened = await stranger.OpensAsync("/chat/stream");

        Assert.Equal(HttpStatusCode.Unauthorized, posted.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, listened.StatusCode);
        Assert.Empty(await InboxAsync());
    }

    [Theory]
    [InlineData("xin chào", "not-an-id", ChatProblems.Unreadable)]
    [InlineData("", null, ChatProblems.Empty)]
    [InlineData(" \u200B\n ", null, ChatProblems.Empty)]
    [InlineData("chào\0", null, ChatProblems.Unreadable)]
    public async Task What_cannot_be_read_is_told_400_and_why(string text, string? id, string why)
    {
        using var answer = await Lan.PostsAsync(text, id: id);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(why, await ReasonAsync(answer));
        Assert.Empty(await InboxAsync());
    }

    [Theory]
    [InlineData(1001)]
    [InlineData(4097)]
    [InlineData(6_000_000)]
    public async Task A_text_too_long_is_told_413_and_how_long_it_may_be(int length)
    {
        using var answer = await Lan.PostsAsync(new string('a', length));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(ChatProblems.TooLong, await ReasonAsync(answer));
        Assert.Empty(await InboxAsync());
    }

    [Fact]
    public async Task A_text_of_exactly_a_thousand_letters_is_taken()
    {
        using var answer = await Lan.PostsAsync(new string('a', 1000));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task A_post_without_the_forms_token_is_told_400()
    {
        using var answer = await Lan.PostsAsync("/xoadulieu", token: false);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(ChatProblems.Unreadable, await ReasonAsync(answer));
        Assert.Empty(await InboxAsync());
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_told_400()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat");
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = new StringContent("{\"text\":", System.Text.Encoding.UTF8, "application/json");

        using var answer = await Lan.Browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(ChatProblems.Unreadable, await ReasonAsync(answer));
        Assert.Empty(await InboxAsync());
    }

    [Fact]
    public async Task A_flood_is_slowed_down_in_plain_words_and_others_are_not()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Lan.PostsAsync("/start")));
        using var neighbour = await Visitor.AtHomeAsync(Service.Address);
        using var others = await neighbour.PostsAsync("/start");

        var slowed = answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(slowed.Count, 1, 20);
        Assert.Equal(ChatProblems.TooFast, await ReasonAsync(slowed[0]));
        Assert.Equal(40 - slowed.Count, answers.Count(a => a.StatusCode == HttpStatusCode.Accepted));
        Assert.Equal(HttpStatusCode.Accepted, others.StatusCode);
        Array.ForEach(answers, a => a.Dispose());
    }

    [Fact]
    public async Task A_button_of_another_chat_does_nothing_and_shows_nothing()
    {
        var booked = await Lan.BooksAtSuiAsync();
        using var thief = await Visitor.AtHomeAsync(Service.Address);

        using var tapped = await thief.PostsAsync(choice: booked.Button("Hoàn tác").Key);
        var told = await thief.HearsAsync();

        Assert.StartsWith("Nút này đã cũ", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoàn tác", await LastLineOfOthersAsync(), StringComparison.Ordinal);
        Assert.Contains("A1", (await Lan.SaysAsync("/lichcuatoi")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("052203012345")]
    [InlineData("052 203 012 345")]
    [InlineData("052.203.012.345")]
    [InlineData("231 456 789")]
    public async Task An_id_number_is_covered_before_it_is_stored_or_shown(string number)
    {
        await Lan.SaysAsync($"Số căn cước của tôi là {number} nhé");

        var digits = number.Replace(" ", "", StringComparison.Ordinal)[^4..];
        var kept = Assert.Single(await MineAsync()).Text;
        Assert.Contains(IdNumbers.Masked, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(digits, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(digits, Assert.Single(await InboxAsync()).Text, StringComparison.Ordinal);
        await Lan.OpensAsync("/");
        Assert.DoesNotContain($"là {number}", Lan.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_in_a_text_stays_text()
    {
        await Lan.SaysAsync("<script>alert(1)</script><b>đậm</b>");

        var page = await Lan.Browser.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;đậm&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>đậm", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_typed_under_the_greeting_chooses_from_it()
    {
        var told = await Lan.SaysAsync("2");

        Assert.StartsWith("Bà con muốn làm ở đâu", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_javascript_a_problem_is_told_on_the_page_once()
    {
        using var sent = await Lan.FillsInAsync("/chat", ("id", Guid.NewGuid().ToString()), ("text", " "));
        await Lan.OpensAsync("/");
        var first = Lan.Page;
        await Lan.OpensAsync("/");

        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.Contains(ChatProblems.Empty, first, StringComparison.Ordinal);
        Assert.DoesNotContain(ChatProblems.Empty, Lan.Page, StringComparison.Ordinal);
    }

    private static async Task<string?> ReasonAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString();

    private Task<List<IncomingMessage>> InboxAsync() =>
        Service.InLedgerAsync(db => db.IncomingMessages.OrderBy(m => m.Id).ToListAsync());

    private Task<List<ChatLine>> MineAsync() =>
        Service.InLedgerAsync(db => db.ChatLines.Where(line => line.IsMine).OrderBy(line => line.Id).ToListAsync());

    private async Task<string> LastLineOfOthersAsync() => (await MineAsync())[^1].Text;
}
