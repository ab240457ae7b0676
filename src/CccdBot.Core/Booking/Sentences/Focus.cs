using System.Text.RegularExpressions;
using CccdBot.Core.Time.Spoken;

namespace CccdBot.Core.Booking.Sentences;

/// <summary>Which of the days, hours and halls named is the one that is wanted, and which is only busy, past, old or home.</summary>
internal sealed partial class Focus
{
    private readonly string _text;
    private readonly WishIntent _intent;
    private readonly IReadOnlyList<int> _dayStarts;

    /// <summary>From here on a moved booking's new day, hour and hall are named.</summary>
    private readonly int _turn;

    public Focus(string text, WishIntent intent, IReadOnlyList<DayMention> days, IReadOnlyList<HourMention> hours, IReadOnlyList<PlaceMention> halls)
    {
        (_text, _intent) = (text, intent);
        _dayStarts = [.. days.Select(day => day.Start)];
        _turn = intent == WishIntent.Reschedule ? TurnOf([.. days.Select(d => d.Start), .. hours.Select(h => h.Start), .. halls.Select(h => h.Start)]) : 0;
        Day = Chosen(days);
        Hall = Chosen(halls);
        (TimeFrom, TimeTo) = Span([.. Wanted(hours, hour => (hour.Start, hour.End))]);
        AddNotes();
    }

    public DayMention? Day { get; }

    public PlaceMention? Hall { get; }

    public TimeOnly? TimeFrom { get; private set; }

    public TimeOnly? TimeTo { get; private set; }

    public List<string> Notes { get; } = [];

    public List<Doubt> Doubts { get; } = [];

    /// <summary>"đổi … sang": where the new begins. Without such a word all that follows the verb is new, but for "lịch 7h tối mai".</summary>
    private int TurnOf(int[] starts)
    {
        var verb = MoveVerb().Match(_text);
        var from = verb.Success ? verb.Index : 0;
        var turn = starts.Where(start => start > from && Turns().IsMatch(_text[from..start])).DefaultIfEmpty(-1).Min();
        if (turn >= 0)
        {
            return turn;
        }

        if (starts.Where(start => Corrected().IsMatch(_text[..start])).ToList() is { Count: > 0 } corrected)
        {
            return corrected.Min();
        }

        return verb.Success && starts.Any(start => start > from) ? from : 0;
    }

    private bool IsNew(int start) => _intent != WishIntent.Reschedule || start >= _turn || Kept().IsMatch(_text[..start]);

    private IEnumerable<T> Wanted<T>(IReadOnlyList<T> mentions, Func<T, (int Start, int End)> where) =>
        mentions.Where(mention => where(mention) is var (start, end) && IsNew(start) && !IsOld(start) && (_intent is WishIntent.Cancel or WishIntent.Check || !IsHindered(start, end)));

    /// <summary>"thay vì tối mai", "lịch 7h tối mai" of a booking that is moved.</summary>
    private bool IsOld(int start) => Instead().IsMatch(_text[..start]) || (_intent == WishIntent.Reschedule && OldAppointment().IsMatch(_text[..start]) && !Kept().IsMatch(_text[..start]));

    /// <summary>Is this day named only because the writer cannot come on it?</summary>
    private bool IsHindered(int start, int end)
    {
        var after = _text[end..ClauseEnd(end)] + " ";
        var before = _text[ClauseStart(start)..start];
        return HinderedAfter().IsMatch(after) || (CannotBefore().IsMatch(before) && after.StartsWith(" duoc ", StringComparison.Ordinal)) || (HinderedBefore().IsMatch(before) && !Free().IsMatch(after));
    }

    private int ClauseEnd(int from)
    {
        var stop = ClauseStop().Match(_text, from) is { Success: true } mark ? mark.Index : _text.Length;
        var nextDay = _dayStarts.Where(day => day >= from).DefaultIfEmpty(_text.Length).Min();
        return Math.Min(stop, nextDay);
    }

    private int ClauseStart(int start)
    {
        var mark = ClauseStop().Matches(_text[..start]) is { Count: > 0 } marks ? marks[^1].Index : 0;
        return mark;
    }

    private DayMention? Chosen(IReadOnlyList<DayMention> days)
    {
        var isHourMoved = _intent == WishIntent.Reschedule && HourVerb().IsMatch(_text) && !_dayStarts.Any(day => day >= _turn);
        var wanted = isHourMoved ? [.. days] : Wanted(days, day => (day.Start, day.End)).ToList();
        if (wanted.Count == 0)
        {
            return _intent == WishIntent.Reschedule && days is [var span] && IsMoveTo(span) ? span with { From = span.To } : null;
        }

        var best = wanted.OrderByDescending(day => Score(day.Start, day.End)).ThenByDescending(day => _intent is WishIntent.Cancel or WishIntent.Check ? -day.Start : day.Start).First();
        if (best.Others.Count > 0)
        {
            Doubts.Add(new Doubt("date", [.. best.Others.Prepend(best.From).Select(day => day.ToString("yyyy-MM-dd", null))]));
            return null;
        }

        return best;
    }

