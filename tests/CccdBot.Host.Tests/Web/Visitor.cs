using System.Net;
using System.Text.RegularExpressions;

namespace CccdBot.Host.Tests.Web;

/// <summary>Someone with a browser, seen from the wire: opens pages, fills in their forms, keeps cookies.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };
    private long _heard;

    public Visitor(Uri address) => Browser = new HttpClient(_handler) { BaseAddress = address };

    /// <summary>The same browser at another node, with its cookies and the page it has open.</summary>
    public Visitor At(Uri node)
    {
        var there = new Visitor(node) { Page = Page, _heard = _heard };
        there._handler.CookieContainer = Cookies;
        return there;
    }

    public HttpClient Browser { get; }

    public CookieContainer Cookies => _handler.CookieContainer;

    /// <summary>The last page looked at.</summary>
    public string Page { get; private set; } = "";

    /// <summary>What stands last in the chat.</summary>
    public Line Screen { get; private set; } = null!;

    public static async Task<Visitor> AtHomeAsync(Uri address)
    {
        var visitor = new Visitor(address);
        await visitor.OpensAsync("/");
        return visitor;
    }

    public async Task<HttpResponseMessage> OpensAsync(string path)
    {
        var response = await Browser.GetAsync(new Uri(path, UriKind.Relative));
        Page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        return response;
    }

    /// <summary>Sends a form of the page last looked at.</summary>
    public async Task<HttpResponseMessage> FillsInAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", Token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await Browser.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    /// <summary>Sends a file by a form of the page last looked at.</summary>
    public async Task<HttpResponseMessage> BringsAsync(string path, byte[] file, string name, string field = "file", params (string Name, string Value)[] also)
    {
        using var content = new ByteArrayContent(file);
        using var token = new StringContent(Token);
        using var form = new MultipartFormDataContent { { content, field, name }, { token, "__RequestVerificationToken" } };
        foreach (var (other, value) in also)
        {
            form.Add(new StringContent(value), other);
        }

        return await Browser.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    /// <summary>As the page's script does it.</summary>
    public async Task<HttpResponseMessage> PostsAsync(string text = "", string choice = "", string? id = null, bool token = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat");
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = new FormUrlEncodedContent(
        [
            new("id", id ?? Guid.NewGuid().ToString()),
            new("text", text),
            new("choice", choice),
            .. token ? [KeyValuePair.Create("__RequestVerificationToken", Token)] : Array.Empty<KeyValuePair<string, string>>(),
        ]);
        return await Browser.SendAsync(request);
    }

    /// <summary>Types something and waits for the answer.</summary>
    public async Task<Line> SaysAsync(string text)
    {
        using var taken = await PostsAsync(text);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        return await HearsAsync();
    }

    /// <summary>Taps the button with these words under the last line.</summary>
    public async Task<Line> TapsAsync(string label)
    {
        using var taken = await PostsAsync(choice: Screen.Button(label).Key);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        return await HearsAsync();
    }

    /// <summary>The next line that is not the citizen's own.</summary>
    public async Task<Line> HearsAsync()
    {
        await using var stream = await ChatStream.OpenAsync(Browser, _heard);
        do
        {
            Screen = await stream.NextAsync();
            _heard = Screen.Id;
        }
        while (Screen.IsMine);
        return Screen;
    }

    public async Task<Line> BooksAtSuiAsync(string name = "Siu Lan")
    {
        await SaysAsync("/datlich");
        await TapsAsync("Buôn Sui");
        await TapsAsync(Screen.Choices[1].Label);
        await TapsAsync("18h30");
        await SaysAsync(name);
        return await TapsAsync("giữ chỗ");
    }

    /// <summary>An officer comes in by the code.</summary>
    public async Task<HttpResponseMessage> LogsInAsync(string code)
    {
        await OpensAsync("/truc/vao");
        return await FillsInAsync("/truc/vao", ("code", code));
    }

    public void Dispose()
    {
        Browser.Dispose();
        _handler.Dispose();
    }

    private string Token => TokenField().Match(Page).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
