using System.Net;
using System.Text.RegularExpressions;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Web;

public sealed partial class PagesTests : IAsyncLifetime
{
    private RunningService _service = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _service = await RunningService.StartAsync();
        _visitor = await Visitor.AtHomeAsync(_service.Address);
        using var door = await _visitor.LogsInAsync(_service.ChiefCode!);
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _service.DisposeAsync();
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/truc/vao", HttpStatusCode.OK)]
    [InlineData("/truc", HttpStatusCode.OK)]
    [InlineData("/loi/404", HttpStatusCode.OK)]
    [InlineData("/khong-co-trang-nay", HttpStatusCode.NotFound)]
    public async Task Every_page_is_guarded_and_brings_nothing_inline_or_from_elsewhere(string path, HttpStatusCode expected)
    {
        using var answer = await _visitor.OpensAsync(path);

        Assert.Equal(expected, answer.StatusCode);
        AssertGuarded(answer);
        AssertOnlyOurs(_visitor.Page);
    }

    [Fact]
    public async Task The_page_of_an_unforeseen_error_is_guarded_too_and_tells_no_secrets()
    {
        await _service.InLedgerAsync(db => db.Database.ExecuteSqlRawAsync("DROP TABLE chat_lines"));

        using var answer = await _visitor.OpensAsync("/");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Máy của em vừa trục trặc", _visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", _visitor.Page, StringComparison.Ordinal);
        AssertGuarded(answer);
        AssertOnlyOurs(_visitor.Page);
    }

    [Theory]
    [InlineData("/site.css")]
    [InlineData("/chat.js")]
    [InlineData("/favicon.svg")]
    [InlineData("/healthz/ready")]
    public async Task Files_are_guarded_too(string path)
    {
        using var answer = await _visitor.OpensAsync(path);

        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
    }

    [Fact]
    public void No_script_can_read_a_cookie_of_ours()
    {
        var cookies = _visitor.Cookies.GetAllCookies();

        Assert.Contains(cookies, cookie => cookie.Name == "cccdbot_chat");
        Assert.Contains(cookies, cookie => cookie.Name == "cccdbot_staff");
        Assert.All(cookies, cookie => Assert.True(cookie.HttpOnly, cookie.Name));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/site.css")]
    [InlineData("/chat.js")]
    public async Task Pages_styles_and_scripts_travel_compressed(string path)
    {
        using var answer = await PackedAsync(path);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task The_event_stream_does_not()
    {
        using var answer = await PackedAsync("/chat/stream");

        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    private async Task<HttpResponseMessage> PackedAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        return await _visitor.Browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static void AssertGuarded(HttpResponseMessage answer)
    {
        var policy = Header(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
    }

    private static void AssertOnlyOurs(string page)
    {
        Assert.DoesNotMatch(Inline(), page);
        Assert.All(Address().Matches(page), address => Assert.Matches("^(/(?!/)|#|$)", address.Groups[1].Value));
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    [GeneratedRegex("""<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("""\s(?:src|href|action)="([^"]*)""")]
    private static partial Regex Address();
}