    /// <summary>"hoãn buổi hẹn ngày mai đến ngày 30": no days in a row, but from one to the other.</summary>
    private bool IsMoveTo(DayMention span) => span.To > span.From && _text[span.Start..span.End].Contains(" den ", StringComparison.Ordinal);

    private int Score(int start, int end)
    {
        var clause = _text[ClauseStart(start)..ClauseEnd(end)] + " ";
        return (Asks().IsMatch(clause) ? 2 : 0) + (Free().IsMatch(clause) ? 2 : 0) + (Part().IsMatch(_text[Math.Max(0, start - 11)..start]) ? 1 : 0);
    }

    private PlaceMention? Chosen(IReadOnlyList<PlaceMention> halls)
    {
        var wanted = halls.Where(hall => IsNew(hall.Start) && !Instead().IsMatch(_text[..hall.Start]) && !IsRefused(hall)).ToList();
        if (wanted.Count > 1 && _intent != WishIntent.HomeVisit && wanted.Where(hall => !IsHome(hall)).ToList() is { Count: > 0 } elsewhere)
        {
            wanted = elsewhere;
        }

        if (wanted.Count > 0 && IsHome(wanted[^1]) && _intent != WishIntent.HomeVisit && Anywhere().IsMatch(_text))
        {
            return null;
        }

        var codes = wanted.Select(hall => hall.Code).Distinct().ToList();
        if (codes.Count > 1 && wanted.Zip(wanted.Skip(1)).Any(pair => Or().IsMatch(_text[pair.First.End..pair.Second.Start])))
        {
            Doubts.Add(new Doubt("place", codes));
            return null;
        }

        return wanted.LastOrDefault();
    }

    private bool IsHome(PlaceMention hall) => Lives().IsMatch(_text[..hall.Start]);

    private bool IsRefused(PlaceMention hall) => NotThere().IsMatch(_text[..hall.Start]) || TooFar().Match(_text, hall.End) is { Success: true } far && far.Index == hall.End;

    private (TimeOnly? From, TimeOnly? To) Span(List<HourMention> hours)
    {
        if (hours.Count == 0)
        {
            return default;
        }

        var best = hours.OrderByDescending(hour => Score(hour.Start, hour.End)).ThenByDescending(hour => _intent == WishIntent.Cancel ? -hour.Start : hour.Start).First();
        var earliest = hours.FirstOrDefault(hour => hour.To is null && hour.From is not null);
        var latest = hours.FirstOrDefault(hour => hour.From is null);
        if (earliest is not null && latest is not null && hours.Count == 2 && earliest.From < latest.To)
        {
            return (earliest.From, latest.To);
        }

        Notes.AddRange(HourNotes(best));
        return (best.From, best.To);
    }

    private IEnumerable<string> HourNotes(HourMention hour)
    {
        var said = _text[hour.Start..hour.End];
        return new (bool IsSo, string Note)[]
        {
            (said.Contains("AFTER ", StringComparison.Ordinal), "after"),
            (hour.From is null, "before"),
            (hour.IsAbout, "about"),
            (hour.IsEveningByDefault, "default-evening"),
        }.Where(note => note.IsSo).Select(note => note.Note);
    }

    private void AddNotes()
    {
        if (TimeFrom is null && TimeTo is null && Part().Match(_text[_turn..]) is { Success: true } part)
        {
            Notes.Add(part.Value.Trim().ToLowerInvariant());
        }

        Notes.AddRange(from same in Same().Matches(_text) select "same-" + (same.Value.Contains("gio", StringComparison.Ordinal) ? "time" : same.Value.Contains("ngay", StringComparison.Ordinal) ? "date" : "place"));
    }

    [GeneratedRegex(" (?<!khong |khong thay )(?:doi|chuyen|lui|hoan|dich|day|sua|thay|(?:dat|hen|dang ky|xep)(?: \\w+){0,3}? lai)(?= )")]
    private static partial Regex MoveVerb();

    /// <summary>"đặt nhầm sang thứ ba, đúng ra là thứ tư".</summary>
    [GeneratedRegex(" (?:dung ra|le ra|dang le|moi dung|phai|ma)(?: phai)? la(?: (?:EVENING|MORNING|ngay|luc|o|buoi))* $")]
    private static partial Regex Corrected();

