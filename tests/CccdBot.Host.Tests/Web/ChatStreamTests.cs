using CccdBot.Host.Channels.WebChat;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Web;

public sealed class ChatStreamTests : VisitTests
{
    [Fact]
    public async Task Twenty_lost_connections_while_messages_arrive_lose_and_double_nothing()
    {
        const int Connections = 20;
        var talking = Task.Run(TalkAsync);
        var seen = new List<long>();

        for (var connection = 0; connection < Connections; connection++)
        {
            await using var stream = await ChatStream.OpenAsync(Lan.Browser, seen.LastOrDefault(), byHeader: connection % 2 == 1);
            seen.Add((await stream.NextAsync()).Id);
            seen.Add((await stream.NextAsync()).Id);
        }

        await talking;
        var written = await Service.InLedgerAsync(db => db.ChatLines.OrderBy(line => line.Id).Select(line => line.Id).ToListAsync());
        Assert.Equal(2 * Connections, written.Count);
        Assert.Equal(written, seen);

        async Task TalkAsync()
        {
            for (var message = 0; message < Connections; message++)
            {
                using var sent = await Lan.PostsAsync("/start");
                Assert.True(sent.IsSuccessStatusCode);
            }
        }
    }

    [Fact]
    public async Task The_later_of_address_and_header_counts()
    {
        await Lan.SaysAsync("/start");
        var last = (await Lan.SaysAsync("/trogiup")).Id;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/chat/stream?after=1");
        request.Headers.Add("Last-Event-ID", $"{last - 1}");

        using var response = await Lan.Browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Equal(": chào", await reader.ReadLineAsync());
        await reader.ReadLineAsync();
        await reader.ReadLineAsync();
        Assert.Equal($"id: {last}", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task One_chat_never_hears_another()
    {
        using var neighbour = await Visitor.AtHomeAsync(Service.Address);
        await neighbour.SaysAsync("/start");

        var told = await Lan.SaysAsync("/trogiup");

        Assert.StartsWith("Bà con có thể nhắn", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_page_does_not_hold_up_the_closing()
    {
        await Lan.SaysAsync("/start");
        await using var stream = await ChatStream.OpenAsync(Lan.Browser, Lan.Screen.Id);

        var closing = Service.StopAsync();

        Assert.True(await stream.EndsAsync());
        await closing.WaitAsync(TimeSpan.FromSeconds(5));
    }
}
