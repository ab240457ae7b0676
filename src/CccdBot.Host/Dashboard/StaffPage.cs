using System.Globalization;
using CccdBot.Core.Booking;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>A page for staff alone: no browser keeps it, it says what became of the last tap, and what is done on it is written down.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class StaffPage : PageModel
{
    /// <summary>"x" is no reason.</summary>
    public const int ShortestWhy = 3;

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
                .RunAsync<AuditBook>(audit => Note(audit, officer, what, about, why, now));
        }

        await next();
    }

    /// <summary>Who is visiting, as the list of those who work here has them: for what a volunteer may see of it.</summary>
    protected Task<StaffMember> WhoAsync(CccdDb db, CancellationToken ct)
    {
        var officer = Officer;
        return db.StaffMembers.AsNoTracking().FirstAsync(s => s.Id == officer, ct);
    }

    /// <summary>The villages they work for, by their halls.</summary>
    protected static async Task<List<Place>> VillagesOfAsync(StaffMember who, CccdDb db, CancellationToken ct) =>
        (await db.Places.AsNoTracking().OrderBy(place => place.Position).ToListAsync(ct)).FindAll(place => who.WorksFor(place.Code));

    /// <summary>A list leaves the house as a file, for a reason that stands in the book.</summary>
    /// <param name="name">Of the file, without anybody's name: "can-goi".</param>
    protected IActionResult Export(string? why, string name, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (CitizenText.Clean(why).Length < ShortestWhy)
        {
            Told = "Chưa xuất: ghi dùng danh sách vào việc gì.";
            return RedirectToPage();
        }

        return File(Spreadsheet.Of(heads, rows), Spreadsheet.MediaType, $"{name}.xlsx");
    }

    /// <summary>True when the words are in it, typed with or without their marks.</summary>
    protected static bool Finds(string? sought, params string?[] fields)
    {
        var words = VietnameseText.Fold(CitizenText.Clean(sought));
        return words.Length == 0 || fields.Any(field => field is not null && VietnameseText.Fold(field).Contains(words, StringComparison.Ordinal));
    }

    private static void Note(AuditBook audit, Guid officer, string what, string about, string why, DateTime now)
    {
        if (Permissions.Of(what) is { IsLook: true })
        {
            audit.NoteLook(officer, what, about, now);
        }
        else
        {
            audit.Note(officer, what, about, why, now);
        }
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
