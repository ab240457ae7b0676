using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Channels;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.Outreach.Relay;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using CccdBot.Host.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>One notice: what it says and to whom, who approves it, and how far it has come.</summary>
[RefuseBeforeReading(LargestUpload)]
internal sealed class NoticeModel(CccdDb db, WriteGate gate, NoticeDesk desk, Audience audience, NoticeErrands errands, NoticeRounds rounds, Postman postman, TimeProvider clock) : StaffPage
{
    /// <summary>Of what is larger not a byte is read.</summary>
    private const int LargestUpload = 8 * Enclosure.LargestContent;

    private const string NoPicture = "Chưa kèm ảnh. Chọn ảnh .jpg hoặc .png không quá 1 MB; ảnh nặng hơn thì chụp màn hình ảnh ấy rồi chọn lại.";

    /// <summary>What bulk leaves in a second on Telegram; see <see cref="SendPace"/>.</summary>
    private const double PerSecond = 23;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Notice Notice { get; private set; } = null!;

    public string Author { get; private set; } = "";

    public string? Approver { get; private set; }

    public IReadOnlyList<Place> Places { get; private set; } = [];

    /// <summary>Of which evening it speaks; null for none.</summary>
    public string? Evening { get; private set; }

    /// <summary>Before it is approved: how many it is for, and how many of them a message reaches.</summary>
    public AudienceCount Count { get; private set; } = new(0, 0, 0);

    /// <summary>Afterwards: how it stands with those whom someone has to tell.</summary>
    public ErrandCount Errands { get; private set; } = new(0, 0, 0);

    public IReadOnlyDictionary<ReceiptState, long> Tally { get; private set; } = new Dictionary<ReceiptState, long>();

    /// <summary>How many left within the last minute.</summary>
    public int LastMinute { get; private set; }

    public bool IsMine => Notice.AuthorId == Officer;

    public bool IsOpen => Notice.State is NoticeState.Draft or NoticeState.Asked;

    public bool IsUnderWay => Notice.State is NoticeState.Approved or NoticeState.Sending;

    public long Total => Tally.Values.Sum();

    public long Left => Of(ReceiptState.Waiting) + Of(ReceiptState.Queued);

    public TimeSpan TimeLeft => TimeSpan.FromSeconds(Left / PerSecond);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public long Of(ReceiptState state) => Tally.GetValueOrDefault(state);

    public async Task<IActionResult> OnGetAsync(bool qualon, CancellationToken ct)
    {
        Told ??= qualon ? NoPicture : null;
        if (await SeenAsync(ct) is not { } notice)
        {
            return NotFound();
        }

        Notice = notice;
        Author = await NameOfAsync(notice.AuthorId, ct);
        Approver = notice.ApprovedBy is { } approver ? await NameOfAsync(approver, ct) : null;
        Places = await db.Places.AsNoTracking().OrderBy(place => place.Position).ToListAsync(ct);
        Evening = notice.SessionId is { } evening ? await EveningAsync(evening, ct) : null;
        Count = IsOpen ? audience.Count(notice.Draft, Now) : Count;
        Errands = IsOpen ? Errands : errands.Count(Id);
        Tally = IsOpen ? Tally : desk.Tally(Id);
        LastMinute = IsUnderWay ? await SentSinceAsync(Now.AddMinutes(-1), ct) : 0;
        return Page();
    }

    public async Task<IActionResult> OnPostTryAsync(CancellationToken ct)
    {
        if (await SeenAsync(ct) is not { } notice)
        {
            return NotFound();
        }

        var (officer, now) = (Officer, Now);
        var chats = await gate.RunAsync<NoticePost, int>(post => post.TryAsync(notice, officer, now, CancellationToken.None));
        return Tell(chats > 0 ? "Đã gửi bản THỬ vào khung chat của cán bộ." : "Cán bộ chưa nối khung chat nào: vào mục Điện thoại để nối.");
    }

    public async Task<IActionResult> OnPostAskAsync(int version, bool again, CancellationToken ct)
    {
        if (await SeenAsync(ct) is not { } notice || notice.AuthorId != Officer)
        {
            return NotFound();
        }

        var now = Now;
        var outcome = await gate.RunAsync<IServiceProvider, AskOutcome>(async pen =>
        {
            var asked = pen.GetRequiredService<NoticeDesk>().Ask(Id, version, again, now);
            if (asked == AskOutcome.Asked)
            {
                await pen.GetRequiredService<NoticePost>().AskAsync(notice, now, CancellationToken.None);
            }

            return asked;
        });
        return Tell(outcome switch
        {
            AskOutcome.Asked => "Đã gửi duyệt. Người thứ hai đọc và duyệt trong 24 giờ.",
            AskOutcome.SameLately => "Lời này đã gửi cho đúng những người này trong 24 giờ qua. Vẫn muốn gửi thì đánh dấu “vẫn gửi lại” rồi gửi duyệt.",
            AskOutcome.HourIsPast => "Giờ gửi đã qua. Sửa lại giờ rồi gửi duyệt.",
            _ => "Thông báo vừa được sửa. Đọc bản mới rồi gửi duyệt.",
        });
    }

