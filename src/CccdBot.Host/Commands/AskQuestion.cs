using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CccdBot.Core.Answers;
using CccdBot.Core.Time;

namespace CccdBot.Host.Commands;

/// <summary>"... -- ask "mất thẻ làm lại bao nhiêu tiền" --as-of 2026-11-23 --json": what the bot would say.</summary>
internal sealed class AskQuestion : ICommand
{
    private const string AsOf = "--as-of";
    private const string Json = "--json";

    /// <summary>Vietnamese is to be read, not to be spelled in \u codes.</summary>
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Name => "ask";

    public Task<int> RunAsync(CommandWords words)
    {
        if (words.Plain(0, AsOf) is not { } question || !TryDay(words.ValueOf(AsOf), out var day))
        {
            FirstStart.Say("Cách dùng: ask \"câu hỏi\" [--as-of 2026-11-23] [--json]");
            return Task.FromResult(CommandLine.WrongUse);
        }

        var heard = new AskedOnce(AnswerBook.Shipped.Advise(question, day));
        FirstStart.Say(words.Has(Json) ? JsonSerializer.Serialize(heard, Readable) : heard.Told);
        return Task.FromResult(0);
    }

    public static DateOnly Today() => VietnamTime.DateOf(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static bool TryDay(string? written, out DateOnly day)
    {
        day = Today();
        return written is null
            || DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
