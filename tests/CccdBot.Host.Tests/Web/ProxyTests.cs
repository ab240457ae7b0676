using System.Net;

namespace CccdBot.Host.Tests.Web;

/// <summary>Behind a server that speaks https to the citizens and plain http to us.</summary>
public sealed class ProxyTests : VisitTests
{
    private const int GuessesAllowed = 5;

    [Fact]
    public async Task A_visit_over_https_gets_a_cookie_for_https_only()
    {
        using var plain = new Visitor(Service.Address);
        using var secure = new Visitor(Service.Address);
        secure.Browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var byHttp = await plain.OpensAsync("/");
        using var byHttps = await secure.OpensAsync("/");

        Assert.DoesNotContain("secure", ChatCookie(byHttp), StringComparison.Ordinal);
        Assert.Contains("secure", ChatCookie(byHttps), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_guesses_too_often_at_the_desk_locks_out_nobody_but_themselves()
    {
        using var guesser = From("203.0.113.7");
        using var officer = From("203.0.113.8");
        for (var guess = 0; guess < GuessesAllowed; guess++)
        {
            using var wrong = await guesser.LogsInAsync("AAAA-BBBB-CCCC-DDDD");
        }

        using var refused = await guesser.LogsInAsync("AAAA-BBBB-CCCC-DDDD");
        using var letIn = await officer.LogsInAsync(Service.ChiefCode!);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("/truc", letIn.Headers.Location?.ToString());
    }

    private Visitor From(string address)
    {
        var visitor = new Visitor(Service.Address);
        visitor.Browser.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return visitor;
    }

    private static string ChatCookie(HttpResponseMessage page) =>
        page.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("cccdbot_chat=", StringComparison.Ordinal));
}
