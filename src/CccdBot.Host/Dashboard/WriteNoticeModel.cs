using System.Globalization;
using CccdBot.Core.Booking;
using CccdBot.Core.Conversation;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>A notice is written, or the own one changed.</summary>
internal sealed class WriteNoticeModel(CccdDb db, WriteGate gate, NoticeDesk desk, LinkRule links, TimeProvider clock) : StaffPage
{
    /// <summary>The evenings of some two weeks; nobody writes of a later one.</summary>
    private const int EveningsOffered = 40;

    private static readonly NoticeDraft Empty = new("", [], BookedOrNot.NotBooked, HasButton: true, SendAt: null);

    /// <summary>The notice to be changed; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "sua")]
    public long? Changed { get; set; }

    /// <summary>The notice that is to be corrected.</summary>
    [BindProperty(SupportsGet = true, Name = "dinh-chinh")]
    public long? Corrected { get; set; }

    [BindProperty(SupportsGet = true, Name = "mau")]
    public string? Template { get; set; }

    public NoticeDraft Draft { get; private set; } = Empty;

    public int Version { get; private set; }

    public string? Problem { get; private set; }

    public IReadOnlyList<Place> Places { get; private set; } = [];

    /// <summary>Of which a notice can speak.</summary>
    public IReadOnlyList<(long Id, string Words)> Evenings { get; private set; } = [];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await FillChoicesAsync(ct);
        if (Changed is { } id)
        {
            if (desk.Find(id) is not { State: NoticeState.Draft or NoticeState.Asked } mine || mine.AuthorId != Officer)
            {
                return NotFound();
            }

            (Draft, Version) = (mine.Draft, mine.Version);
        }
        else
        {
            Draft = Begin(await WhoAsync(db, ct));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(NoticeForm form, CancellationToken ct)
    {
        await FillChoicesAsync(ct);
        Draft = DraftOf(form);
        Version = form.Version;
        Problem = ProblemOf(Draft, await WhoAsync(db, ct), isMoment: string.IsNullOrEmpty(form.Day) == string.IsNullOrEmpty(form.Hour));
        if (Problem is not null)
        {
            return Page();
        }

        var (officer, now, draft) = (Officer, Now, Draft);
        if (Changed is { } id)
        {
            Told = await gate.RunAsync<NoticeDesk, bool>(pen => pen.Change(id, form.Version, draft, officer))
                ? "Đã sửa. Lời duyệt trước đó không còn hiệu lực."
                : "Thông báo vừa được duyệt hoặc đã sửa ở chỗ khác. Xem bản mới.";
            return RedirectToPage("/Truc/MotThongBao", new { id });
        }

        var written = await gate.RunAsync<NoticeDesk, long>(pen => pen.Write(draft, officer, now));
        return RedirectToPage("/Truc/MotThongBao", new { id = written });
    }

    public static string Capital(string words) => $"{char.ToUpper(words[0], VietnamTime.Culture)}{words[1..]}";

    private NoticeDraft DraftOf(NoticeForm form) =>
        new(CitizenText.Clean(form.Text), [.. (form.Villages ?? []).Where(code => Places.Any(place => place.Code == code))], form.Booked, form.Button, MomentOf(form.Day, form.Hour))
        {
            Goal = form.Goal,
            Age = form.Age,
            First = form.First,
            SessionId = Evenings.Any(evening => evening.Id == form.Evening) ? form.Evening : null,
        };

    private NoticeDraft Begin(StaffMember who)
    {
        if (Corrected is { } wrong && desk.Find(wrong) is { } old && NoticesModel.MaySee(who, old))
        {
            return old.Draft with { Text = NoticeTemplates.Correction(old.Code), SendAt = null, HasButton = false };
        }

        return Empty with { Text = NoticeTemplates.Of(Template), Villages = who.Role == Role.Volunteer ? who.Villages : [] };
    }

    private string? ProblemOf(NoticeDraft draft, StaffMember who, bool isMoment) => draft switch
    {
        { Text.Length: < NoticeDraft.ShortestText or > NoticeDraft.LongestText } => $"Lời thông báo từ {NoticeDraft.ShortestText} đến {NoticeDraft.LongestText} chữ cái.",
        _ when IdNumbers.Mask(draft.Text) != draft.Text => "Trong lời có số giống số giấy tờ. Bỏ số ấy rồi ghi lại.",
        _ when links.Refuses(draft.Text) is { } host => $"Đường dẫn {host} không nằm trong danh sách được phép. Bỏ đường dẫn, hoặc nhờ người quản trị thêm vào cài đặt.",
        _ when !isMoment || draft.SendAt <= Now => "Muốn hẹn giờ thì ghi đủ ngày và giờ ở phía trước; bỏ trống cả hai thì gửi ngay khi duyệt.",
        _ when who.Role == Role.Volunteer && (draft.Villages.Count == 0 || !draft.Villages.All(who.WorksFor)) => "Đoàn viên viết cho làng của mình: chọn đúng làng.",
        _ => null,
    };

    private async Task FillChoicesAsync(CancellationToken ct)
    {
        var now = Now;
        Places = await db.Places.AsNoTracking().OrderBy(place => place.Position).ToListAsync(ct);
        var ahead = await db.Sessions.AsNoTracking().Where(s => s.StartsAt > now && s.State != SessionState.CalledOff && s.State != SessionState.Closed)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.PlaceCode).Take(EveningsOffered).ToListAsync(ct);
        Evenings = [.. ahead.Select(s => (s.Id, $"{VietnamTime.MomentText(s.StartsAt)}, {Places.FirstOrDefault(place => place.Code == s.PlaceCode)?.ShortName}"))];
    }

    private static DateTime? MomentOf(string? day, string? hour) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && TimeOnly.TryParseExact(hour, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? VietnamTime.ToUtc(date, time)
            : null;
}

/// <summary>A notice as it stands in the form.</summary>
internal sealed class NoticeForm
{
    public string? Text { get; init; }

    public string[]? Villages { get; init; }

    public BookedOrNot Booked { get; init; }

    public GoalReached Goal { get; init; }

    public AgeBand Age { get; init; }

    public HelpedFirst First { get; init; }

    public long? Evening { get; init; }

    public bool Button { get; init; }

    public string? Day { get; init; }

    public string? Hour { get; init; }

    public int Version { get; init; }
}

/// <summary>Words to begin with; the brackets are filled in by hand.</summary>
internal static class NoticeTemplates
{
    public const string Letter = "thu";

    public static string Of(string? template) => template == Letter
        ? "Thư của Chủ tịch UBND xã gửi bà con:\nXã đang làm thẻ căn cước và VNeID cho mọi nhà. Ai chưa làm, mời về nhà sinh hoạt cộng đồng buổi tối [ngày, giờ]. "
            + "Ai già yếu, đi lại khó thì nhắn /tainha, cán bộ tới tận nhà."
        : "Kính mời bà con [làng] đến [nơi] lúc [giờ, thứ, ngày] để làm căn cước.";

    public static string Correction(string code) => $"Đính chính thông báo {code}: [điều đúng]. Bà con theo thông báo này, xin lỗi bà con.";
}
