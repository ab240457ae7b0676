using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>Voices and pictures as Telegram keeps them: each under a name of its own, which is the bot's alone.</summary>
internal sealed class FakeFiles
{
    public const string UnknownFile = "wrong file identifier/HTTP URL specified";

    private const string Attached = "attach://";

    private readonly ConcurrentDictionary<string, byte[]> _files = new();
    private int _last;

    public byte[]? Find(string name) => _files.GetValueOrDefault(name);

    public string Add(byte[] content)
    {
        var name = $"AwACAgUAAx-{Interlocked.Increment(ref _last):0000}";
        _files[name] = content;
        return name;
    }

    /// <summary>As if the bot had got another token: the old names mean nothing any more.</summary>
    public void Clear() => _files.Clear();

    /// <summary>What this call carries or names: its name from now on; null when it names what is not there.</summary>
    public string? Take(ApiCall call, string parameter)
    {
        var given = ApiCall.String(call.Parameters, parameter) ?? "";
        if (!given.StartsWith(Attached, StringComparison.Ordinal))
        {
            return _files.ContainsKey(given) ? given : null;
        }

        return call.Files.TryGetValue(given[Attached.Length..], out var content) ? Add(content) : null;
    }

    public Answer Describe(ApiCall call)
    {
        var name = ApiCall.String(call.Parameters, "file_id") ?? "";
        return Find(name) is not { } content
            ? Answer.BadRequest("invalid file_id")
            : Answer.Result(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("file_id"u8, name);
                writer.WriteString("file_unique_id"u8, name[^4..]);
                writer.WriteNumber("file_size"u8, content.Length);
                writer.WriteString("file_path"u8, $"voice/{name}");
                writer.WriteEndObject();
            });
    }

    public Task DownloadAsync(HttpContext http, string path)
    {
        var content = Find(path.Split('/')[^1]);
        http.Response.StatusCode = content is null ? 404 : 200;
        return http.Response.Body.WriteAsync(content ?? Encoding.UTF8.GetBytes("Not Found")).AsTask();
    }

    public static void Write(Utf8JsonWriter writer, string parameter, string name)
    {
        if (parameter == "voice")
        {
            writer.WriteStartObject("voice"u8);
            writer.WriteNumber("duration"u8, 1);
        }
        else
        {
            writer.WriteStartArray(parameter);
            writer.WriteStartObject();
            writer.WriteNumber("width"u8, 1);
            writer.WriteNumber("height"u8, 1);
        }

        writer.WriteString("file_id"u8, name);
        writer.WriteString("file_unique_id"u8, name[^4..]);
        writer.WriteEndObject();
        if (parameter != "voice")
        {
            writer.WriteEndArray();
        }
    }
}
