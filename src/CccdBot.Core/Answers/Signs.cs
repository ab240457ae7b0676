namespace CccdBot.Core.Answers;

/// <summary>Words that settle the topic by themselves: a swindle, another office's matter, a greeting, nothing said.</summary>
internal static class Signs
{
    public const string NotOurs = "out-of-scope";

    private const string Scam = "scam-warning";
    private const string Greeting = "greeting";
    private const string Thanks = "thanks";
    private const string Unclear = "unclear";

    private static readonly string[] Swindles = List("""
        link la, duong link, bam link, bam vao link, gui link, cai file, file apk, cai app la, app la, app gia, web gia, trang gia
        doc ma otp, doc otp, ma otp cho, gui otp cho, gui ma otp cho, cho ma otp, xin otp, xin ma otp, hoi ma otp, dua otp, cung cap otp, bao doc ma, bao doc otp
        cap nhat qua dien thoai, goi dien cap nhat, so la goi, so la nhan, so la nhan tin, so la bao, so la keu, goi xung, goi noi la cong an, nguoi goi, xung cong an, xung la cong an
        gia danh, gia cong an, mao danh, lua dao, bi lua dao, lua dao khong, co phai lua, cong an gia, 22 nghin, 22k, 22 ngan, 22000, rua tien
        bat chuyen tien, yeu cau chuyen tien, keu chuyen tien, doi chuyen tien, dieu khien tu xa, ket ban zalo, chiem quyen, hack, mat tien trong, goi video, lenh bat
        """);

    /// <summary>Matters of other offices; alone they are enough.</summary>
    private static readonly string[] Foreign = List("""
        ho chieu, passport, visa, vissa, thi thuc, xuat khau lao dong, bang lai, giay phep lai xe, thi bang lai, dang ky xe, bien so, sang ten xe, dang kiem, phat nguoi
        so do, tranh chap dat, tach thua, cap dat, lan dat, dat rung, giay phep xay dung, do dat, hop dong dat
        lam khai sinh, lam giay khai sinh, dang ky khai sinh, sao khai sinh, trich luc khai sinh, xin giay khai sinh, cap lai khai sinh, khai tu, ket hon, ly hon, trich luc, nhan con nuoi, doc than, so yeu ly lich, chung thuc, nghia vu quan su, kham nghia vu, nhap ngu
        gia ca phe, gia mi, gia dieu, gia tieu, gia heo, gia lua, gia phan, gia xang, gia vang, mi lat, ca phe nhan, phan bon, thuoc sau, giong lua, giong mi, giong cay, kham la
        con bo, con heo, con trau, dan bo, dan heo, lo mom, dich ta, thu y, tiem phong, tiem ngua, tiem vac xin, chich ngua
        thoi tiet, troi mua, troi nang, co mua khong, du bao thoi tiet, con bao
        tien dien, hoa don dien, dien luc, tien nuoc, nuoc sach, dong ho dien, dau dien, mat nuoc, wifi, internet, nap tien dien thoai
        the atm, atm, the ngan hang, the tin dung, vay von, vay ngan hang, lai suat, ngan hang chinh sach, gian no, gia han no, the visa
        the sinh vien, the hoc sinh, the bao hiem, bao hiem y te, bao hiem xa hoi, bao hiem that nghiep, so bao hiem, the dang, the nha bao, the xe buyt, the cao, the doan
        nhap hoc, hoc phi, hoc bong, thi tot nghiep, diem thi, tuyen sinh, diem chuan, chuyen truong, hoc ba, nghi he, lich hoc
        giay ho ngheo, chung nhan ho ngheo, xet ho ngheo, vao ho ngheo, so ho ngheo, can ngheo, nha tinh nghia, xoa nha tam, tro cap that nghiep, luong huu, tien luong, viec lam, tuyen dung, xin viec, tuyen cong nhan
        kham benh o, lich kham, mua thuoc, tram y te, benh vien co, kham thai, hien mau, uong thuoc
        chieu phim, bong da, xo so, ket qua so, ca nhac, le hoi, lich cat dien, xe khach, ve xe, ve may bay, dat ve, nau an, quan an, hat karaoke
        lam lai sim, mat cai sim, mat sim, goi cuoc, dang ky 4g, nap the
        giay phep kinh doanh, dang ky kinh doanh, thue mon bai, hoa don dien tu, kinh doanh
        di lam han quoc, di han quoc, di nhat, lam o nhat, lao dong han quoc
        """);

