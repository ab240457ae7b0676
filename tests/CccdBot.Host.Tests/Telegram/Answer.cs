using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CccdBot.Host.Tests.Telegram;

internal enum Ending
{
    Whole,
    HalfBody,
    Aborted,
}

/// <summary>What goes back over the wire, and the words for it in the call log.</summary>
internal sealed record Answer(int Status, ReadOnlyMemory<byte> Body, string Outcome)
{
    public const string Accepted = "ok";
    private const string Json = "application/json";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly Answer Yes = Result(writer => writer.WriteBooleanValue(true));
    private static readonly Answer Empty = Result(writer => WriteArray(writer, []));

    public string ContentType { get; init; } = Json;

    /// <summary>The number of the message this answer tells of.</summary>
    public long? MessageId { get; init; }

    public Ending Ending { get; init; } = Ending.Whole;

    public static Answer True => Yes;

    public static Answer EmptyList => Empty;

    public static Answer Result(Action<Utf8JsonWriter> writeResult) => new(200, Write(writer =>
    {
        writer.WriteBoolean("ok"u8, true);
        writer.WritePropertyName("result"u8);
        writeResult(writer);
    }), Accepted);

    public static Answer Error(int code, string description, int? retryAfter = null) => new(code, Write(writer =>
    {
        writer.WriteBoolean("ok"u8, false);
        writer.WriteNumber("error_code"u8, code);
        writer.WriteString("description"u8, description);
        if (retryAfter is { } seconds)
        {
            writer.WriteStartObject("parameters"u8);
            writer.WriteNumber("retry_after"u8, seconds);
            writer.WriteEndObject();
        }
    }), string.Create(CultureInfo.InvariantCulture, $"{code} {description}"));

    public static Answer BadRequest(string reason) => Error(400, "Bad Request: " + reason);

    public static Answer TooManyRequests(int seconds) =>
        Error(429, string.Create(CultureInfo.InvariantCulture, $"Too Many Requests: retry after {seconds}"), seconds);

    public static void WriteArray(Utf8JsonWriter writer, IEnumerable<byte[]> items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            writer.WriteRawValue(item, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }

    public Task SendAsync(HttpContext http)
    {
        if (Ending == Ending.Aborted)
        {
            http.Abort();
            return Task.CompletedTask;
        }

        // Kestrel closes the connection by itself when fewer bytes come than were promised.
        var sent = Ending == Ending.HalfBody ? Body[..(Body.Length / 2)] : Body;
        (http.Response.StatusCode, http.Response.ContentType, http.Response.ContentLength) = (Status, ContentType, Body.Length);
        return http.Response.BodyWriter.WriteAsync(sent).AsTask();
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> writeFields)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, Relaxed);
        writer.WriteStartObject();
        writeFields(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
