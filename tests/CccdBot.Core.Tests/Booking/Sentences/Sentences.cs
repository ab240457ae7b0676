using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Sentences;
using CsvHelper;

namespace CccdBot.Core.Tests.Booking.Sentences;

/// <summary>Sentences of our own with what they mean, and the sample commune's reader.</summary>
internal static class Sentences
{
    public static SentenceReader Reader { get; } = ReadCommune();

    public static IReadOnlyList<Expected> All { get; } = ReadAll();

    public static string Understood(string utterance, string now)
    {
        var wish = Reader.Read(utterance, DateTime.Parse(now, CultureInfo.InvariantCulture));
        var intent = wish.Intent == WishIntent.HomeVisit ? "home-visit" : wish.Intent.ToString().ToLowerInvariant();
        var date = wish.From == wish.To ? Day(wish.From) : $"{Day(wish.From)}..{Day(wish.To)}";
        return string.Join('|', intent, wish.Place, date, Hour(wish.TimeFrom), Hour(wish.TimeTo), wish.People);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Hour(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static SentenceReader ReadCommune()
    {
        var file = Path.Combine(Folder(), "../../../../src/CccdBot.Host/Communes/ia-rmok.json");
        var commune = JsonSerializer.Deserialize<Commune>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
        return new SentenceReader(new PlaceNames(commune.Places, commune.Elsewhere));
    }

    private static List<Expected> ReadAll()
    {
        using var file = new StreamReader(Path.Combine(Folder(), "sentences.csv"));
        using var csv = new CsvReader(file, CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<Row>().Select(row => new Expected(
            row.now, row.utterance, string.Join('|', row.intent, row.place, row.date, row.time_from, row.time_to, row.people)))];
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private sealed record Commune(IReadOnlyList<PlaceEntry> Places, IReadOnlyList<string> Elsewhere);

    /// <summary>Named as the columns are.</summary>
    private sealed record Row(string now, string utterance, string intent, string place, string date, string time_from, string time_to, string people);
}

/// <summary>A sentence, when it came, and the six things to read from it.</summary>
internal sealed record Expected(string Now, string Utterance, string Meaning);
