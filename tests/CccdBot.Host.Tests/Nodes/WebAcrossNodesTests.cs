using System.Diagnostics;
using System.Net;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;

namespace CccdBot.Host.Tests.Nodes;

/// <summary>A browser does not know which of the nodes it talks with.</summary>
[Trait("Engine", "postgres")]
public sealed class WebAcrossNodesTests : IAsyncLifetime
{
    private Ground _ground = null!;
    private RunningService _a = null!;
    private RunningService _b = null!;

    public async Task InitializeAsync()
    {
        _ground = await Ground.NewAsync();
        _a = await RunningService.StartAsync(ground: _ground);
        _b = await RunningService.StartAsync(ground: _ground);
    }

    public async Task DisposeAsync()
    {
        await _a.DisposeAsync();
        await _b.DisposeAsync();
        await _ground.DisposeAsync();
    }

    [Fact]
    public async Task A_page_open_at_one_node_shows_at_once_what_another_has_heard_and_answered()
    {
        using var page = await Visitor.AtHomeAsync(_a.Address);
        using var elsewhere = page.At(_b.Address);
        await elsewhere.SaysAsync("/trogiup");
        await using var stream = await ChatStream.OpenAsync(page.Browser, elsewhere.Screen.Id);

        using var taken = await elsewhere.PostsAsync("/trogiup");
        var posted = Stopwatch.GetTimestamp();
        var (mine, answer) = (await stream.NextAsync(), await stream.NextAsync());

        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        Assert.Equal((true, false), (mine.IsMine, answer.IsMine));

        // Without a call from the other node the page would look by itself only after twenty seconds.
        Assert.True(Stopwatch.GetElapsedTime(posted) < TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_form_opened_at_one_node_can_be_sent_to_the_other_and_the_login_is_good_at_both()
    {
        using var officer = new Visitor(_a.Address);
        await officer.OpensAsync("/truc/vao");
        using var elsewhere = officer.At(_b.Address);

        using var entered = await elsewhere.FillsInAsync("/truc/vao", ("code", _a.ChiefCode!));
        using var desk = await officer.OpensAsync("/truc");
        using var otherDesk = await elsewhere.OpensAsync("/truc");

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.OK, HttpStatusCode.OK), (entered.StatusCode, desk.StatusCode, otherDesk.StatusCode));
    }
}
