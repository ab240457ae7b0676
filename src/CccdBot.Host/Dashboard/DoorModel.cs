using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CccdBot.Host.Dashboard;

/// <summary>The number on the screen, until its officer says in the own chat that it is theirs; only then does the button open.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DoorModel(DoorCalls calls, WriteGate gate, TimeProvider clock) : PageModel
{
    public const string Path = "/truc/vao/cho";
    public const string KeyCookie = "cccdbot_door";

    /// <summary>Seconds; the browser does it without a script.</summary>
    private const string LookAgainAfter = "3";

    /// <summary>Null when the call is over.</summary>
    public DoorCall? Call { get; private set; }

    private string Key => Request.Cookies[KeyCookie] ?? "";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public static CookieOptions KeyCookieOptions(HttpRequest request) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, Path = StaffDoor.LoginPath, MaxAge = DoorCalls.Lasts,
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        Call = await calls.FindAsync(Key, Now, ct);
        if (Call is { StaffId: null })
        {
            Response.Headers["Refresh"] = LookAgainAfter;
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (key, now) = (Key, Now);
        if (await gate.RunAsync<DoorCalls, Guid?>(pen => pen.SpendAsync(key, now, CancellationToken.None)) is not { } staff)
        {
            return RedirectToPage();
        }

        Response.Cookies.Delete(KeyCookie, KeyCookieOptions(Request));
        return Redirect(await StaffDoor.LetInAsync(HttpContext, staff, "vào bằng khung chat"));
    }
}
