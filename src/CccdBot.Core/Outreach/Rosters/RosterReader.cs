using System.Text.RegularExpressions;
using CccdBot.Core.Conversation;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Rosters;

/// <summary>Reads a line as it is typed on a phone: "3. Siu H'Bia, làng Sui, không đt, rẫy suối, qua con gái H'Lan, về thứ Bảy".</summary>
/// <param name="ownVillage">Where the line names none: the one village of a volunteer; null for who works for several.</param>
internal sealed partial class RosterReader(VillageNames villages, string? ownVillage, int thisYear)
{
    private static readonly ListColumn[] Columns =
    [
        ListColumn.Name, ListColumn.Village, ListColumn.Phone, ListColumn.BirthYear, ListColumn.FieldArea, ListColumn.Carrier, ListColumn.Back, ListColumn.Card,
        ListColumn.Vneid, ListColumn.Frail, ListColumn.Note,
    ];

    private static readonly string[] Villages = ["buon ", "lang ", "thon ", "plei ", "ban "];
    private static readonly string[] Fields = ["ray", "nuong"];
    private static readonly string[] Carriers = ["bao qua ", "qua ", "nho "];
    private static readonly string[] Phones = ["dt", "dien thoai", "sdt"];

    private readonly LineReader _reader = new(Columns, villages, thisYear);

    public ReadLine Read(int number, string line)
    {
        var parts = line.Split([',', ';', '\t', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var cells = new Dictionary<ListColumn, string> { [ListColumn.Name] = parts.Length == 0 ? "" : Numbering().Replace(parts[0], "") };
        foreach (var part in parts.Skip(1))
        {
            var (column, words) = Sort(part);
            cells[column] = cells.TryGetValue(column, out var before) ? $"{before}, {words}" : words;
        }

        if (ownVillage is not null)
        {
            cells.TryAdd(ListColumn.Village, ownVillage);
        }

        return _reader.Read(new StagedLine(number, [.. Columns.Select(column => cells.GetValueOrDefault(column, ""))]));
    }

    private (ListColumn Column, string Words) Sort(string part)
    {
        var folded = VietnameseText.Fold(part);
        return part switch
        {
            _ when part.Contains(IdNumbers.Masked, StringComparison.Ordinal) => (ListColumn.Note, part),
            _ when villages.Find(part) is not null || Begins(folded, Villages) => (ListColumn.Village, part),
            _ when PhoneNumber.Read(part) is not null || IsNumber(part, atLeast: 7) => (ListColumn.Phone, part),
            _ when Array.Exists(Phones, word => Words(folded).Contains(word)) || folded.Contains("dien thoai", StringComparison.Ordinal) => (ListColumn.Phone, NumberIn(part)),
            _ when Year().Match(folded) is { Success: true } year => (ListColumn.BirthYear, year.Groups[1].Value),
            _ when Begins(folded, Fields) => (ListColumn.FieldArea, part),
            _ when Array.Find(Carriers, word => folded.StartsWith(word, StringComparison.Ordinal)) is { } by => (ListColumn.Carrier, part[Math.Min(by.Length, part.Length)..]),
            _ when folded.StartsWith("ve ", StringComparison.Ordinal) => (ListColumn.Back, part[3..]),
            _ when folded.Contains("vneid", StringComparison.Ordinal) => (ListColumn.Vneid, HasIt(folded)),
            _ when Words(folded).Contains("the") || folded.Contains("cccd", StringComparison.Ordinal) || folded.Contains("can cuoc", StringComparison.Ordinal) => (ListColumn.Card, HasIt(folded)),
            _ when ListWords.ReadFrail(part) is not null => (ListColumn.Frail, part),
            _ => (ListColumn.Note, part),
        };
    }

    private static string[] Words(string folded) => folded.Split([' ', ':', '.'], StringSplitOptions.RemoveEmptyEntries);

    private static bool Begins(string folded, string[] words) => Array.Exists(words, word => folded.StartsWith(word, StringComparison.Ordinal));

    private static bool IsNumber(string part, int atLeast) => part.All(sign => char.IsAsciiDigit(sign) || sign is ' ' or '.' or '-' or '+') && part.Count(char.IsAsciiDigit) >= atLeast;

    /// <summary>"đt 0912 345 678" is the number, "không đt" is none.</summary>
    private static string NumberIn(string part) => part.Any(char.IsAsciiDigit) ? string.Concat(part.Where(sign => char.IsAsciiDigit(sign) || sign == '+')) : "không";

    private static string HasIt(string folded) => Words(folded).Intersect(["chua", "khong", "ko"]).Any() ? "chưa" : "có";

    /// <summary>"3. ", "3) ", "- ".</summary>
    [GeneratedRegex(@"^\s*(?:\d{1,3}\s*[.)\-:]|[-•*+])\s*")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^(?:sinh |sinh nam |sn |ns )?((?:19|20)\d\d)$")]
    private static partial Regex Year();
}
