using CccdBot.Core.Answers;

namespace CccdBot.Core.Tests.Answers;

/// <summary>A small answer book of our own, so that no test breaks when an officer rewords a real answer.</summary>
internal static class Files
{
    public const string Fee = """
        ---
        title: Lệ phí làm thẻ
        group: C Thủ tục
        about: Tiền lệ phí cấp, đổi, cấp lại thẻ căn cước.
        phrasings:
          first:
            - Làm thẻ căn cước hết bao nhiêu tiền
          second:
            - mất thẻ làm lại tốn nhiêu
        next: [/datlich, lost-card]
        also: []
        reviewed: 2026-11-23
        ---
        ## 2025-07-01 .. 2026-12-31 | Thông tư 64/2025/TT-BTC
        Giảm một nửa.

        Xem thêm:
        Hộ nghèo được miễn.

        ## 2027-01-01 .. | Luật Căn cước 2023, Điều 38
        Hết giảm.
        """;

    private static readonly (string Name, string Text)[] Others =
    [
        Plain("lost-card", "Mất thẻ", "Mất thẻ, rơi thẻ, bị trộm thì làm lại.", "Em bị mất căn cước rồi", "rơi thẻ ở chợ phải làm sao"),
        Plain("vneid-forgot-password", "Quên mật khẩu VNeID", "Quên mật khẩu, passcode VNeID.", "Em quên mật khẩu VNeID", "lấy lại mật khẩu định danh"),
        Plain("home-visit", "Làm tại nhà", "Người già yếu, khuyết tật xin cán bộ tới nhà.", "Bà em liệt, cán bộ tới nhà làm được không"),
        Plain("scam-warning", "Coi chừng lừa đảo", "Cuộc gọi, đường link giả công an.", "Có người gọi xưng công an"),
        Plain("out-of-scope", "Việc của nơi khác", "Hộ chiếu, đất đai, khai sinh.", "Làm hộ chiếu ở đâu"),
        Plain("greeting", "Chào hỏi", "Chào cán bộ.", "Chào cán bộ"),
        Plain("unclear", "Hỏi lại", "Câu quá ngắn.", "sao nữa"),
    ];

    public static AnswerBook Book() => AnswerBook.Of([("card-fee.md", Fee), .. Others]);

    /// <summary>The book, with one thing in the fee's file written differently.</summary>
    public static AnswerBook BookWith(string instead, string of)
    {
        Assert.Contains(of, Fee, StringComparison.Ordinal);
        return AnswerBook.Of([("card-fee.md", Fee.Replace(of, instead, StringComparison.Ordinal)), .. Others]);
    }

    private static (string Name, string Text) Plain(string id, string title, string about, params string[] phrasings) => ($"{id}.md", $"""
        ---
        title: {title}
        group: A Dịch vụ
        about: {about}
        phrasings:
          first:
        {string.Join('\n', phrasings.Select(phrasing => $"    - {phrasing}"))}
        next: []
        also: []
        reviewed: 2026-11-23
        ---
        ## 2020-01-01 .. | Quy định của dịch vụ
        {about}
        """);
}
