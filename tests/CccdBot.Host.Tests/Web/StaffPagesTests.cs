using System.Net;
using System.Text.RegularExpressions;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Web;

public sealed partial class StaffPagesTests : IAsyncLifetime
{
    private const string WrongCode = "AAAA-BBBB-CCCC-DDDD";

    private RunningService _service = null!;
    private Visitor _officer = null!;

    public async Task InitializeAsync()
    {
        _service = await RunningService.StartAsync();
        _officer = new Visitor(_service.Address);
    }

    public async Task DisposeAsync()
    {
        _officer.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task Every_staff_page_sends_strangers_to_the_door_whether_they_look_or_act()
    {
        var pages = StaffPages();

        Assert.True(pages.Count >= 10, $"Only {string.Join(", ", pages)}.");
        foreach (var page in pages)
        {
            using var looked = await _officer.OpensAsync(page);
            using var acted = await _officer.Browser.PostAsync(new Uri(page, UriKind.Relative), new FormUrlEncodedContent([]));
            Assert.All([looked, acted], answer => Assert.Equal(
                (page, HttpStatusCode.Found, "/truc/vao"), (page, answer.StatusCode, answer.Headers.Location?.AbsolutePath)));
        }
    }

    /// <summary>Each page below "/truc" but the two of the door, read from the routes: a new one is in the list by itself.</summary>
    private List<string> StaffPages() => [.. _service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Select(endpoint => endpoint.RoutePattern.RawText!).Where(route => route.StartsWith("truc", StringComparison.Ordinal) && !route.StartsWith("truc/vao", StringComparison.Ordinal))
        .Select(route => $"/{Parameter().Replace(route, match => match.Value.Contains("long", StringComparison.Ordinal) ? "1" : "2026-12-05")}").Distinct()];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [Fact]
    public async Task A_wrong_code_opens_nothing_and_says_what_to_do()
    {
        using var answer = await _officer.LogsInAsync(WrongCode);
        var told = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        using var desk = await _officer.OpensAsync("/truc");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Mã này không đúng hoặc đã dùng", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, desk.StatusCode);
    }

    [Fact]
    public async Task The_right_code_opens_the_desk_once()
    {
        using var first = await _officer.LogsInAsync(_service.ChiefCode!.ToLowerInvariant());
        using var desk = await _officer.OpensAsync("/truc");
        using var other = new Visitor(_service.Address);
        using var second = await other.LogsInAsync(_service.ChiefCode!);
        using var shut = await other.OpensAsync("/truc");

        Assert.Equal("/truc", first.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
        Assert.Contains("Bàn trực", _officer.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(HttpStatusCode.Found, shut.StatusCode);
    }

    [Fact]
    public async Task After_five_guesses_even_the_right_code_has_to_wait()
    {
        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await _officer.LogsInAsync(WrongCode);
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }

        using var sixth = await _officer.LogsInAsync(_service.ChiefCode!);
        var told = WebUtility.HtmlDecode(await sixth.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.StatusCode);
        Assert.Contains("Chờ 15 phút", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await _officer.OpensAsync("/");
        using var form = new FormUrlEncodedContent([new("code", _service.ChiefCode!)]);

        using var answer = await _officer.Browser.PostAsync(new Uri("/truc/vao", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var desk = await _officer.OpensAsync("/truc");
        Assert.Equal(HttpStatusCode.Found, desk.StatusCode);
    }

    [Fact]
    public async Task What_an_officer_answers_arrives_in_the_citizens_chat()
    {
        using var lan = await Visitor.AtHomeAsync(_service.Address);
        await lan.SaysAsync("/gapnguoi");
        await lan.SaysAsync("Mẹ cháu nằm một chỗ, <b>cháu</b> phải làm sao?");
        await OpenDeskAsync();
        Assert.Contains("Mẹ cháu nằm một chỗ", _officer.Page, StringComparison.Ordinal);
        var request = await _service.InLedgerAsync(db => db.HelpRequests.SingleAsync());
        await _officer.OpensAsync($"/truc/hoi-thoai/{request.Id}");
        Assert.Contains("Mẹ cháu nằm một chỗ", _officer.Page, StringComparison.Ordinal);

        using var sent = await AnswerAsync(request.Id, "Cháu gọi tổ công tác đến nhà nhé. Số cũ 231456789 không cần nữa.");
        var told = await lan.HearsAsync();
        using var ended = await _officer.FillsInAsync($"/truc/hoi-thoai/{request.Id}?handler=End");
        using var again = await AnswerAsync(request.Id, "Lần nữa");
        var refused = WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync());
        await _officer.OpensAsync("/truc");

        Assert.Contains("Cháu gọi tổ công tác đến nhà nhé", told.Text, StringComparison.Ordinal);
        Assert.Contains(IdNumbers.Masked, told.Text, StringComparison.Ordinal);
        Assert.Contains("Cuộc này đã kết thúc. Lời ở đây chưa gửi.", refused, StringComparison.Ordinal);
        Assert.Contains("Không có ai đang chờ", _officer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officer_who_comes_second_is_told_who_was_first_and_keeps_the_words()
    {
        using var lan = await Visitor.AtHomeAsync(_service.Address);
        await lan.SaysAsync("/gapnguoi");
        await lan.SaysAsync("Cho cháu gặp cán bộ");
        await OpenDeskAsync();
        var request = await _service.InLedgerAsync(db => db.HelpRequests.SingleAsync());
        await _officer.OpensAsync($"/truc/hoi-thoai/{request.Id}");
        await _service.Services.GetRequiredService<WriteGate>().RunAsync<HelpDesk, TakeOutcome>(
            desk => desk.TakeAsync(request.Id, Guid.NewGuid(), DateTime.UtcNow, CancellationToken.None));

        using var second = await AnswerAsync(request.Id, "Cháu chờ chút nhé");
        var page = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());

        Assert.Contains("Một cán bộ khác đã nhận trả lời trước. Lời ở đây chưa gửi.", page, StringComparison.Ordinal);
        Assert.Matches("Cháu chờ chút nhé\\s*</textarea>", page);
    }

    [Theory]
    [InlineData("/truc/hoi-thoai/1")]
    [InlineData("/truc/chua-biet")]
    [InlineData("/truc/dien-thoai")]
    public async Task No_page_of_the_desk_is_open_to_strangers(string path)
    {
        using var answer = await _officer.OpensAsync(path);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task A_message_set_aside_is_shown_and_can_be_tried_again()
    {
        using var lan = await Visitor.AtHomeAsync(_service.Address);
        await lan.SaysAsync("/trogiup");
        var id = await _service.InLedgerAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE incoming_messages SET state = 'SetAside'");
            return await db.IncomingMessages.Select(m => m.Id).SingleAsync();
        });
        await OpenDeskAsync();
        Assert.Contains($"Tin số {id}", _officer.Page, StringComparison.Ordinal);

        using var tried = await _officer.FillsInAsync("/truc?handler=TryAgain", ("id", $"{id}"));
        var told = await lan.HearsAsync();
        await _officer.OpensAsync("/truc");

        Assert.StartsWith("Bà con có thể nhắn", told.Text, StringComparison.Ordinal);
        Assert.Contains($"Đang thử lại tin số {id}", _officer.Page, StringComparison.Ordinal);
        Assert.Contains("Không có tin nào", _officer.Page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "postgres")]
    public async Task With_several_nodes_the_first_one_prints_the_code_and_the_others_none()
    {
        await using var ground = await Ground.NewAsync();
        await using var first = await RunningService.StartAsync(ground: ground);
        await using var second = await RunningService.StartAsync(ground: ground);

        using var chief = new Visitor(second.Address);
        using var entered = await chief.LogsInAsync(first.ChiefCode!);

        Assert.Null(second.ChiefCode);
        Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
    }

    [Fact]
    [Trait("Engine", "sqlite")]
    public async Task Each_start_makes_a_new_code_until_the_chief_is_in_and_none_afterwards()
    {
        await using var ground = await Ground.NewAsync();
        var codes = new List<string?>();
        for (var start = 0; start < 3; start++)
        {
            await using var service = await RunningService.StartAsync(ground: ground);
            codes.Add(service.ChiefCode);
            if (start == 1)
            {
                using var late = new Visitor(service.Address);
                using var old = await late.LogsInAsync(codes[0]!);
                Assert.Equal(HttpStatusCode.OK, old.StatusCode);
                using var current = await late.LogsInAsync(codes[1]!);
                Assert.Equal(HttpStatusCode.Found, current.StatusCode);
            }
        }

        Assert.NotEqual(codes[0], codes[1]);
        Assert.Null(codes[2]);
    }

    private async Task OpenDeskAsync()
    {
        using var door = await _officer.LogsInAsync(_service.ChiefCode!);
        using var desk = await _officer.OpensAsync("/truc");
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
    }

    private Task<HttpResponseMessage> AnswerAsync(long request, string words) =>
        _officer.FillsInAsync($"/truc/hoi-thoai/{request}?handler=Reply", ("Words", words));
}
