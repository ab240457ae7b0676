using System.Text.RegularExpressions;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Outreach.Notices;

/// <summary>"/xacminh": whether a notice is the commune's; a code that is not warns, and the police hear of it.</summary>
internal sealed partial class VerifyNotice(Statements sql, NoticeDesk notices, DutyPost duty) : ITopic
{
    public const string Called = "/xacminh";

    private const string Code = "code";

    /// <summary>One forged code is one alarm a day, however many ask.</summary>
    private static readonly TimeSpan AlarmAgainAfter = TimeSpan.FromHours(24);

    public string Command => Called;

    public string Title => NoticesTexts.VerifyTitle;

    public bool TakesWords => true;

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (Typed().Match(turn.Text) is { Success: true } typed)
        {
            await AnswerAsync(turn, $"TB-{typed.Groups[1].Value}", ct);
        }
        else
        {
            turn.Ask(Code, "", turn.Text.Length == 0 ? NoticesTexts.WhichCode : NoticesTexts.NoCode);
        }
    }

    private async Task AnswerAsync(Turn turn, string code, CancellationToken ct)
    {
        var notice = notices.FindSent(code);
        if (notice is null && sql.Number(
            "SELECT COUNT(*) FROM notice_checks WHERE code = @p0 AND NOT is_ours AND at > @p1", code, turn.Now - AlarmAgainAfter) == 0)
        {
            turn.TellElsewhere();
            await duty.TellAsync(NoticesTexts.SomeoneForges(code), turn.Now, ct);
        }

        sql.Execute("INSERT INTO notice_checks (code, at, is_ours) VALUES (@p0, @p1, @p2)", code, turn.Now, notice is not null);
        turn.Say(notice is null ? NoticesTexts.IsNotOurs(code) : NoticesTexts.IsOurs(notice));
    }

    /// <summary>"tb-0412", "TB 0412", "0412".</summary>
    [GeneratedRegex(@"(?<!\d)(?:tb)?[\s.-]*(\d{4})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Typed();
}
