using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Voices;

namespace CccdBot.Core.Outreach.Notices;

/// <summary>What time does to approved notices: their hour comes, their messages are laid into the outbox a few hundred at a time, and how each ended is written down.</summary>
/// <remarks>Only a few hundred at a time, so that a notice that is stopped has little to call back, and whoever is talking with us is never behind forty thousand.</remarks>
public sealed class NoticeRounds(WriteGate gate, Postman postman, TimeProvider clock)
{
    public async Task LookAsync()
    {
        var written = await gate.RunAsync<Round, List<long>>(round => round.Begin(clock.GetUtcNow().UtcDateTime));
        foreach (var notice in written)
        {
            if (await gate.RunAsync<Round, int>(round => round.GoOnAsync(notice, clock.GetUtcNow().UtcDateTime, CancellationToken.None)) > 0)
            {
                postman.RingAll();
            }
        }
    }

    /// <summary>One round's writing.</summary>
    internal sealed class Round(Statements sql, NoticeDesk desk, Outbox outbox, NoticePost post, VoicedNotices voiced, ClipDesk clips)
    {
        /// <summary>As many as leave in some twenty seconds at the channel's pace.</summary>
        private const int MostInOutbox = 500;

        private const string EndOf =
            "CASE o.state WHEN 'Sent' THEN 'Sent' WHEN 'Refused' THEN 'Blocked' WHEN 'Unknown' THEN 'Unknown' WHEN 'Expired' THEN 'Lapsed' "
            + "ELSE CASE WHEN (SELECT n.state FROM notices n WHERE n.id = @p0) = 'Stopped' THEN 'Stopped' ELSE 'OptedOut' END END";

        /// <summary>Those that go out now, and those that were stopped and are not yet accounted for.</summary>
        public List<long> Begin(DateTime now)
        {
            sql.Execute("UPDATE notices SET state = 'Sending' WHERE state = 'Approved' AND (send_at IS NULL OR send_at <= @p0)", now);
            return sql.All("SELECT id FROM notices WHERE state IN ('Sending', 'Stopped') AND ended_at IS NULL ORDER BY id", row => row.GetInt64(0));
        }

        /// <summary>Writes down what ended and lays out what is next; returns how many messages were written.</summary>
        public async Task<int> GoOnAsync(long id, DateTime now, CancellationToken ct)
        {
            sql.Alone(Notice.AboutOf(id));
            sql.Execute(
                $"UPDATE notice_receipts SET state = {EndOf} FROM outgoing_messages o WHERE o.id = notice_receipts.message_id AND notice_receipts.notice_id = @p0 "
                + "AND notice_receipts.state = 'Queued' AND o.state NOT IN ('Queued', 'Sending')",
                id);
            var written = desk.Find(id) is { State: NoticeState.Sending } notice ? LayOut(notice, now) : 0;
            await EndWhenAllAreAsync(id, now, ct);
            return written;
        }

        private int LayOut(Notice notice, DateTime now)
        {
            var inOutbox = (int)sql.Number("SELECT COUNT(*) FROM notice_receipts WHERE notice_id = @p0 AND state = 'Queued'", notice.Id);
            var next = Next(notice.Id, MostInOutbox - inOutbox);
            var words = NoticesTexts.Sent(notice);
            var said = words with { Choices = [.. words.Choices, .. clips.ButtonsFor(voiced.Of(notice))] };
            next.ForEach(one => LayOut(notice, said, one, now));
            return next.Count(one => one.Chat is not null && !one.IsStopped);
        }

        private void LayOut(Notice notice, Reply said, Recipient one, DateTime now)
        {
            if (one.IsStopped || one.Chat is not { } chat)
            {
                SetState(notice.Id, one.Place, one.IsStopped ? ReceiptState.OptedOut : ReceiptState.NoChannel, null);
                return;
            }

            var message = OutgoingMessage.For(chat, MessageKind.Notice, said, now);
            message.KeepFor(Notice.AboutOf(notice.Id));
            outbox.Add(message);
            SetState(notice.Id, one.Place, ReceiptState.Queued, message.Id);
        }

        private void SetState(long notice, long place, ReceiptState state, long? message) => sql.Execute(
            "UPDATE notice_receipts SET state = @p2, message_id = @p3 WHERE notice_id = @p0 AND place = @p1", notice, place, state, message);

        /// <summary>Each with the chat that is open, where there are several the same as for reminders.</summary>
        private List<Recipient> Next(long notice, int most) => most <= 0 ? [] :
        [
            .. sql.All(
                "SELECT r.place, p.stopped_notices_at, c.channel, c.address FROM (SELECT person_id, place FROM notice_receipts "
                + "WHERE notice_id = @p0 AND state = 'Waiting' ORDER BY place LIMIT @p1) r LEFT JOIN people p ON p.id = r.person_id "
                + $"LEFT JOIN contact_routes c ON c.person_id = p.id AND {Reach.IsOpen} ORDER BY r.place, c.channel, c.address",
                row => new Recipient(
                    row.GetInt64(0), !row.IsDBNull(1), row.IsDBNull(2) ? null : new ChannelAddress(row.GetString(2), row.GetString(3))),
                notice,
                most).DistinctBy(one => one.Place),
        ];

        private async Task EndWhenAllAreAsync(long id, DateTime now, CancellationToken ct)
        {
            if (sql.Number("SELECT COUNT(*) FROM notice_receipts WHERE notice_id = @p0 AND state IN ('Waiting', 'Queued')", id) == 0
                && sql.Execute(
                    "UPDATE notices SET state = CASE state WHEN 'Sending' THEN 'Done' ELSE state END, ended_at = @p1 WHERE id = @p0 AND ended_at IS NULL", id, now) == 1)
            {
                await post.ReportAsync(desk.Find(id)!, desk.Tally(id), now, ct);
            }
        }

        private sealed record Recipient(long Place, bool IsStopped, ChannelAddress? Chat);
    }
}