    /// <summary>"đổi giờ hẹn tối mai": the day stays.</summary>
    [GeneratedRegex(" (?:doi|chuyen|lui|dich|day|keo|thay doi)(?: (?:giup|cho|lai|ho|dum|em|toi|tui|minh|con|chau))* gio ")]
    private static partial Regex HourVerb();

    [GeneratedRegex(" (?:TO|sang|qua|thanh|lai|vao|xuong|len|den|ve|di)(?: (?:EVENING|MORNING|AFTERNOON|NOON|buoi|ngay|hom|bua|luc|khoang|ABOUT|AFTER|BEFORE|vao|tuan|thanh|o|cho|ca|dau|ben|lam|mot))* $")]
    private static partial Regex Turns();

    [GeneratedRegex(" (?:van|giu|cung o|giu nguyen)(?: (?:EVENING|MORNING|buoi|ngay|luc|la|o|tai|lam|nhu|vao|gio))* $")]
    private static partial Regex Kept();

    [GeneratedRegex(" (?:thay vi|thay cho|chu khong phai|khong phai)(?: (?:EVENING|MORNING|luc|ngay|o))* $")]
    private static partial Regex Instead();

    [GeneratedRegex(" (?:(?:doi|chuyen|lui|hoan|doi)(?: \\w+){0,2} )?(?:lich|hen|buoi hen|cuoc hen)(?: (?:hen|cua|toi|em|tui|minh|con|e|luc|da|dat|o|EVENING|MORNING|ngay|vao|buoi))* $")]
    private static partial Regex OldAppointment();

    [GeneratedRegex(" (?:BUSY|ket|vuong|mac (?:viec|cong|di)|co (?:viec|viec ban|dam|tiec)|trung|di vang|(?:phai )?di (?:pleiku|cho |dam|an cuoi|hoc|lam xa|cong tac|kham|vien|gia lai|sai gon|ray(?! ve))|khong (?:di|den|len|xuong|qua|toi|ranh|duoc|kip|ve|lam)(?: duoc| kip)?(?! (?:co|con|biet))|mua|ban mat) ")]
    private static partial Regex HinderedAfter();

    [GeneratedRegex(" (?:BUSY|ket|vuong|khong (?:di|den|len|xuong|qua|ranh|kip)(?: duoc| kip)?)(?: (?:EVENING|MORNING|ngay|vao|luc|ca|mat|roi|viec|hom))* $")]
    private static partial Regex HinderedBefore();

    /// <summary>"em không qua tối nay được".</summary>
    [GeneratedRegex(" khong (?:di|den|len|xuong|qua|toi|ra|vao)(?: (?:EVENING|MORNING|AFTERNOON|ngay|vao|hom))* $")]
    private static partial Regex CannotBefore();

    [GeneratedRegex(" (?:ranh|di duoc|den duoc|len duoc|thi duoc|moi (?:ranh|ve|di)|duoc) ")]
    private static partial Regex Free();

    [GeneratedRegex(" (?:,|;|\\?|!|nhung|ma(?= )|nen(?= )|\\n)(?= )")]
    private static partial Regex ClauseStop();

    [GeneratedRegex(" (?:dat|dang ky|ghi|xep|giu|hen|xin|cho|huy|bo|xoa|doi|chuyen|lam) ")]
    private static partial Regex Asks();

    [GeneratedRegex(" (?:EVENING|MORNING|AFTERNOON|NOON) ")]
    private static partial Regex Part();

    [GeneratedRegex(" (?:nha(?: \\w+)? (?:o|tai|trong|ben)|que(?: \\w+)?(?: o)?|nguoi|dan|song o|(?:toi|em|e|minh|tui|con|chau) o|tu)(?: (?:ben|tan|trong|xa))? $")]
    private static partial Regex Lives();

    [GeneratedRegex(" (?:khong (?:phai )?(?:o|len|xuong|qua|den)?|chu khong)(?: o)? $")]
    private static partial Regex NotThere();

    [GeneratedRegex(" (?:thi )?(?:xa qua|xa lam|xa nha|het (?:cho|SEAT)|dong qua|dong lam|dong nguoi|khong (?:tien|di duoc|co))")]
    private static partial Regex TooFar();

    [GeneratedRegex(" (?:cho|SEAT|o dau|dau|diem|noi) (?:nao )?(?:cung )?(?:duoc|dc|cung duoc)")]
    private static partial Regex Anywhere();

    [GeneratedRegex("^ (?:,? ?(?:hoac|hay|hoac la|hay la)(?: (?:o|tai|ben))?|/) $")]
    private static partial Regex Or();

    [GeneratedRegex(" (?:(?:cung|van) gio|gio (?:cu|giu nguyen)|ngay gio (?:giu nguyen|cu)|(?:cho|SEAT) cu|(?:cung|van) (?:cho|SEAT)|cung ngay) ")]
    private static partial Regex Same();
}
