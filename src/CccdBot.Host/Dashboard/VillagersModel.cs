using CccdBot.Core.Booking;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>Everyone who is to be reached; a volunteer sees the own villages.</summary>
internal sealed class VillagersModel(CccdDb db, WriteGate gate, TimeProvider clock) : StaffPage
{
    public const int OnPage = 50;

    public static readonly (string Key, string Words)[] Filters =
        [("", "tất cả"), ("chua-the", "chưa có thẻ"), ("chua-vneid", "chưa có VNeID"), ("khong-dt", "không có điện thoại"), ("uu-tien", "ưu tiên")];

    [BindProperty(SupportsGet = true)]
    public string? Tim { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Lang { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Loc { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Trang { get; set; } = 1;

    public IReadOnlyList<Villager> People { get; private set; } = [];

    public IReadOnlyList<Place> Places { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => Math.Max(1, (Count + OnPage - 1) / OnPage);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var who = await WhoAsync(db, ct);
        Places = await VillagesOfAsync(who, db, ct);
        var found = Found(who);
        Count = await found.CountAsync(ct);
        Trang = Math.Clamp(Trang, 1, Pages);
        People = await found.OrderBy(v => v.PlaceCode).ThenBy(v => v.NameFolded).ThenBy(v => v.Id).Skip((Trang - 1) * OnPage).Take(OnPage).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostChangeAsync(long id, Known card, Known vneid, WhyNotYet? whyNot, string? carrier, string? back, CancellationToken ct)
    {
        var (who, now) = (await WhoAsync(db, ct), clock.GetUtcNow().UtcDateTime);
        var news = new VillagerNews(card, vneid, whyNot, Words(carrier), Words(back));
        return Back(await gate.RunAsync<VillagerBook, bool>(book => book.Change(id, who.WorksFor, news, now)) ? "Đã ghi." : null);
    }

    public async Task<IActionResult> OnPostLeaveAsync(long id, CancellationToken ct)
    {
        var (who, now) = (await WhoAsync(db, ct), clock.GetUtcNow().UtcDateTime);
        return Back(await gate.RunAsync<VillagerBook, bool>(book => book.Leave(id, who.WorksFor, now)) ? "Đã bỏ khỏi danh sách." : null);
    }

    public string NameOf(string placeCode) => Places.FirstOrDefault(place => place.Code == placeCode)?.ShortName ?? placeCode;

    public string PageLink(int number) => $"/truc/danh-sach-nguoi?tim={Uri.EscapeDataString(Tim ?? "")}&lang={Uri.EscapeDataString(Lang ?? "")}&loc={Uri.EscapeDataString(Loc ?? "")}&trang={number}";

    private RedirectToPageResult Back(string? told)
    {
        Told = told ?? "Người này không còn trong danh sách của các buôn cán bộ phụ trách.";
        return RedirectToPage(new { tim = Tim, lang = Lang, loc = Loc, trang = Trang });
    }

    private IQueryable<Villager> Found(StaffMember who)
    {
        var found = db.Villagers.AsNoTracking().Where(v => v.LeftAt == null);
        if (who.Role == Role.Volunteer)
        {
            var hers = who.Villages;
            found = found.Where(v => hers.Contains(v.PlaceCode));
        }

        if (!string.IsNullOrWhiteSpace(Tim))
        {
            var words = VietnameseText.Fold(Tim.Trim());
            found = found.Where(v => v.NameFolded.Contains(words));
        }

        if (!string.IsNullOrEmpty(Lang))
        {
            found = found.Where(v => v.PlaceCode == Lang);
        }

        return Loc switch
        {
            "chua-the" => found.Where(v => v.HasCard != Known.Yes),
            "chua-vneid" => found.Where(v => v.HasVneid != Known.Yes),
            "khong-dt" => found.Where(v => v.Phone == null),
            "uu-tien" => found.Where(v => v.Frail != null),
            _ => found,
        };
    }

    private static string? Words(string? typed)
    {
        var words = Core.Conversation.IdNumbers.Mask(Core.Conversation.CitizenText.Clean(typed)).Replace('\n', ' ');
        return words.Length == 0 ? null : words[..Math.Min(words.Length, Villager.LongestWords)];
    }
}
