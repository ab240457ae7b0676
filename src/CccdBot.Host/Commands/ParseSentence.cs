using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Time;

namespace CccdBot.Host.Commands;

/// <summary>"... -- parse "mai 7h ở nhà rông Sui" --now 2026-11-23T20:15 --json": what one sentence is understood to ask for.</summary>
internal sealed class ParseSentence : ICommand
{
    private const string Now = "--now";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public string Name => "parse";

    public Task<int> RunAsync(CommandWords words) => Task.FromResult(Run(words));

    private static int Run(CommandWords words)
    {
        var at = VietnamTime.ToLocal(TimeProvider.System.GetUtcNow().UtcDateTime);
        var written = words.ValueOf(Now);
        if (words.Plain(0, Now) is not { } sentence
            || (written is not null && !DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out at)))
        {
            FirstStart.Say("Viết: parse \"câu nhắn\" [--now 2026-11-23T20:15] [--json]");
            return CommandLine.WrongUse;
        }

        if (Readers.ForCommune() is not { } reader)
        {
            return 1;
        }

        Show(reader.Read(sentence, at), words.Has("--json"));
        return 0;
    }

    private static void Show(BookingWish wish, bool asJson)
    {
        var row = WishRow.Of(wish);
        var said = new Dictionary<string, object>(row.Scored.Select(scored => KeyValuePair.Create<string, object>(scored.Field, scored.Value)))
        {
            ["for_whom"] = row.ForWhom,
            ["service"] = row.Service,
            ["notes"] = row.Notes,
            ["doubts"] = wish.Doubts,
        };
        if (asJson)
        {
            FirstStart.Say(JsonSerializer.Serialize(said, Json));
            return;
        }

        foreach (var (field, value) in said.Where(field => field.Value is not (string { Length: 0 } or IReadOnlyList<Doubt>)))
        {
            FirstStart.Say($"{field}: {value}");
        }

        foreach (var doubt in wish.Doubts)
        {
            FirstStart.Say($"doubt: {doubt.Field}: {string.Join(" | ", doubt.Readings)}");
        }
    }
}