    /// <summary>Our own matters: who names one of them is ours, whatever else he mentions.</summary>
    private static readonly string[] Ours = List("""
        tich hop, tren dien thoai, dien thoai thay, tai khoan to chuc, giay hen, chua co the, giay to tuy than, khong ai lam, chua co khai sinh, khong co khai sinh, khong co giay khai sinh, khong khai sinh
        can cuoc, chung minh, vneid, dinh danh, muc 1, muc 2, kich hoat, lan tay, van tay, lam the, doi the, cap the, the cu, the moi, mat the, cai the, the het han, nhan the, lay the, the in, tren the, lai the, the gan chip, chip, xac nhan cu tru
        """);

    /// <summary>The account on the telephone, by all its names.</summary>
    public static readonly string[] VneidNames = List("vneid, dinh danh, muc 1, muc 2, kich hoat, tai khoan, app, ung dung, mat khau, passcode, can cuoc dien tu, dang nhap, ve ne i de");

    /// <summary>The card in the pocket, by all its names.</summary>
    public static readonly string[] CardNames = List("can cuoc, the, chung minh");

    private static readonly string[] OtherCards = List("the atm, the ngan hang, the sinh vien, the hoc sinh, the bao hiem, the dang, the xe, the cao, the tin dung, the visa");

    private static readonly HashSet<string> Greetings = [.. "chao hello hi alo lo xin kinh".Split(' ')];

    private static readonly string[] Gratitude = List("cam on, tam biet, bye, cam on nhieu, hieu roi, biet roi, ro roi, ok, oke, okie, duoc roi, da roi, da vang");

    private static readonly HashSet<string> Courtesy =
        [.. "chao hello hi alo lo xin kinh nghe cam on nhieu hieu biet ro ok oke okie duoc roi tam biet bye rat qua lam can bo co chu anh chi bac ong ba dong chi moi nguoi may ca nha bot ai do khong day ngay buoi sang trua chieu toi tot lanh".Split(' '), .. Lexicon.Filler];

    private static readonly HashSet<string> Vague =
        [.. "sao nua lam gi dau cai nay do kia no ra nhu vay khong duoc biet phai hoi chut ti mot co giup bay gio bi roi nhu the la gi vi tai hom bua truoc noi con ap dung biet chi noi minh lam roi ma cho bam khac nua".Split(' '), .. Lexicon.Filler];

    /// <summary>Words of these lists, so that a mistyped one is mended into them.</summary>
    public static IEnumerable<string> Vocabulary =>
        Swindles.Concat(Foreign).Concat(Ours).SelectMany(phrase => phrase.Split(' ')).Concat(Ideas.Words);

    /// <summary>Topics the words settle, most pressing first; usually none.</summary>
    public static IEnumerable<string> Of(Wording said)
    {
        if (said.Says(Swindles))
        {
            yield return Scam;
        }

        if (said.Says(Foreign) && !IsOurs(said))
        {
            yield return NotOurs;
        }

        if (said.Words.All(Courtesy.Contains) && said.Says(Gratitude))
        {
            yield return Thanks;
        }

        if (said.Words.All(Courtesy.Contains) && said.Words.Any(Greetings.Contains))
        {
            yield return Greeting;
        }

        if (said.Words.All(Vague.Contains))
        {
            yield return Unclear;
        }
    }

    /// <summary>"Mất thẻ ngân hàng" is not "mất thẻ".</summary>
    public static bool IsOurs(Wording said)
    {
        var ours = OtherCards.Aggregate(said.Line, (line, card) => line.Replace($" {card} ", " ; ", StringComparison.Ordinal));
        return Ours.Any(name => ours.Contains($" {name} ", StringComparison.Ordinal));
    }

    private static string[] List(string phrases) =>
        phrases.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
