using System.Net.ServerSentEvents;
using System.Text.Json;

namespace CccdBot.Host.Tests.Web;

/// <summary>The page's open line for what the chat says.</summary>
internal sealed class ChatStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpResponseMessage _response;
    private readonly CancellationTokenSource _closed = new();
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private ChatStream(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _events = SseParser.Create(body).EnumerateAsync(_closed.Token).GetAsyncEnumerator();
    }

    /// <summary>Opens it after this line; told as the address says it, or as a browser's own EventSource does.</summary>
    public static async Task<ChatStream> OpenAsync(HttpClient browser, long after, bool byHeader = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, byHeader ? "/chat/stream" : $"/chat/stream?after={after}");
        if (byHeader)
        {
            request.Headers.Add("Last-Event-ID", $"{after}");
        }

        var response = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new ChatStream(response, await response.Content.ReadAsStreamAsync());
    }

    public async Task<Line> NextAsync()
    {
        Assert.True(await _events.MoveNextAsync().AsTask().WaitAsync(Patience), "The stream ended.");
        Assert.Equal("line", _events.Current.EventType);
        var line = JsonSerializer.Deserialize<Line>(_events.Current.Data, JsonSerializerOptions.Web)!;
        Assert.Equal($"{line.Id}", _events.Current.EventId);
        return line;
    }

    /// <summary>True when the service says goodbye.</summary>
    public async Task<bool> EndsAsync() => !await _events.MoveNextAsync().AsTask().WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _response.Dispose();
        _closed.Dispose();
    }
}

/// <summary>One line of the chat as the page gets it.</summary>
internal sealed record Line(long Id, bool IsMine, string Text, string At, bool Keeps, IReadOnlyList<Offer> Choices, string? ClientId, string? Voice = null, string? Picture = null)
{
    public Offer Button(string label) => Choices.FirstOrDefault(c => c.Label.Contains(label, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException($"No button \"{label}\" under \"{Text}\": {string.Join(" | ", Choices.Select(c => c.Label))}");
}

internal sealed record Offer(string Key, string Label, string? Link = null);
