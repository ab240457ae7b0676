using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CccdBot.Host.Dashboard;

/// <summary>A page for officers alone: no browser keeps it, and it says what became of the last tap.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class StaffPage : PageModel
{
    [TempData]
    public string? Told { get; set; }

    /// <summary>Who is visiting.</summary>
    protected Guid Officer => StaffDoor.OfficerOf(User);
}
