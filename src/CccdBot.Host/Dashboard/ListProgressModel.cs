using CccdBot.Host.Lists;
using Microsoft.AspNetCore.Mvc;

namespace CccdBot.Host.Dashboard;

/// <summary>How far a list has come that is being taken over just now.</summary>
/// <remarks>It shows nobody, so that no look at it is written down: the pen is busy with the list, and the bar would stand still until it is done.</remarks>
internal sealed class ListProgressModel(Importing importing) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public HowFar Far { get; private set; } = new(0, 0);

    public IActionResult OnGet()
    {
        if (importing.Of(Id) is not { } far)
        {
            return RedirectToPage("/Truc/NhapXem", new { id = Id });
        }

        Far = far;
        Response.Headers["Refresh"] = "1";
        return Page();
    }
}
