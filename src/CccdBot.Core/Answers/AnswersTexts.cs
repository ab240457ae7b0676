using CccdBot.Core.Time;

namespace CccdBot.Core.Answers;

/// <summary>The words of this room; the answers themselves are in Content.</summary>
internal static class AnswersTexts
{
    public const string AskTitle = "Hỏi giấy tờ";
    public const string MoreLabel = "Xem thêm";

    public const string WhatAbout = "Bà con cứ nhắn câu hỏi, có dấu hay không dấu đều được. Hoặc chọn một việc hay được hỏi:";

    public static string BelongsNow(string old, string today) => $"{char.ToUpper(old[0], VietnamTime.Culture)}{old[1..]} nay thuộc {today}, bà con nhé.";

    public const string NotSure = "Em chưa chắc ý bà con. Có phải bà con hỏi một trong các việc này không ạ?";

    public const string NoAnswer =
        "Việc này em chưa chắc nên không dám trả lời. Bà con nhắn lại cách khác, hoặc để em chuyển lời cho cán bộ nhé.";

    public const string OfferPerson = "Em chưa giúp được bà con việc này. Để em chuyển câu hỏi cho cán bộ nhé?";

    public const string StillNotSure =
        "Em vẫn chưa chắc ý bà con. Bà con chọn một việc dưới đây, hoặc để em chuyển câu hỏi cho cán bộ nhé.";

    public static string PassedOn(string title, DateOnly asOf) =>
        $"Về \"{title}\" ngày {asOf.ToString("dd'/'MM'/'yyyy", VietnamTime.Culture)}, em không có quy định chắc chắn để đọc. "
        + "Em đã chuyển câu hỏi cho cán bộ, cán bộ sẽ trả lời ngay trong khung này. Bà con cần gì thêm, cứ nhắn em nhé.";

    public static string NothingInForce(string title, DateOnly asOf) =>
        $"Về \"{title}\" ngày {asOf.ToString("dd'/'MM'/'yyyy", VietnamTime.Culture)}, em không có quy định chắc chắn để đọc. Bà con hỏi cán bộ giúp em nhé.";

    public static string Passage(Passage passage, string text, DateOnly today) =>
        $"{(passage.To < today ? "Quy định thời đó: " : "")}{text}\n\n{passage.SourceLine}";
}
