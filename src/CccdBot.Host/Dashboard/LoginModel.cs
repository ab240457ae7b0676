using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CccdBot.Host.Dashboard;

/// <summary>The door of the staff pages: the code printed at the first start.</summary>
[EnableRateLimiting(DashboardRegistration.Guesses)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LoginModel(WriteGate gate, TimeProvider clock) : PageModel
{
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var chief = await gate.RunAsync<CccdDb, StaffMember?>(db => FirstChiefCode.SpendAsync(db, code ?? "", now, CancellationToken.None));
        if (chief is null)
        {
            Problem = "Mã này không đúng hoặc đã dùng. Xin người giữ máy chủ một mã mới.";
            return Page();
        }

        await StaffDoor.LetInAsync(HttpContext, chief.Id);
        return Redirect(StaffDoor.DeskPath);
    }
}
