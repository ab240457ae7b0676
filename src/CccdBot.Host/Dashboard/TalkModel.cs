using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace CccdBot.Host.Dashboard;

/// <summary>One conversation that needs a person: what was said, and the officer's answer.</summary>
internal sealed class TalkModel(HelpDesk help, PastTalk past, WriteGate gate, Postman postman, TimeProvider clock) : StaffPage
{
    private const int LinesShown = 20;

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public string? Problem { get; private set; }

    public HelpRequest Asked { get; private set; } = null!;

    public IReadOnlyList<TalkLine> Lines { get; private set; } = [];

    /// <summary>The other officer who has it in hand just now; null when this one may answer.</summary>
    public string? Other { get; private set; }

    public bool IsMine => Other is null && Asked.IsHeld(Now);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostReplyAsync(CancellationToken ct)
    {
        var words = CitizenText.Clean(Words);
        Problem = words.Length switch
        {
            0 => "Chưa có lời nào để gửi.",
            > HelpDesk.LongestWords => "Lời này dài quá. Chia làm hai lần gửi nhé.",
            _ => null,
        };
        if (Problem is not null)
        {
            return await ShowAsync(ct);
        }

        var (officer, now) = (Officer, Now);
        var outcome = await gate.RunAsync<HelpDesk, TakeOutcome>(pen => pen.ReplyAsync(Id, officer, words, now, CancellationToken.None));
        return await TellAsync(outcome, "Đã gửi tới bà con. Máy im lặng ở cuộc này 30 phút kể từ lời vừa rồi.", ct);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        var (officer, now) = (Officer, Now);
        var outcome = await gate.RunAsync<HelpDesk, TakeOutcome>(pen => pen.EndAsync(Id, officer, now, CancellationToken.None));
        if (outcome is TakeOutcome.Anothers)
        {
            return await TellAsync(outcome, "", ct);
        }

        postman.RingAll();
        Told = "Đã xong một cuộc. Máy lại trả lời bà con như thường.";
        return RedirectToPage("/Truc/Index");
    }

    private async Task<IActionResult> TellAsync(TakeOutcome outcome, string done, CancellationToken ct)
    {
        switch (outcome)
        {
            case TakeOutcome.Yours:
                postman.RingAll();
                Told = done;
                return RedirectToPage(new { id = Id });
            case TakeOutcome.Anothers(var by):
                Problem = $"{by} đã nhận trả lời trước. Lời ở đây chưa gửi.";
                break;
            default:
                Problem = "Cuộc này đã kết thúc. Lời ở đây chưa gửi.";
                break;
        }

        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await help.FindAsync(Id, ct) is not { } request)
        {
            return NotFound();
        }

        Asked = request;
        Lines = past.Newest(request.From, LinesShown);
        Other = request.IsHeld(Now) && request.TakenBy != Officer ? await help.NameOfAsync(request.TakenBy, ct) : null;
        return Page();
    }
}
