namespace CccdBot.Core.People.Staff;

/// <summary>Who may do what: every page, every form and every staff command of the chat, in this one place. What has no row is open to nobody.</summary>
/// <remarks>A volunteer sees the own villages only; the pages that are open to volunteers ask <see cref="StaffMember.WorksFor"/>.</remarks>
public static class Permissions
{
    private static readonly Role[] Everyone = [Role.Chief, Role.Officer, Role.Volunteer, Role.Leader];
    private static readonly Role[] Police = [Role.Chief, Role.Officer];
    private static readonly Role[] AllButLeaders = [Role.Chief, Role.Officer, Role.Volunteer];
    private static readonly Role[] ChiefOnly = [Role.Chief];

    private static readonly Dictionary<string, Right> Rows = new Right[]
    {
        new("GET /truc", "xem bàn trực", Police, ShowsPeople: true),
        new("POST /truc TryAgain", "thử lại tin", Police),
        new("GET /truc/hoi-thoai/{id}", "đọc cuộc trò chuyện", Police, ShowsPeople: true),
        new("POST /truc/hoi-thoai/{id} Reply", "trả lời bà con", Police),
        new("POST /truc/hoi-thoai/{id} End", "kết thúc cuộc trò chuyện", Police),
        new("GET /truc/chua-biet", "xem câu bot chưa biết", Police),
        new("POST /truc/chua-biet Teach", "dạy bot", Police),
        new("POST /truc/chua-biet TakeBack", "bỏ câu đã dạy", Police),
        new("GET /truc/dien-thoai", "xem mục Điện thoại", Police),
        new("POST /truc/dien-thoai Name", "ghi tên mình", Police),
        new("POST /truc/dien-thoai Code", "lấy mã nối khung chat", Police),
        new("POST /truc/dien-thoai Unlink", "gỡ khung chat", Police),
        new("POST /truc/dien-thoai Calendar", "lấy đường dẫn lịch trực", Police),
        new("GET /truc/buoi", "xem các buổi", Everyone),
        new("POST /truc/buoi Confirm", "xác nhận buổi", Police),
        new("GET /truc/buoi/{id}", "xem danh sách buổi", Police, ShowsPeople: true),
        new("POST /truc/buoi/{id} Export", "xuất danh sách buổi", Police, ShowsPeople: true),
        new("POST /truc/buoi/{id} Mark", "điểm danh", Police),
        new("POST /truc/buoi/{id} CardReady", "báo thẻ đã về", Police),
        new("POST /truc/buoi/{id} CallBack", "báo hồ sơ bị trả về", Police),
        new("POST /truc/buoi/{id} Merge", "gộp hai lịch", Police),
        new("POST /truc/buoi/{id} Close", "kết thúc buổi", Police),
        new("POST /truc/buoi/{id} CallOff", "hoãn buổi", Police),
        new("POST /truc/buoi/{id} Move", "đổi buổi", Police),
        new("GET /truc/buoi/{id}/danh-sach", "in danh sách buổi", Police, ShowsPeople: true),
        new("GET /truc/buoi/{id}/man-hinh", "mở màn hình chờ", Police, StaysOn: true),
        new("GET /truc/buoi/{id}/hang-cho", "xem hàng chờ", Police, ShowsPeople: true),
        new("POST /truc/buoi/{id}/hang-cho Next", "gọi người tiếp", Police),
        new("POST /truc/buoi/{id}/hang-cho Call", "gọi một người", Police),
        new("POST /truc/buoi/{id}/hang-cho LetIn", "cho khách vào hàng", Police),
        new("POST /truc/buoi/{id}/hang-cho First", "đưa lên trước", Police),
        new("POST /truc/buoi/{id}/hang-cho PutBack", "đưa lại vào hàng", Police),
        new("POST /truc/buoi/{id}/hang-cho Done", "ghi đã xong", Police),
        new("POST /truc/buoi/{id}/hang-cho ComeAgain", "hẹn lại", Police),
        new("POST /truc/buoi/{id}/hang-cho NotThere", "ghi chưa có mặt", Police),
        new("POST /truc/buoi/{id}/hang-cho TakeBack", "ghi nhầm, lấy lại", Police),
        new("GET /truc/buoi/{id}/so-cho", "xem số chỗ", Police),
        new("POST /truc/buoi/{id}/so-cho", "đổi số chỗ", Police),
        new("GET /truc/buoi/{id}/the-da-ve", "xem ai chờ thẻ", Police, ShowsPeople: true),
        new("POST /truc/buoi/{id}/the-da-ve", "báo thẻ đã về", Police),
        new("GET /truc/buoi/{id}/phan-cong", "xem phân công", Police),
        new("POST /truc/buoi/{id}/phan-cong", "phân công buổi", Police),
        new("GET /truc/buoi/{id}/loa", "xem lời phát loa", AllButLeaders),
        new("POST /truc/buoi/{id}/loa Played", "ghi đã phát loa", AllButLeaders),
        new("GET /truc/ap-phich", "xem áp phích", AllButLeaders),
        new("GET /truc/mo-buoi", "mở trang thêm buổi", Police),
        new("POST /truc/mo-buoi", "mở thêm buổi", Police),
        new("POST /truc/mo-buoi Repeat", "mở lại như tuần qua", Police),
        new("GET /truc/ngay-nghi", "xem ngày nghỉ", Police),
        new("POST /truc/ngay-nghi Close", "ghi ngày nghỉ", Police),
        new("POST /truc/ngay-nghi Open", "bỏ ngày nghỉ", Police),
        new("GET /truc/can-goi", "xem mục Cần gọi", Police, ShowsPeople: true),
        new("GET /truc/can-goi/in", "in danh sách đi báo", Police, ShowsPeople: true),
        new("POST /truc/can-goi Export", "xuất danh sách cần gọi", Police, ShowsPeople: true),
        new("POST /truc/can-goi Told", "ghi đã báo", Police),
        new("GET /truc/sai-du-lieu", "xem thông tin sai", Police, ShowsPeople: true),
        new("POST /truc/sai-du-lieu Export", "xuất danh sách thông tin sai", Police, ShowsPeople: true),
        new("POST /truc/sai-du-lieu Take", "nhận việc sửa thông tin", Police),
        new("POST /truc/sai-du-lieu Decide", "trả lời việc sửa thông tin", Police),
        new("GET /truc/tai-nha", "xem mục Tại nhà", Police, ShowsPeople: true),
        new("POST /truc/tai-nha Export", "xuất danh sách làm tại nhà", Police, ShowsPeople: true),
        new("POST /truc/tai-nha Accept", "nhận tới nhà", Police),
        new("POST /truc/tai-nha Plan", "xếp ngày tới nhà", Police),
        new("POST /truc/tai-nha Done", "ghi đã tới nhà", Police),
        new("POST /truc/tai-nha Again", "ghi cần tới lần nữa", Police),
        new("POST /truc/tai-nha Refuse", "ghi không tới được", Police),
        new("POST /truc/tai-nha Told", "ghi đã báo người nhà", Police),
        new("GET /truc/tai-nha/{day}", "xem tờ đi trong ngày", Police, ShowsPeople: true),
        new("GET /truc/chuyen-di", "xem chuyến đi", Police, ShowsPeople: true),
        new("POST /truc/chuyen-di Day", "xếp ngày chuyến đi", Police),
        new("POST /truc/chuyen-di Done", "ghi đã đi xong", Police),
        new("GET /truc/thong-bao", "xem các thông báo", AllButLeaders),
        new("GET /truc/thong-bao/moi", "mở trang viết thông báo", AllButLeaders),
        new("POST /truc/thong-bao/moi", "viết thông báo", AllButLeaders),
        new("GET /truc/thong-bao/{id}", "xem một thông báo", AllButLeaders),
        new("POST /truc/thong-bao/{id} Try", "gửi thử thông báo cho mình", AllButLeaders),
        new("POST /truc/thong-bao/{id} Ask", "gửi duyệt thông báo", AllButLeaders),
        new("POST /truc/thong-bao/{id} Picture", "kèm ảnh vào thông báo", AllButLeaders),
        new("POST /truc/thong-bao/{id} NoPicture", "bỏ ảnh khỏi thông báo", AllButLeaders),
        new("POST /truc/thong-bao/{id} Stop", "dừng gửi thông báo", AllButLeaders),
        new("POST /truc/thong-bao/{id} Approve", "duyệt thông báo", Police),
        new("POST /truc/thong-bao/{id} GiveBack", "trả lại thông báo", Police),
        new("POST /truc/thong-bao/{id} Review", "xem lại thông báo khẩn", Police),
        new("POST /truc/thong-bao/{id} Urgent", "gửi khẩn thông báo", ChiefOnly),
        new("GET /truc/thong-bao/{id}/can-bao", "xem ai cần tới báo", AllButLeaders, ShowsPeople: true),
        new("GET /truc/ghi-am", "xem lời ghi âm", AllButLeaders),
        new("POST /truc/ghi-am Approve", "duyệt lời ghi âm", AllButLeaders),
        new("POST /truc/ghi-am Drop", "bỏ lời ghi âm", AllButLeaders),
        new("GET /truc/danh-sach-nguoi", "xem danh sách bà con", AllButLeaders, ShowsPeople: true),
        new("POST /truc/danh-sach-nguoi Change", "ghi vào danh sách bà con", AllButLeaders),
        new("POST /truc/danh-sach-nguoi Leave", "bỏ một người khỏi danh sách", AllButLeaders),
        new("GET /truc/danh-sach-nguoi/them", "mở trang thêm, sửa một người", AllButLeaders, ShowsPeople: true),
        new("POST /truc/danh-sach-nguoi/them", "thêm, sửa một người trong danh sách", AllButLeaders),
        new("GET /truc/danh-sach-nguoi/nhap", "mở trang nhập danh sách", Police),
        new("POST /truc/danh-sach-nguoi/nhap", "đọc file danh sách", Police),
        new("GET /truc/danh-sach-nguoi/nhap/{id}", "xem trước danh sách", Police, ShowsPeople: true),
        new("GET /truc/danh-sach-nguoi/nhap/{id}/toi-dau", "xem nhập tới đâu", Police),
        new("POST /truc/danh-sach-nguoi/nhap/{id} Columns", "đổi cột của danh sách", Police),
        new("POST /truc/danh-sach-nguoi/nhap/{id} TakeOver", "nhập danh sách", Police),
        new("POST /truc/danh-sach-nguoi/nhap/{id} Undo", "hoàn tác lần nhập", Police),
        new("GET /truc/to-goi", "in tờ gọi", AllButLeaders, ShowsPeople: true),
        new("POST /truc/can-goi Carried", "ghi đã báo tin", Police),
        new("GET /truc/nguoi", "xem người làm việc", ChiefOnly),
        new("POST /truc/nguoi Invite", "mời người", ChiefOnly),
        new("POST /truc/nguoi Accept", "xác nhận người được mời", ChiefOnly),
        new("POST /truc/nguoi Refuse", "bỏ lời mời", ChiefOnly),
        new("POST /truc/nguoi Remove", "cho thôi", ChiefOnly),
        new("GET /truc/nhat-ky", "xem nhật ký", ChiefOnly, ShowsPeople: true),
        new("GET /truc/ra", "mở trang Ra", Everyone),
        new("POST /truc/ra", "ra khỏi bàn trực", Everyone),
        new("chat /truc", "trả lời bà con trong khung chat", Police),
        new("chat /thoitruc", "thôi nhận câu hỏi", Police),
        new("chat /buoi", "xác nhận buổi trong khung chat", Police),
        new("chat /danhsach", "ghi danh sách trong khung chat", AllButLeaders),
        new("chat /baotin", "báo tin cho bà con", AllButLeaders),
        new("chat /ghiam", "ghi âm, duyệt lời ghi âm", AllButLeaders),
        new("chat /loa", "ghi đã phát loa trong khung chat", AllButLeaders),
        new("chat /vao", "mở bàn trực bằng khung chat", Everyone),
        new("chat /nhanviec", "nhận lời mời", Everyone),
    }.ToDictionary(row => row.What);

