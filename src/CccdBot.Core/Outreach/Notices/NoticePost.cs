using CccdBot.Core.Conversation.Duty;

namespace CccdBot.Core.Outreach.Notices;

/// <summary>What those who work on a notice are told of it in their own chats.</summary>
public sealed class NoticePost(DutyPost duty)
{
    /// <summary>The notice as the villages would get it, marked as a trial, to this member's own chats; returns how many they have.</summary>
    public Task<int> TryAsync(Notice notice, Guid member, DateTime now, CancellationToken ct) => duty.TellMembersAsync([member], NoticesTexts.Trial(notice), now, ct);

    /// <summary>Someone is to approve it.</summary>
    public Task AskAsync(Notice notice, DateTime now, CancellationToken ct) => duty.TellAsync(NoticesTexts.WaitsForApproval(notice), now, ct);

    /// <summary>How it ended, for who wrote it and who approved it.</summary>
    internal Task<int> ReportAsync(Notice notice, IReadOnlyDictionary<ReceiptState, long> tally, DateTime now, CancellationToken ct) =>
        duty.TellMembersAsync([notice.AuthorId, notice.ApprovedBy!.Value], NoticesTexts.Ended(notice, tally), now, ct);
}
