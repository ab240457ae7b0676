using Microsoft.AspNetCore.Mvc;

namespace CccdBot.Host.Dashboard;

/// <summary>The way out: the shift ends.</summary>
internal sealed class LogoutModel : StaffPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await StaffDoor.LetOutAsync(HttpContext);
        return Redirect(StaffDoor.LoginPath);
    }
}
