using CccdBot.Core.Channels;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CccdBot.Host.Dashboard;

/// <summary>The door of the staff pages: by the own chat, or by the code printed on the server.</summary>
[EnableRateLimiting(DashboardRegistration.Guesses)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LoginModel(WriteGate gate, Postman postman, TimeProvider clock) : PageModel
{
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var chief = await gate.RunAsync<IServiceProvider, StaffMember?>(pen => SpendAsync(pen, code ?? "", now));
        if (chief is null)
        {
            Problem = "Mã này không đúng hoặc đã dùng. Xin người giữ máy chủ một mã mới.";
            return Page();
        }

        postman.RingAll();
        return Redirect(await StaffDoor.LetInAsync(HttpContext, chief.Id, "vào bằng mã máy chủ"));
    }

    /// <summary>This browser rings: it is given a number, and a key that nobody else sees.</summary>
    public async Task<IActionResult> OnPostChatAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await gate.RunAsync<DoorCalls, (string Key, int Number)?>(calls => calls.RingAsync(now, CancellationToken.None)) is not { } call)
        {
            Problem = "Nhiều máy đang chờ vào. Chờ vài phút rồi bấm lại.";
            return Page();
        }

        Response.Cookies.Append(DoorModel.KeyCookie, call.Key, DoorModel.KeyCookieOptions(Request));
        return Redirect(DoorModel.Path);
    }

    /// <summary>Whoever sits at the server can come in as the chief: the chiefs hear of it.</summary>
    private static async Task<StaffMember?> SpendAsync(IServiceProvider pen, string code, DateTime now)
    {
        var chief = await FirstChiefCode.SpendAsync(pen.GetRequiredService<CccdDb>(), code, now, CancellationToken.None);
        if (chief is not null)
        {
            await pen.GetRequiredService<DutyPost>().TellOfServerCodeAsync(now, CancellationToken.None);
        }

        return chief;
    }
}
