using System.Globalization;
using CccdBot.Core.Booking.Sentences;

namespace CccdBot.Host.Commands;

/// <summary>"... -- evaluate bookings FILE.csv [--details OUT.csv]": a sentence is right when every scored column is.</summary>
internal sealed class EvaluateBookings : ICommand
{
    private const string Details = "--details";

    public string Name => "bookings";

    public Task<int> RunAsync(CommandWords words) => Task.FromResult(Run(words));

    private static int Run(CommandWords words)
    {
        if (Tables.Read<BookingRow>(words.Plain(0, Details)) is not { } rows)
        {
            return CommandLine.WrongUse;
        }

        if (Readers.ForCommune() is not { } reader)
        {
            return 1;
        }

        var marked = rows.ConvertAll(row => Mark(row, reader));
        Report(marked);
        Tables.Write(words.ValueOf(Details), marked.Select(DetailOf));
        return 0;
    }

    private static MarkedRow Mark(BookingRow row, SentenceReader reader) =>
        new(row, WishRow.Of(reader.Read(row.Utterance, DateTime.Parse(row.Now, CultureInfo.InvariantCulture))));

    private static void Report(List<MarkedRow> rows)
    {
        FirstStart.Say($"rows: {rows.Count}");
        foreach (var field in rows.SelectMany(row => row.Fields).GroupBy(field => field.Name))
        {
            FirstStart.Say(Line(field.Key, field.Count(f => f.IsRight), field.Count()));
        }

        FirstStart.Say(Line("all", rows.Count(row => row.IsRight), rows.Count));
        foreach (var style in rows.GroupBy(row => row.Row.Style).OrderBy(style => style.Key, StringComparer.Ordinal))
        {
            FirstStart.Say(Line($"style {style.Key}", style.Count(row => row.IsRight), style.Count()));
        }
    }

    private static string Line(string what, int right, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: {right}/{all} = {100.0 * right / all:0.0} %");

    private static object DetailOf(MarkedRow row) => new
    {
        id = row.Row.Id,
        intent = row.Read.Intent,
        place = row.Read.Place,
        date = row.Read.Date,
        time_from = row.Read.TimeFrom,
        time_to = row.Read.TimeTo,
        people = row.Read.People,
        for_whom = row.Read.ForWhom,
        service = row.Read.Service,
        notes = row.Read.Notes,
        right = row.IsRight,
        wrong = string.Join("; ", row.Fields.Where(field => !field.IsRight).Select(field => field.Name)),
    };

    private sealed record MarkedRow(BookingRow Row, WishRow Read)
    {
        public bool IsRight => Fields.All(one => one.IsRight);

        public IEnumerable<(string Name, bool IsRight)> Fields =>
            Row.Expected.Scored.Zip(Read.Scored, (expected, read) => (expected.Field, expected.Value == read.Value));
    }
}

/// <summary>A line of a file of sentences with what they mean.</summary>
internal sealed record BookingRow
{
    public string Id { get; init; } = "";

    public string Now { get; init; } = "";

    public string Utterance { get; init; } = "";

    public string Intent { get; init; } = "";

    public string Place { get; init; } = "";

    public string Date { get; init; } = "";

    public string TimeFrom { get; init; } = "";

    public string TimeTo { get; init; } = "";

    public string People { get; init; } = "";

    public string Notes { get; init; } = "";

    public string Style => Notes.Split("; ").FirstOrDefault(note => note.StartsWith("style:", StringComparison.Ordinal))?[6..] ?? "";

    public WishRow Expected => new(Intent, Place, Date, TimeFrom, TimeTo, People, "", "", "");
}
