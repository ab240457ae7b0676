namespace CccdBot.Core.Tests.Conversation;

/// <summary>Invented sentences, the same on every run: templates times values from a fixed seed.</summary>
internal static class NumberSamples
{
    private static readonly string[] Spoken = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    private static readonly string[] SpokenPlain = ["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];

    private static readonly int[] OrderLengths = [8, 10, 11, 13, 14, 16];

    private static readonly string[] IdSentences =
    [
        "{0}", "so cccd la {0}", "Số căn cước của tôi là {0} ạ", "tôi tên Lan, {0}, thôn Đoài", "cccd:{0}.",
        "Mã định danh {0} cấp ngày 20/11/2021", "{0} có làm lại được không?", "sđt 0912 345 678, cccd {0}",
        "Nhà 2 người, 3 đứa, sinh năm 1966. Số đây: {0}", "hẹn 19h30 ngày 5/12, căn cước {0}, gọi 0987654321 nhé",
        "đặt lịch A17 cho bà Mận\n{0}\ncảm ơn cán bộ",
    ];

    private static readonly string[] OldSentences =
    [
        "cmnd {0}", "CMT cũ của bà là {0}", "số chứng minh nhân dân: {0}", "{0} là số cmnd của tôi",
        "chung minh thu {0} cap nam 2009", "tôi còn giữ cmt số {0}, làm lại hết 50.000đ phải không",
    ];

    private static readonly string[] OtherSentences =
    [
        "sđt {phone}", "gọi {phone} hoặc {phone} nhé", "{phone}, 17 tuổi", "Zalo {phone} - nhà số {small} thôn Đoài",
        "làm cccd hết {money} đồng à?", "phí {money}đ với {money} đ", "cmnd làm lại mất {money} đồng, gọi {phone}",
        "hẹn {date} lúc {hour}", "{date} {hour}, {date} {hour}", "từ {date} đến {date} làm căn cước", "mã đặt chỗ A{small}, {date}",
        "{small} người, {small} đứa, sinh năm {year}, {hour} ngày {short}", "sinh năm {year}, vợ {year}, con {year}",
        "mã đơn hàng {order}", "stk {order} ngân hàng", "tổng đài 1900 0368, máy {phone}", "cccd cấp {date}, đt {phone}",
        "năm {year} tôi có {small} con, {phone}", "{spoken}", "số điện thoại là {spoken} ạ", "{short}, {short} và {short} lúc {hour}",
        "nhà {small} tổ {small}, {phone}", "căn cước của {small} người, tối {short}", "lương {money} một tháng",
    ];

    public static IEnumerable<(string Text, string Number)> WithPersonalNumber(int count)
    {
        var random = new Random(20261120);
        for (var made = 0; made < count; made++)
        {
            var number = PersonalNumber(random);
            var written = Written(number, made, random);
            yield return (string.Format(null, IdSentences[random.Next(IdSentences.Length)], written), written);
        }
    }

    public static IEnumerable<(string Text, string Number)> WithOldNumber(int count)
    {
        var random = new Random(1966);
        for (var made = 0; made < count; made++)
        {
            var number = $"{random.Next(10, 390):000}{random.Next(1_000_000):000000}";
            var written = made % 6 == 5 ? Split(number, " rồi ", 3) : Written(number, made % 8, random);
            yield return (string.Format(null, OldSentences[random.Next(OldSentences.Length)], written), written);
        }
    }

    public static IEnumerable<string> LookAlikes(int count)
    {
        var random = new Random(368);
        for (var made = 0; made < count; made++)
        {
            yield return Filled(OtherSentences[made % OtherSentences.Length], random);
        }
    }

    private static string PersonalNumber(Random random) =>
        $"{random.Next(1, 97):000}{random.Next(4)}{random.Next(100):00}{random.Next(1_000_000):000000}";

    private static string Written(string number, int shape, Random random) => (shape % 16) switch
    {
        0 or 8 => number,
        1 => Split(number, " ", 3),
        2 => Split(number, ".", 3),
        3 => Split(number, "-", 3),
        4 => string.Join(' ', number.Select(digit => Spoken[digit - '0'])),
        5 => string.Join(' ', number.Select(digit => SpokenPlain[digit - '0'])),
        6 => string.Concat(number.Select(digit => (char)('０' + digit - '0'))),
        7 => string.Join(' ', number.AsEnumerable()),
        9 => Split(number, " ", 4),
        10 => $"{number[..3]} rồi {number[3..6]} tiếp {number[6..]}",
        11 => $"{number[..6]}\n{number[6..]}",
        12 => Split(number, "/", 3),
        13 => string.Join(' ', number[..6].Select(digit => Spoken[digit - '0'])) + " " + number[6..],
        14 => Split(number, random.Next(2) == 0 ? " - " : ", ", 3),
        _ => string.Join(", ", number.Chunk(3).Select(three => string.Join(' ', three.Select(digit => Spoken[digit - '0'])))),
    };

    private static string Split(string number, string gap, int size) =>
        string.Join(gap, number.Chunk(size).Select(piece => new string(piece)));

    private static string Filled(string template, Random random)
    {
        while (template.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = template.IndexOf('}', open);
            template = template[..open] + Value(template[(open + 1)..close], random) + template[(close + 1)..];
        }

        return template;
    }

    private static string Value(string kind, Random random) => kind switch
    {
        "phone" => Phone(Mobile(random), random),
        "spoken" => string.Join(' ', Mobile(random).Select(digit => Spoken[digit - '0'])),
        "money" => $"{random.Next(1, 999)}{string.Concat(Enumerable.Repeat(".000", random.Next(1, 4)))}",
        "date" => $"{random.Next(1, 29):00}/{random.Next(1, 13):00}/{random.Next(1950, 2027)}",
        "short" => $"{random.Next(1, 29)}/{random.Next(1, 13)}",
        "hour" => random.Next(2) == 0 ? $"{random.Next(7, 22)}h30" : $"{random.Next(7, 22):00}:{random.Next(60):00}",
        "year" => $"{random.Next(1930, 2026)}",
        "order" => Digits(random, OrderLengths[random.Next(OrderLengths.Length)]),
        _ => $"{random.Next(2, 99)}",
    };

    private static string Mobile(Random random) => $"0{"35789"[random.Next(5)]}{Digits(random, 8)}";

    private static string Phone(string number, Random random) => random.Next(8) switch
    {
        0 => $"{number[..4]} {number[4..7]} {number[7..]}",
        1 => $"{number[..4]}.{number[4..7]}.{number[7..]}",
        2 => $"+84 {number[1..4]} {number[4..7]} {number[7..]}",
        3 => $"84{number[1..]}",
        4 => $"({number[..3]}) {number[3..6]} {number[6..]}",
        5 => Split(number, " ", 2),
        6 => $"{number[..3]}-{number[3..6]}-{number[6..]}",
        _ => number,
    };

    private static string Digits(Random random, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(at => (char)('0' + random.Next(at == 0 ? 1 : 0, 10))));
}
