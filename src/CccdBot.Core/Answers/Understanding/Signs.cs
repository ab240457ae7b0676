namespace CccdBot.Core.Answers.Understanding;

/// <summary>Words that settle the topic by themselves: a swindle, a greeting, nothing said.</summary>
internal static class Signs
{
    public const string Unclear = "unclear";

    private const string Scam = "scam-warning";
    private const string Greeting = "greeting";
    private const string Thanks = "thanks";

    private static readonly string[] Swindles = List("""
        link la, duong link, bam link, bam vao link, gui link, cai file, file apk, cai app la, app la, app gia, web gia, trang gia
        doc ma otp, doc otp, ma otp cho, gui otp cho, gui ma otp cho, cho ma otp, xin otp, xin ma otp, hoi ma otp, dua otp, cung cap otp, bao doc ma, bao doc otp
        cap nhat qua dien thoai, goi dien cap nhat, so la goi, so la nhan, so la nhan tin, so la bao, so la keu, goi xung, goi noi la cong an, nguoi goi, xung cong an, xung la cong an
        gia danh, gia cong an, mao danh, lua dao, bi lua dao, lua dao khong, co phai lua, cong an gia, 22 nghin, 22k, 22 ngan, 22000, rua tien
        bat chuyen tien, yeu cau chuyen tien, keu chuyen tien, doi chuyen tien, dieu khien tu xa, ket ban zalo, chiem quyen, hack, mat tien trong, goi video, lenh bat
        """);

    private static readonly HashSet<string> Greetings = [.. "chao hello hi alo lo xin kinh".Split(' ')];

    private static readonly string[] Gratitude = List("cam on, tam biet, bye, cam on nhieu, hieu roi, biet roi, ro roi, ok, oke, okie, duoc roi, da roi, da vang");

    private static readonly HashSet<string> Courtesy =
        [.. "chao hello hi alo lo xin kinh nghe cam on nhieu hieu biet ro ok oke okie duoc roi tam biet bye rat qua lam can bo co chu anh chi bac ong ba dong chi moi nguoi may ca nha bot ai do khong day ngay buoi sang trua chieu toi tot lanh".Split(' '), .. Lexicon.Filler];

    private static readonly HashSet<string> Vague =
        [.. "sao nua lam gi dau cai nay do kia no ra nhu vay khong duoc biet phai hoi chut ti mot co giup bay gio bi roi nhu the la gi vi tai hom bua truoc noi con ap dung biet chi noi minh lam roi ma cho bam khac nua".Split(' '), .. Lexicon.Filler];

    /// <summary>Words of these lists, so that a mistyped one is mended into them.</summary>
    public static IEnumerable<string> Vocabulary =>
        Swindles.SelectMany(phrase => phrase.Split(' ')).Concat(Ideas.Table.Words).Concat(Ideas.Elsewhere.Words);

    /// <summary>Topics the words settle, most pressing first; usually none.</summary>
    public static IEnumerable<string> Of(Wording said)
    {
        if (said.Says(Swindles))
        {
            yield return Scam;
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

    private static string[] List(string phrases) =>
        phrases.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
