using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Outreach.Notices;

/// <summary>What is done with a notice on its way: written, shown to a second person, approved, stopped.</summary>
public sealed class NoticeDesk(Statements sql, Audience audience, Outbox outbox, Enclosures enclosures)
{
    /// <summary>An approval that is asked for is answered within a day, or asked for anew.</summary>
    public static readonly TimeSpan ApprovedWithin = TimeSpan.FromHours(24);

    /// <summary>The same words to the same people within this time are sent by mistake, until someone says otherwise.</summary>
    public static readonly TimeSpan SameAgainAfter = TimeSpan.FromHours(24);

    private const string Columns =
        "id, code, text, villages, booked, has_button, send_at, state, author_id, written_at, version, asked_at, approved_by, approved_at, is_urgent, reviewed_by, stopped_by, ended_at, goal, age, first, session_id, picture_id";

    private const int Codes = 10_000;

    public Notice? Find(long id) => sql.First($"SELECT {Columns} FROM notices WHERE id = @p0", Read, id);

    /// <summary>Only what has begun to go out is the commune's word.</summary>
    public Notice? FindSent(string code) =>
        sql.First($"SELECT {Columns} FROM notices WHERE code = @p0 AND state IN ('Sending', 'Stopped', 'Done')", Read, code);

    /// <summary>A new draft; returns its number.</summary>
    public long Write(NoticeDraft draft, Guid author, DateTime now)
    {
        // At random: who knows one code cannot name the next.
        string code;
        do
        {
            code = string.Create(CultureInfo.InvariantCulture, $"TB-{RandomNumberGenerator.GetInt32(Codes):0000}");
        }
        while (sql.Number("SELECT COUNT(*) FROM notices WHERE code = @p0", code) > 0);
        return sql.Number(
            "INSERT INTO notices (code, text, villages, booked, has_button, send_at, state, author_id, written_at, version, is_urgent, goal, age, first, session_id) "
            + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, 'Draft', @p6, @p7, 1, @p8, @p9, @p10, @p11, @p12) RETURNING id",
            code,
            draft.Text,
            draft.KeptVillages,
            draft.Booked,
            draft.HasButton,
            draft.SendAt,
            author,
            now,
            false,
            draft.Goal,
            draft.Age,
            draft.First,
            draft.SessionId);
    }

    /// <summary>The author changes it; whoever was asked to approve it is not any more.</summary>
    /// <returns>False when it was changed or approved meanwhile, or is another's.</returns>
    public bool Change(long id, int version, NoticeDraft draft, Guid author) => sql.Execute(
        "UPDATE notices SET text = @p2, villages = @p3, booked = @p4, has_button = @p5, send_at = @p6, goal = @p8, age = @p9, first = @p10, session_id = @p11, state = 'Draft', "
        + "asked_at = NULL, version = version + 1 WHERE id = @p0 AND version = @p1 AND author_id = @p7 AND state IN ('Draft', 'Asked')",
        id,
        version,
        draft.Text,
        draft.KeptVillages,
        draft.Booked,
        draft.HasButton,
        draft.SendAt,
        author,
        draft.Goal,
        draft.Age,
        draft.First,
        draft.SessionId) == 1;

    /// <summary>The author puts a picture to it, or takes it away; whoever was asked to approve it is not any more.</summary>
    /// <returns>False when it was changed or approved meanwhile, or is another's.</returns>
    public bool Illustrate(long id, int version, Guid? picture, Guid author)
    {
        if (Find(id) is not { } notice || sql.Execute(
            "UPDATE notices SET picture_id = @p2, state = 'Draft', asked_at = NULL, version = version + 1 "
            + "WHERE id = @p0 AND version = @p1 AND author_id = @p3 AND state IN ('Draft', 'Asked')",
            id,
            version,
            picture,
            author) == 0)
        {
            return false;
        }

        if (notice.PictureId is { } old)
        {
            enclosures.ThrowAway(old);
        }

        return true;
    }

    /// <summary>Asks for a second person.</summary>
    /// <param name="again">The same words went to the same people lately, and that is meant.</param>
    public AskOutcome Ask(long id, int version, bool again, DateTime now)
    {
        if (Find(id) is not { State: NoticeState.Draft or NoticeState.Asked } notice || notice.Version != version)
        {
            return AskOutcome.ChangedMeanwhile;
        }

        if (notice.SendAt <= now)
        {
            return AskOutcome.HourIsPast;
        }

        if (!again && WasSentLately(notice, now))
        {
            return AskOutcome.SameLately;
        }

        return sql.Execute("UPDATE notices SET state = 'Asked', asked_at = @p2 WHERE id = @p0 AND version = @p1 AND state IN ('Draft', 'Asked')", id, version, now) == 1
            ? AskOutcome.Asked
            : AskOutcome.ChangedMeanwhile;
    }

    /// <summary>A second person approves what they have read; from now on its recipients are fixed.</summary>
    /// <param name="seal">Of what they read: see <see cref="NoticeDraft.Seal"/>.</param>
    public ApproveOutcome Approve(long id, string seal, Guid officer, DateTime now)
    {
        if (Find(id) is not { State: NoticeState.Asked } notice)
        {
            return ApproveOutcome.NotAsked;
        }

        if (notice.AuthorId == officer)
        {
            return ApproveOutcome.OwnNotice;
        }

        if (notice.Draft.Seal != seal)
        {
            return ApproveOutcome.ChangedMeanwhile;
        }

        if (now - notice.AskedAt!.Value > ApprovedWithin || notice.SendAt <= now)
        {
            return ApproveOutcome.TooLate;
        }

        return Release(notice, officer, isUrgent: false, now) ? ApproveOutcome.Approved : ApproveOutcome.ChangedMeanwhile;
    }

    /// <summary>The chief alone, when there is no time for a second person; it is looked at the next day.</summary>
    /// <returns>False when it was changed, approved or sent meanwhile.</returns>
    public bool SendUrgently(long id, string seal, Guid chief, DateTime now) =>
        Find(id) is { State: NoticeState.Draft or NoticeState.Asked } notice && notice.Draft.Seal == seal && Release(notice, chief, isUrgent: true, now);

    /// <summary>Another than the chief who sent it has looked at it afterwards.</summary>
    public bool Review(long id, Guid officer) => sql.Execute(
        "UPDATE notices SET reviewed_by = @p1 WHERE id = @p0 AND is_urgent AND reviewed_by IS NULL AND approved_by <> @p1", id, officer) == 1;

    /// <summary>Not like this: the author gets it back.</summary>
    public bool GiveBack(long id) => sql.Execute(
        "UPDATE notices SET state = 'Draft', asked_at = NULL, version = version + 1 WHERE id = @p0 AND state = 'Asked'", id) == 1;

    /// <summary>No further message of it leaves; what is just on its way arrives.</summary>
    public bool Stop(long id, Guid officer)
    {
        if (sql.Execute("UPDATE notices SET state = 'Stopped', stopped_by = @p1 WHERE id = @p0 AND state IN ('Approved', 'Sending')", id, officer) == 0)
        {
            return false;
        }

        outbox.CallBack(Notice.AboutOf(id), MessageKind.Notice);
        sql.Execute("UPDATE notice_receipts SET state = 'Stopped' WHERE notice_id = @p0 AND state = 'Waiting'", id);
        return true;
    }

    /// <summary>How it ended so far for how many; the sum is everyone it is for.</summary>
    public Dictionary<ReceiptState, long> Tally(long id) => sql.All(
        "SELECT state, COUNT(*) FROM notice_receipts WHERE notice_id = @p0 GROUP BY state",
        row => (State: Enum.Parse<ReceiptState>(row.GetString(0)), Count: row.GetInt64(1)),
        id).ToDictionary(one => one.State, one => one.Count);

    private bool WasSentLately(Notice notice, DateTime now) => sql.Number(
        "SELECT COUNT(*) FROM notices WHERE id <> @p0 AND text = @p1 AND villages = @p2 AND booked = @p3 AND approved_at > @p4 AND goal = @p5 AND age = @p6 AND first = @p7",
        notice.Id,
        notice.Text,
        notice.Villages,
        notice.Booked,
        now - SameAgainAfter,
        notice.Goal,
        notice.Age,
        notice.First) > 0;

    private bool Release(Notice notice, Guid officer, bool isUrgent, DateTime now)
    {
        if (sql.Execute(
            "UPDATE notices SET state = 'Approved', approved_by = @p2, approved_at = @p3, is_urgent = @p4 WHERE id = @p0 AND version = @p1 AND state IN ('Draft', 'Asked')",
            notice.Id,
            notice.Version,
            officer,
            now,
            isUrgent) == 0)
        {
            return false;
        }

        audience.Fix(notice.Id, notice.Draft, now);
        return true;
    }

    private static Notice Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Code = row.GetString(1),
        Text = row.GetString(2),
        Villages = row.GetString(3),
        Booked = Enum.Parse<BookedOrNot>(row.GetString(4)),
        HasButton = row.GetBoolean(5),
        SendAt = row.IsDBNull(6) ? null : UtcTime.Read(row.GetDateTime(6)),
        State = Enum.Parse<NoticeState>(row.GetString(7)),
        AuthorId = row.GetGuid(8),
        WrittenAt = UtcTime.Read(row.GetDateTime(9)),
        Version = row.GetInt32(10),
        AskedAt = row.IsDBNull(11) ? null : UtcTime.Read(row.GetDateTime(11)),
        ApprovedBy = row.IsDBNull(12) ? null : row.GetGuid(12),
        ApprovedAt = row.IsDBNull(13) ? null : UtcTime.Read(row.GetDateTime(13)),
        IsUrgent = row.GetBoolean(14),
        ReviewedBy = row.IsDBNull(15) ? null : row.GetGuid(15),
        StoppedBy = row.IsDBNull(16) ? null : row.GetGuid(16),
        EndedAt = row.IsDBNull(17) ? null : UtcTime.Read(row.GetDateTime(17)),
        Goal = Enum.Parse<GoalReached>(row.GetString(18)),
        Age = Enum.Parse<AgeBand>(row.GetString(19)),
        First = Enum.Parse<HelpedFirst>(row.GetString(20)),
        SessionId = row.IsDBNull(21) ? null : row.GetInt64(21),
        PictureId = row.IsDBNull(22) ? null : row.GetGuid(22),
    };
}

/// <summary>What became of the wish for a second person.</summary>
public enum AskOutcome
{
    Asked,
    ChangedMeanwhile,
    HourIsPast,
    SameLately,
}

/// <summary>What became of an approval.</summary>
public enum ApproveOutcome
{
    Approved,
    NotAsked,
    OwnNotice,

    /// <summary>What was read is not what stands there now.</summary>
    ChangedMeanwhile,

    /// <summary>It was asked for more than a day ago, or its hour is past.</summary>
    TooLate,
}
