using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CccdBot.Host.Dashboard;

/// <summary>The door of the staff pages: the code printed at the first start.</summary>
[EnableRateLimiting(DashboardRegistration.Guesses)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LoginModel(WriteGate gate, CommuneProfile commune, TimeProvider clock) : PageModel
{
    public string? Problem { get; private set; }

    public void OnGet() => Introduce();

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        Introduce();
        var now = clock.GetUtcNow().UtcDateTime;
        var chief = await gate.RunAsync<CccdDb, StaffMember?>(db => FirstChiefCode.SpendAsync(db, code ?? "", now, CancellationToken.None));
        if (chief is null)
        {
            Problem = "Mã này không đúng hoặc đã dùng. Khởi động lại dịch vụ để có mã mới, nếu chưa ai vào.";
            return Page();
        }

        await StaffDoor.LetInAsync(HttpContext, chief.Id);
        return Redirect(StaffDoor.DeskPath);
    }

    private void Introduce()
    {
        ViewData["IsTrial"] = commune.IsTrial;
        ViewData["CommuneName"] = commune.Name;
    }
}