    public async Task<IActionResult> OnPostPictureAsync(IFormFile? picture, int version, CancellationToken ct)
    {
        if (picture is not { Length: > 0 and <= Enclosure.LargestContent } || await ReadAsync(picture, ct) is not { } content)
        {
            return Tell(NoPicture);
        }

        var (officer, told) = (Officer, "Thông báo vừa được duyệt hoặc đã sửa ở chỗ khác. Xem bản mới.");
        await gate.RunAsync<IServiceProvider>(async pen =>
        {
            var enclosures = pen.GetRequiredService<Enclosures>();
            var kept = await enclosures.AddAsync(EnclosureKind.Picture, content, CancellationToken.None);
            if (pen.GetRequiredService<NoticeDesk>().Illustrate(Id, version, kept.Id, officer))
            {
                told = "Đã kèm ảnh. Lời duyệt trước đó không còn hiệu lực.";
            }
            else
            {
                enclosures.ThrowAway(kept.Id);
            }
        });
        return Tell(told);
    }

    public Task<IActionResult> OnPostNoPictureAsync(int version) => ActAsync((pen, officer, _) => pen.Illustrate(Id, version, null, officer)
        ? "Đã bỏ ảnh. Lời duyệt trước đó không còn hiệu lực."
        : "Thông báo vừa được duyệt hoặc đã sửa ở chỗ khác. Xem bản mới.");

    public Task<IActionResult> OnPostApproveAsync(string seal) => ActAsync((pen, officer, now) => pen.Approve(Id, seal, officer, now) switch
    {
        ApproveOutcome.Approved => "Đã duyệt. Thông báo gửi đi theo giờ đã ghi.",
        ApproveOutcome.OwnNotice => "Người viết không tự duyệt được. Nhờ cán bộ khác đọc và duyệt.",
        ApproveOutcome.ChangedMeanwhile => "Thông báo đã sửa sau khi cán bộ đọc. Đọc bản mới rồi duyệt.",
        ApproveOutcome.TooLate => "Đã quá 24 giờ, hoặc giờ gửi đã qua. Người viết gửi duyệt lại.",
        _ => "Thông báo này không còn chờ duyệt.",
    });

    public Task<IActionResult> OnPostUrgentAsync(string seal) => ActAsync((pen, officer, now) => pen.SendUrgently(Id, seal, officer, now)
        ? "Đang gửi khẩn. Ngày mai một cán bộ khác xem lại thông báo này."
        : "Thông báo vừa được sửa, đã duyệt hoặc đã gửi. Xem bản mới.");

    public Task<IActionResult> OnPostGiveBackAsync() =>
        ActAsync((pen, _, _) => pen.GiveBack(Id) ? "Đã trả lại người viết để sửa." : "Thông báo này không còn chờ duyệt.");

    public Task<IActionResult> OnPostReviewAsync() =>
        ActAsync((pen, officer, _) => pen.Review(Id, officer) ? "Đã ghi: đã xem lại." : "Người gửi khẩn không tự xem lại được, hoặc đã có người xem lại.");

    public Task<IActionResult> OnPostStopAsync() => ActAsync((pen, officer, _) => pen.Stop(Id, officer)
        ? "Đã dừng. Tin đang trên đường thì vẫn tới; cần thì bấm Đính chính."
        : "Thông báo này đã gửi xong hoặc đã dừng.");

    private static async Task<byte[]?> ReadAsync(IFormFile picture, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await picture.CopyToAsync(content, ct);
        return PictureFile.Cleaned(content.ToArray());
    }

    private async Task<IActionResult> ActAsync(Func<NoticeDesk, Guid, DateTime, string> act)
    {
        if (await SeenAsync(CancellationToken.None) is null)
        {
            return NotFound();
        }

        var (officer, now) = (Officer, Now);
        var told = await gate.RunAsync<NoticeDesk, string>(pen => act(pen, officer, now));
        await rounds.LookAsync();
        return Tell(told);
    }

    private RedirectToPageResult Tell(string told)
    {
        Told = told;
        postman.RingAll();
        return RedirectToPage();
    }

    /// <summary>The notice, when this visitor may see it.</summary>
    private async Task<Notice?> SeenAsync(CancellationToken ct) =>
        desk.Find(Id) is { } notice && NoticesModel.MaySee(await WhoAsync(db, ct), notice) ? notice : null;

    private Task<int> SentSinceAsync(DateTime since, CancellationToken ct)
    {
        var about = Notice.AboutOf(Id);
        return db.OutgoingMessages.CountAsync(message => message.Kind == MessageKind.Notice && message.About == about && message.SentAt > since, ct);
    }

    private async Task<string?> EveningAsync(long id, CancellationToken ct) =>
        await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct) is { } evening
            ? $"{VietnamTime.MomentText(evening.StartsAt)}, {Places.FirstOrDefault(place => place.Code == evening.PlaceCode)?.ShortName}"
            : null;

    private async Task<string> NameOfAsync(Guid member, CancellationToken ct) =>
        await db.StaffMembers.Where(s => s.Id == member).Select(s => s.Name).FirstOrDefaultAsync(ct) ?? Named.NotTold;
}