    public static IReadOnlyCollection<Right> All => Rows.Values;

    /// <summary>The row of this page, form or command; null when there is none.</summary>
    public static Right? Of(string what) => Rows.GetValueOrDefault(what);

    /// <summary>In the words of those who read the book; what is no row, such as the way in, stands there in words already.</summary>
    public static string WordsOf(string what) =>
        Rows.Values.FirstOrDefault(row => what == row.What || (row.IsInChat && what.StartsWith(row.What, StringComparison.Ordinal)))?.Words ?? what;

    /// <summary>False also for what has no row.</summary>
    public static bool Allow(Role role, string what) => Of(what)?.Who.Contains(role) == true;
}

/// <summary>One row of the matrix.</summary>
/// <param name="What">"GET /truc/buoi/{id}", "POST /truc/buoi/{id} Close", "chat /truc".</param>
/// <param name="Words">What it is called in the book of what staff did: "xác nhận buổi".</param>
/// <param name="ShowsPeople">It shows many people at once: looking is written down too.</param>
/// <param name="StaysOn">It hangs on a wall, looks by itself and shows nobody: no sign that someone is there, and not shut when nobody is.</param>
public sealed record Right(string What, string Words, IReadOnlyList<Role> Who, bool ShowsPeople = false, bool StaysOn = false)
{
    public bool IsLook => What.StartsWith("GET", StringComparison.Ordinal);

    public bool IsInChat => What.StartsWith("chat", StringComparison.Ordinal);

    /// <summary>Every act is written down, and every look at many people.</summary>
    public bool IsNoted => ShowsPeople || What.StartsWith("POST", StringComparison.Ordinal);
}
