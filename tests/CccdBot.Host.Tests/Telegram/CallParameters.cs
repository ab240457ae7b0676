using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>JSON, form or query: the same object in the end. An undefined element means the body was no JSON object.</summary>
internal static class CallParameters
{
    private static readonly JsonElement None = JsonElement.Parse("{}");

    public static async ValueTask<JsonElement> ReadAsync(HttpRequest request, MethodRule? method)
    {
        if (request.HasFormContentType)
        {
            return FromForm(await request.ReadFormAsync(), method);
        }

        return request.QueryString.HasValue
            ? FromPairs(request.Query.Select(pair => (pair.Key, pair.Value.ToString())), method)
            : await FromJsonAsync(request);
    }

    /// <summary>What a call carries along, by the names its parameters use.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, byte[]>> FilesAsync(HttpRequest request)
    {
        var carried = new Dictionary<string, byte[]>();
        if (!request.HasFormContentType)
        {
            return carried;
        }

        foreach (var file in (await request.ReadFormAsync()).Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            carried[file.Name] = content.ToArray();
        }

        return carried;
    }

    private static async ValueTask<JsonElement> FromJsonAsync(HttpRequest request)
    {
        var reader = request.BodyReader;
        var read = await reader.ReadAsync();
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync();
        }

        var parsed = Parse(read.Buffer);
        reader.AdvanceTo(read.Buffer.End);
        return parsed;
    }

    private static JsonElement Parse(System.Buffers.ReadOnlySequence<byte> body)
    {
        if (body.IsEmpty)
        {
            return None;
        }

        try
        {
            var parsed = JsonElement.Parse(body.IsSingleSegment ? body.FirstSpan : System.Buffers.BuffersExtensions.ToArray(body));
            return parsed.ValueKind == JsonValueKind.Object ? parsed : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static JsonElement FromForm(IFormCollection form, MethodRule? method)
    {
        var fields = form.Select(pair => (pair.Key, pair.Value.ToString()));
        // A file may be a parameter itself or hang on one by "attach://name"; only the first is a parameter.
        var files = form.Files.Where(file => !form.ContainsKey(file.Name) && method?.Parameters.ContainsKey(file.Name) == true)
            .Select(file => (file.Name, "attach://" + file.Name));
        return FromPairs(fields.Concat(files), method);
    }

    private static JsonElement FromPairs(IEnumerable<(string Name, string Value)> pairs, MethodRule? method)
    {
        var holder = new JsonObject();
        foreach (var (name, value) in pairs)
        {
            holder[name] = Typed(value, method?.Parameters.GetValueOrDefault(name)?.Types ?? ["String"]);
        }

        return JsonElement.Parse(holder.ToJsonString());
    }

    private static JsonNode? Typed(string value, IReadOnlyList<string> types)
    {
        if (types.Contains("Integer") && long.TryParse(value, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return types.Contains("String") || types.Contains("InputFile") ? value : Structure(value);
    }

    private static JsonNode? Structure(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return value;
        }
    }
}
