namespace CccdBot.Core.People.Staff;

/// <summary>Who may do what: every page, every form and every staff command of the chat, in this one place. What has no row is open to nobody.</summary>
/// <remarks>A volunteer sees the own villages only; the pages that are open to volunteers ask <see cref="StaffMember.WorksFor"/>.</remarks>
public static class Permissions
{
    private static readonly Role[] Everyone = [Role.Chief, Role.Officer, Role.Volunteer, Role.Leader];
    private static readonly Role[] Police = [Role.Chief, Role.Officer];
    private static readonly Role[] ChiefOnly = [Role.Chief];

    private static readonly Dictionary<string, Right> Rows = new Right[]
    {
        new("GET /truc", Police, ShowsPeople: true),
        new("POST /truc TryAgain", Police),
        new("GET /truc/hoi-thoai/{id}", Police, ShowsPeople: true),
        new("POST /truc/hoi-thoai/{id} Reply", Police),
        new("POST /truc/hoi-thoai/{id} End", Police),
        new("GET /truc/chua-biet", Police),
        new("POST /truc/chua-biet Teach", Police),
        new("POST /truc/chua-biet TakeBack", Police),
        new("GET /truc/dien-thoai", Police),
        new("POST /truc/dien-thoai Name", Police),
        new("POST /truc/dien-thoai Code", Police),
        new("POST /truc/dien-thoai Unlink", Police),
        new("GET /truc/buoi", Everyone),
        new("POST /truc/buoi Confirm", Police),
        new("GET /truc/buoi/{id}", Police, ShowsPeople: true),
        new("POST /truc/buoi/{id} Mark", Police),
        new("POST /truc/buoi/{id} CardReady", Police),
        new("POST /truc/buoi/{id} CallBack", Police),
        new("POST /truc/buoi/{id} Merge", Police),
        new("POST /truc/buoi/{id} Close", Police),
        new("POST /truc/buoi/{id} CallOff", Police),
        new("POST /truc/buoi/{id} Move", Police),
        new("GET /truc/buoi/{id}/danh-sach", Police, ShowsPeople: true),
        new("GET /truc/buoi/{id}/man-hinh", Police),
        new("GET /truc/buoi/{id}/hang-cho", Police, ShowsPeople: true),
        new("POST /truc/buoi/{id}/hang-cho Next", Police),
        new("POST /truc/buoi/{id}/hang-cho Call", Police),
        new("POST /truc/buoi/{id}/hang-cho LetIn", Police),
        new("POST /truc/buoi/{id}/hang-cho First", Police),
        new("POST /truc/buoi/{id}/hang-cho PutBack", Police),
        new("POST /truc/buoi/{id}/hang-cho Done", Police),
        new("POST /truc/buoi/{id}/hang-cho ComeAgain", Police),
        new("POST /truc/buoi/{id}/hang-cho NotThere", Police),
        new("POST /truc/buoi/{id}/hang-cho TakeBack", Police),
        new("GET /truc/mo-buoi", Police),
        new("POST /truc/mo-buoi", Police),
        new("GET /truc/can-goi", Police, ShowsPeople: true),
        new("POST /truc/can-goi Told", Police),
        new("GET /truc/sai-du-lieu", Police, ShowsPeople: true),
        new("POST /truc/sai-du-lieu Take", Police),
        new("POST /truc/sai-du-lieu Decide", Police),
        new("GET /truc/tai-nha", Police, ShowsPeople: true),
        new("POST /truc/tai-nha Accept", Police),
        new("POST /truc/tai-nha Plan", Police),
        new("POST /truc/tai-nha Done", Police),
        new("POST /truc/tai-nha Again", Police),
        new("POST /truc/tai-nha Refuse", Police),
        new("POST /truc/tai-nha Told", Police),
        new("GET /truc/tai-nha/{day}", Police, ShowsPeople: true),
        new("GET /truc/chuyen-di", Police, ShowsPeople: true),
        new("POST /truc/chuyen-di Day", Police),
        new("POST /truc/chuyen-di Done", Police),
        new("GET /truc/nguoi", ChiefOnly),
        new("POST /truc/nguoi Invite", ChiefOnly),
        new("POST /truc/nguoi Accept", ChiefOnly),
        new("POST /truc/nguoi Refuse", ChiefOnly),
        new("POST /truc/nguoi Remove", ChiefOnly),
        new("GET /truc/nhat-ky", ChiefOnly, ShowsPeople: true),
        new("GET /truc/ra", Everyone),
        new("POST /truc/ra", Everyone),
        new("chat /truc", Police),
        new("chat /thoitruc", Police),
        new("chat /buoi", Police),
        new("chat /vao", Everyone),
        new("chat /nhanviec", Everyone),
    }.ToDictionary(row => row.What);

    public static IReadOnlyCollection<Right> All => Rows.Values;

    /// <summary>The row of this page, form or command; null when there is none.</summary>
    public static Right? Of(string what) => Rows.GetValueOrDefault(what);

    /// <summary>False also for what has no row.</summary>
    public static bool Allow(Role role, string what) => Of(what)?.Who.Contains(role) == true;
}

/// <summary>One row of the matrix.</summary>
/// <param name="What">"GET /truc/buoi/{id}", "POST /truc/buoi/{id} Close", "chat /truc".</param>
/// <param name="ShowsPeople">It shows many people at once: looking is written down too.</param>
public sealed record Right(string What, IReadOnlyList<Role> Who, bool ShowsPeople = false)
{
    /// <summary>Every act is written down, and every look at many people.</summary>
    public bool IsNoted => ShowsPeople || What.StartsWith("POST", StringComparison.Ordinal);
}
