using System.Globalization;
using CccdBot.Core.Channels;

namespace CccdBot.Core.Voices;

/// <summary>The words around recordings.</summary>
internal static class VoicesTexts
{
    public const string RecordTitle = "Ghi âm tiếng Jrai, Bahnar";
    public const string HearTitle = "Nghe lời ghi âm";

    private const string AnswersLabel = "Câu bà con hay hỏi";

    public static string AboutOf(long clip) => string.Create(CultureInfo.InvariantCulture, $"clip {clip}");

    public static Choice Hear(Clip clip) => new($"Nghe {clip.Tongue.Words()}", HearClip.Called, HearClip.Play, Number(clip.Id));

    public static Reply WhichThing(IEnumerable<Voiced> offered) => new(
        "Ghi âm lời gì? Cán bộ, đoàn viên chọn một việc giúp em.",
        [.. offered.Select(ChoiceOf), new Choice(AnswersLabel, RecordClip.Called, RecordClip.Words)]);

    public static Reply WhichAnswer => new("Bà con hay hỏi câu gì? Nhắn vài chữ giúp em, như “lệ phí” hay “mất thẻ”.");

    public static Reply NoSuchAnswer => new("Em chưa tìm ra câu trả lời nào như thế. Nhắn lại vài chữ khác giúp em, như “lệ phí”.");

    public static Reply WhichFound(IEnumerable<Voiced> found) => new("Câu nào dưới đây? Chọn một câu giúp em.", [.. found.Select(ChoiceOf)]);

    public static Reply WhichTongue(Voiced said) => new(
        $"{said.Title}.\nGhi âm bằng tiếng gì? Chọn giúp em.",
        [.. Enum.GetValues<Tongue>().Select(tongue => new Choice(Capital(tongue.Words()), RecordClip.Called, RecordClip.InTongue, $"{said.Kind}|{said.Id}|{tongue}"))]);

    public static Reply PleaseSpeak(Voiced said, Tongue tongue) => new(
        $"Nói lời này bằng {tongue.Words()}, dài nhất {Clip.Longest} giây:\n\n{said.Words}\n\nBấm giữ micro và nói giúp em.");

    public static Reply TooLong => new($"Lời này dài quá {Clip.Longest} giây, bà con khó nghe hết. Nói gọn lại rồi gửi giúp em.");

    public static Reply WordsAreNoVoice => new("Em đang chờ lời nói. Bấm giữ micro và nói giúp em, hoặc nhắn /ghiam để chọn lại.");

    public static Reply GoneMeanwhile => new("Việc này đã đổi hoặc đã qua. Nhắn /ghiam để chọn lại giúp em.");

    public static Reply Recorded(int seconds) => new(
        $"Em đã nhận {seconds.ToString(CultureInfo.InvariantCulture)} giây. Em gửi người thứ hai nghe; được duyệt, em báo ở đây. Ghi tiếp: nhắn /ghiam.");

    public static Reply NotUsable(Clip clip) => new($"Lời ghi âm “{clip.Title}” em chưa nghe được. Nhắn /ghiam rồi nói lại giúp em.");

    public static Reply PleaseHear(Clip clip, Enclosed voice) => new(
        $"Có lời ghi âm mới, {clip.Tongue.Words()}: {clip.Title}. Lời cần nói:\n\n{clip.Words}\n\nNghe, đúng thì duyệt giúp em; chưa duyệt thì bà con chưa nghe được.",
        new Choice("Duyệt", RecordClip.Called, RecordClip.Approve, Number(clip.Id)),
        new Choice("Không dùng", RecordClip.Called, RecordClip.Drop, Number(clip.Id)))
    {
        Encloses = voice,
    };

    public static string Judged(ClipOutcome outcome, bool isApproved) => outcome switch
    {
        ClipOutcome.OwnVoice => "Ai ghi âm thì người khác duyệt. Nhờ một người nữa nghe giúp em.",
        ClipOutcome.DecidedBefore => "Lời ghi âm này đã có người duyệt hoặc bỏ trước. Ghi lời khác: nhắn /ghiam.",
        _ when isApproved => "Đã duyệt. Từ giờ bà con bấm nút là nghe được. Ghi lời khác: nhắn /ghiam.",
        _ => "Đã bỏ, bà con không nghe lời này. Ghi lời khác: nhắn /ghiam.",
    };

    public static Reply Decided(Clip clip, bool isApproved) => new(isApproved
        ? $"Lời ghi âm “{clip.Title}” đã được duyệt, bà con nghe được rồi. Ghi lời khác: nhắn /ghiam."
        : $"Lời ghi âm “{clip.Title}” chưa dùng được. Nhắn /ghiam để ghi lại giúp em.");

    public static Reply Playing(Clip clip, Enclosed voice) => new($"{clip.Title}, {clip.Tongue.Words()}. Cần gì nữa, bà con nhắn em.") { Encloses = voice };

    public static Reply NoMore => new("Lời ghi âm này không còn dùng nữa. Bà con nhắn câu hỏi, em trả lời bằng chữ nhé.");

    private static Choice ChoiceOf(Voiced said) => new(said.Title, RecordClip.Called, RecordClip.Thing, $"{said.Kind}|{said.Id}");

    private static string Capital(string words) => char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
