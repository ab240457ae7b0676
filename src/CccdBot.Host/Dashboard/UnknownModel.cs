using System.Globalization;
using CccdBot.Core.Answers;
using CccdBot.Core.Answers.Teaching;
using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>What people asked and the bot did not know, and what officers have taught it since.</summary>
internal sealed class UnknownModel(CccdDb db, WriteGate gate, OpenBook open, TimeProvider clock) : StaffPage
{
    /// <summary>The newest; older ones that still matter are asked again.</summary>
    private const int MostRead = 500;

    public IReadOnlyList<QuestionGroup> Groups { get; private set; } = [];

    public IReadOnlyList<TaughtPhrasing> Taught { get; private set; } = [];

    public IEnumerable<IGrouping<string, AnswerTopic>> Topics => open.Present.Topics
        .OrderBy(topic => topic.Title, StringComparer.Create(VietnamTime.Culture, ignoreCase: true)).GroupBy(topic => topic.Group);

    public string TitleOf(string topic) => open.Present.Find(topic)?.Title ?? topic;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var asked = await db.UnansweredQuestions.AsNoTracking().Where(q => q.TaughtAs == null && q.Text != "")
            .OrderByDescending(q => q.Id).Take(MostRead).ToListAsync(ct);
        Groups = QuestionGroup.Of(asked, open.Present);
        Taught = await db.TaughtPhrasings.AsNoTracking().OrderByDescending(t => t.Id).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostTeachAsync(string? topic, string? text, string? questions)
    {
        var (officer, now, words) = (Officer, clock.GetUtcNow().UtcDateTime, IdNumbers.Mask(CitizenText.Clean(text)));
        if (open.Present.Find(topic ?? "") is not { } chosen)
        {
            Told = "Chưa chọn chủ đề cho câu này.";
        }
        else if (!words.Any(char.IsLetterOrDigit) || words.Length > TaughtPhrasing.LongestText)
        {
            Told = $"Câu mẫu từ 1 đến {TaughtPhrasing.LongestText} chữ cái.";
        }
        else
        {
            var asked = Numbers(questions);
            await gate.RunAsync<Lessons>(pen => pen.TeachAsync(chosen.Id, words, asked, officer, now, CancellationToken.None));
            open.Tell();
            Told = $"Bot đã học: “{words}” là hỏi về {chosen.Title}. Từ giờ bot trả lời được ngay.";
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(long id)
    {
        Told = await gate.RunAsync<Lessons, bool>(pen => pen.TakeBackAsync(id, CancellationToken.None))
            ? "Đã rút lại câu ấy."
            : "Câu này đã được rút lại trước đó.";
        open.Tell();
        return RedirectToPage();
    }

    public static string Words(NoAnswer why) => why switch
    {
        NoAnswer.MissedTwice => "hai lần chưa hiểu",
        NoAnswer.Withheld => "chưa có quy định chắc chắn",
        NoAnswer.NotOurs => "bot cho là việc nơi khác",
        NoAnswer.ForPerson => "bà con xin gặp người thật",
        _ => "chưa có trong sách",
    };

    private static long[] Numbers(string? written) => [.. (written ?? "").Split(',')
        .Select(one => long.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Take(MostRead)];
}
