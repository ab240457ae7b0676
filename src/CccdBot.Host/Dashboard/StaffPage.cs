using System.Globalization;
using CccdBot.Core.Conversation;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CccdBot.Host.Dashboard;

/// <summary>A page for staff alone: no browser keeps it, it says what became of the last tap, and what is done on it is written down.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class StaffPage : PageModel
{
    [TempData]
    public string? Told { get; set; }

    /// <summary>Who is visiting.</summary>
    public Guid Officer => StaffDoor.OfficerOf(User);

    /// <summary>Before it is done: what could not be written down is not done.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (AsTheMatrixSays.NameOf(HttpContext) is { } what && Permissions.Of(what) is { IsNoted: true })
        {
            var (officer, about, why) = (Officer, About(), Why());
            var now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            await HttpContext.RequestServices.GetRequiredService<WriteGate>()
                .RunAsync<AuditBook>(audit => audit.Note(officer, what, about, why, now));
        }

        await next();
    }

    /// <summary>What it is about, by ids alone: words typed into a form may be someone's name.</summary>
    private string About()
    {
        var form = Request.HasFormContentType ? Request.Form.Select(field => (field.Key, Value: field.Value.ToString())) : [];
        var route = RouteData.Values.Where(part => part.Key is not "page").Select(part => (part.Key, Value: Convert.ToString(part.Value, CultureInfo.InvariantCulture) ?? ""));
        return string.Join(' ', route.Concat(form).Where(part => IsId(part.Value)).Select(part => $"{part.Key}={part.Value}").Distinct());
    }

    private string Why() => Request.HasFormContentType ? IdNumbers.Mask(CitizenText.Clean(Request.Form["why"])) : "";

    private static bool IsId(string value) =>
        Guid.TryParse(value, out _)
        || (value.Length <= 10 && (long.TryParse(value, CultureInfo.InvariantCulture, out _) || DateOnly.TryParse(value, CultureInfo.InvariantCulture, out _)));
}
