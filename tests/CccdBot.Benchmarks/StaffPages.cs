using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace CccdBot.Benchmarks;

/// <summary>An officer with a browser, who opens one page again and again.</summary>
internal sealed partial class StaffPages : IDisposable
{
    private readonly HttpClientHandler _cookies = new();
    private readonly HttpClient _browser;

    private StaffPages(int port) => _browser = new HttpClient(_cookies) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

    public static async Task<StaffPages> EnterAsync(int port, string code)
    {
        var officer = new StaffPages(port);
        var door = await officer._browser.GetStringAsync(new Uri("/truc/vao", UriKind.Relative));
        using var form = new FormUrlEncodedContent([new("code", code), new("__RequestVerificationToken", Token().Match(door).Groups[1].Value)]);
        using var entered = await officer._browser.PostAsync(new Uri("/truc/vao", UriKind.Relative), form);
        return entered.RequestMessage?.RequestUri?.AbsolutePath == "/truc" && entered.StatusCode == HttpStatusCode.OK
            ? officer
            : throw new InvalidOperationException($"The desk did not open: {entered.StatusCode}.");
    }

    /// <summary>Opens the page so often, and says how long that took and how large it is.</summary>
    public async Task<string> OpenAsync(string what, string path, int times)
    {
        var took = new List<double>();
        var size = 0;
        for (var i = -10; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            size = (await _browser.GetByteArrayAsync(new Uri(path, UriKind.Relative))).Length;
            if (i >= 0)
            {
                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        took.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{what}: p50 {took[took.Count / 2]:0.0} ms, p99 {took[(int)(took.Count * 0.99)]:0.0} ms, {size / 1024} KiB");
    }

    public void Dispose()
    {
        _browser.Dispose();
        _cookies.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
