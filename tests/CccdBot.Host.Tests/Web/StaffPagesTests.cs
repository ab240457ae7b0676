using System.Net;
using CccdBot.Core.Conversation;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Web;

public sealed class StaffPagesTests : IAsyncLifetime
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
    public async Task The_desk_sends_strangers_to_the_door()
    {
        using var answer = await _officer.OpensAsync("/truc");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/truc/vao", answer.Headers.Location?.AbsolutePath);
    }

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

        using var sent = await AnswerAsync(request.Id, "Cháu gọi tổ công tác đến nhà nhé. Số cũ 231456789 không cần nữa.");
        var told = await lan.HearsAsync();
        using var again = await AnswerAsync(request.Id, "Lần nữa");
        await _officer.OpensAsync("/truc");

        Assert.Contains("Cháu gọi tổ công tác đến nhà nhé", told.Text, StringComparison.Ordinal);
        Assert.Contains(IdNumbers.Masked, told.Text, StringComparison.Ordinal);
        Assert.Contains("đã có người trả lời", _officer.Page, StringComparison.Ordinal);
        Assert.Contains("Không có ai đang chờ", _officer.Page, StringComparison.Ordinal);
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
    public async Task Each_start_makes_a_new_code_until_the_chief_is_in_and_none_afterwards()
    {
        var folder = Directory.CreateTempSubdirectory("cccdbot-").FullName;
        var codes = new List<string?>();
        for (var start = 0; start < 3; start++)
        {
            await using var service = await RunningService.StartAsync(folder: folder);
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

        Directory.Delete(folder, recursive: true);
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
        _officer.FillsInAsync("/truc?handler=Answer", ("id", $"{request}"), ("words", words));
}
