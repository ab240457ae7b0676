using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>Reads one line of a list: everything that is wrong with it is said at once, each in its own words.</summary>
public sealed class LineReader(IReadOnlyList<ListColumn> columns, VillageNames villages, int thisYear)
{
    private const int OldestBirthYear = 1900;
    private const int YearDigits = 4;
    private const int MostDigitsInName = 3;

    /// <summary>With these a spreadsheet would take the words for a formula, and whoever opens the list would run it.</summary>
    private static readonly char[] BeginsFormula = ['=', '@', '+', '-', '\t'];

    private readonly List<string> _problems = [];
    private readonly List<string> _mended = [];
    private IReadOnlyList<string> _cells = [];

    public ReadLine Read(StagedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        _problems.Clear();
        _mended.Clear();
        _cells = line.Cells;
        if (_cells.Where((_, at) => columns[at] != ListColumn.None).Any(cell => cell.Contains(IdNumbers.Masked, StringComparison.Ordinal)))
        {
            _problems.Add("Có số giấy tờ: dịch vụ không giữ số này, xoá số rồi nhập lại.");
        }

        var why = Words(ListColumn.WhyNot, Villager.LongestNote);
        var form = new VillagerForm(Name(), Village())
        {
            Phone = Phone(),
            BirthYear = BirthYear(),
            FieldArea = Words(ListColumn.FieldArea, Villager.LongestWords),
            Carrier = Words(ListColumn.Carrier, Villager.LongestWords),
            Back = Words(ListColumn.Back, Villager.LongestWords),
            Household = Words(ListColumn.Household, Villager.LongestWords),
            HasCard = HasIt(ListColumn.Card),
            HasVneid = HasIt(ListColumn.Vneid),
            WhyNot = why is null ? null : ListWords.ReadWhy(why),
            Frail = ListWords.ReadFrail(Cell(ListColumn.Frail)),
            Note = Words(ListColumn.Note, Villager.LongestNote),
        };
        // A reason of their own words must not be lost.
        form = form is { WhyNot: WhyNotYet.Other, Note: null } ? form with { Note = why } : form;
        return new ReadLine(line, _problems.Count == 0 ? form : null, [.. _problems], [.. _mended]);
    }

    private string Name()
    {
        var name = Cell(ListColumn.Name).Replace('\n', ' ');
        if (name.Length == 0)
        {
            _problems.Add("Chưa có tên.");
        }
        else if (!name.Any(char.IsLetter) || name.Length > Person.LongestName || name.Count(char.IsDigit) > MostDigitsInName || BeginsFormula.Contains(name[0]))
        {
            _problems.Add($"Tên cần là chữ, không quá {Person.LongestName} ký tự.");
        }

        return name;
    }

    private string Village()
    {
        var written = Cell(ListColumn.Village);
        if (villages.Find(written) is { } code)
        {
            return code;
        }

        _problems.Add(written.Length == 0 ? "Chưa có buôn, làng." : "Không thấy buôn, làng này trong xã: xem lại cách viết.");
        return "";
    }

    private string? Phone()
    {
        var written = Cell(ListColumn.Phone).TrimStart('\'');
        if (ListWords.SaysNone(written) || written.Contains(IdNumbers.Masked, StringComparison.Ordinal))
        {
            return null;
        }

        if (PhoneNumber.Read(written) is not { } phone)
        {
            _problems.Add("Số điện thoại cần đủ 10 số, bắt đầu bằng 0; không có thì để trống.");
            return null;
        }

        if (phone.IsMended)
        {
            _mended.Add($"điện thoại thiếu số 0 ở đầu, đã thêm: {phone.Number}");
        }

        return phone.Number;
    }

    private int? BirthYear()
    {
        var written = Cell(ListColumn.BirthYear);
        if (written.Length == 0)
        {
            return null;
        }

        // "1960", "01/02/1960", "1960-02-01".
        var year = written.Split(['/', '-', '.', ' ']).Where(part => part.Length == YearDigits && part.All(char.IsAsciiDigit)).Select(part => int.Parse(part, VietnamTime.Culture)).FirstOrDefault();
        if (year >= OldestBirthYear && year <= thisYear)
        {
            return year;
        }

        _problems.Add($"Năm sinh cần bốn số, từ {OldestBirthYear} đến {thisYear}; không rõ thì để trống.");
        return null;
    }

    private Known HasIt(ListColumn column)
    {
        if (ListWords.ReadKnown(Cell(column)) is { } known)
        {
            return known;
        }

        _problems.Add($"Cột {column.Words()}: ghi có, chưa, hoặc để trống.");
        return Known.Unknown;
    }

    private string? Words(ListColumn column, int most)
    {
        var words = Cell(column).Replace('\n', ' ');
        if (words.Length > 1 && BeginsFormula.Contains(words[0]))
        {
            _problems.Add($"Cột {column.Words()}: bắt đầu bằng dấu {words[0]} như công thức, xoá dấu ấy rồi nhập lại.");
        }
        else if (words.Length > most)
        {
            _problems.Add($"Cột {column.Words()}: dài quá {most} ký tự.");
        }

        return words is "" or "-" ? null : words;
    }

    private string Cell(ListColumn column)
    {
        for (var at = 0; at < columns.Count; at++)
        {
            if (columns[at] == column)
            {
                return _cells[at];
            }
        }

        return "";
    }
}
