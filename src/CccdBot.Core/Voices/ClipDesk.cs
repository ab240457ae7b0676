using System.Data.Common;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Voices;

/// <summary>Recordings on their way from who spoke to who listens.</summary>
public sealed class ClipDesk(Statements sql)
{
    private const string Columns = "id, subject, title, words, tongue, state, seconds, recorded_by, recorded_at, channel, address, file, enclosure_id, decided_by, decided_at";

    public Clip? Find(long id) => sql.First($"SELECT {Columns} FROM clips WHERE id = @p0", Read, id);

    /// <summary>The newest first.</summary>
    public List<Clip> In(ClipState state, int most) => sql.All(
        $"SELECT {Columns} FROM clips WHERE state = @p0 ORDER BY id DESC LIMIT @p1", Read, state, most);

    /// <summary>A button for each language in which these words may be heard.</summary>
    public IReadOnlyList<Choice> ButtonsFor(Voiced said) => [.. PlayedFor(said).Select(VoicesTexts.Hear)];

    /// <summary>What may be heard of these words, one in each language.</summary>
    public IReadOnlyList<Clip> PlayedFor(Voiced said) =>
        [.. sql.All($"SELECT {Columns} FROM clips WHERE state = 'Approved' AND subject = @p0", Read, said.Key).OrderBy(clip => clip.Tongue)];

    /// <summary>Someone has spoken; the voice itself is fetched after that.</summary>
    public void Record(Voiced said, Tongue tongue, Recording recording, Guid member, ChannelAddress from, DateTime now) => sql.Execute(
        "INSERT INTO clips (subject, title, words, tongue, state, seconds, recorded_by, recorded_at, channel, address, file) "
        + "VALUES (@p0, @p1, @p2, @p3, 'Fetching', @p4, @p5, @p6, @p7, @p8, @p9)",
        said.Key,
        said.Title,
        said.Words,
        tongue,
        recording.Seconds,
        member,
        now,
        from.Channel,
        from.Address,
        recording.File);

    /// <summary>We have it now, and a second person is to hear it. False when another node was first.</summary>
    internal bool Arrived(long id, Enclosed voice, int seconds) => sql.Execute(
        "UPDATE clips SET state = 'Waiting', enclosure_id = @p1, seconds = @p2 WHERE id = @p0 AND state = 'Fetching'", id, voice.Id, seconds) == 1;

    internal bool Fail(long id) => sql.Execute("UPDATE clips SET state = 'Failed' WHERE id = @p0 AND state = 'Fetching'", id) == 1;

    /// <summary>A second person has heard it and lets it be played; an older one of the same words makes way.</summary>
    public ClipOutcome Approve(long id, Guid member, DateTime now)
    {
        // Everyone is asked at once: the second to tap must find what the first has done.
        sql.Alone("clips");
        if (Find(id) is not { State: ClipState.Waiting } clip)
        {
            return ClipOutcome.DecidedBefore;
        }

        if (clip.RecordedBy == member)
        {
            return ClipOutcome.OwnVoice;
        }

        sql.Execute("UPDATE clips SET state = 'Replaced', decided_at = @p2 WHERE subject = @p0 AND tongue = @p1 AND state = 'Approved'", clip.Subject, clip.Tongue, now);
        return Decide(id, ClipState.Waiting, ClipState.Approved, member, now);
    }

    /// <summary>Not to be played, now or any more; who spoke may say so too.</summary>
    public ClipOutcome Drop(long id, Guid member, DateTime now)
    {
        sql.Alone("clips");
        return Decide(id, Find(id)?.State == ClipState.Approved ? ClipState.Approved : ClipState.Waiting, ClipState.Dropped, member, now);
    }

    /// <summary>What is played of the same words in the same language, where a newer one took its place; null where nothing is.</summary>
    internal Clip? PlayedNow(long id) => sql.First(
        $"SELECT {Columns} FROM clips WHERE state = 'Approved' AND (subject, tongue) = (SELECT subject, tongue FROM clips WHERE id = @p0)", Read, id);

    /// <summary>Its words are said no more: an evening is over, an answer has changed.</summary>
    internal void FallSilent(long id, DateTime now) => sql.Execute("UPDATE clips SET state = 'Dropped', decided_at = @p1 WHERE id = @p0 AND state = 'Approved'", id, now);

    private ClipOutcome Decide(long id, ClipState from, ClipState to, Guid member, DateTime now) => sql.Execute(
        "UPDATE clips SET state = @p2, decided_by = @p3, decided_at = @p4 WHERE id = @p0 AND state = @p1", id, from, to, member, now) == 1
        ? ClipOutcome.Done
        : ClipOutcome.DecidedBefore;

    private static Clip Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Subject = row.GetString(1),
        Title = row.GetString(2),
        Words = row.GetString(3),
        Tongue = Enum.Parse<Tongue>(row.GetString(4)),
        State = Enum.Parse<ClipState>(row.GetString(5)),
        Seconds = row.GetInt32(6),
        RecordedBy = row.GetGuid(7),
        RecordedAt = UtcTime.Read(row.GetDateTime(8)),
        Channel = row.GetString(9),
        Address = row.GetString(10),
        File = row.GetString(11),
        EnclosureId = row.IsDBNull(12) ? null : row.GetGuid(12),
        DecidedBy = row.IsDBNull(13) ? null : row.GetGuid(13),
        DecidedAt = row.IsDBNull(14) ? null : UtcTime.Read(row.GetDateTime(14)),
    };
}

/// <summary>What became of a word about a recording.</summary>
public enum ClipOutcome
{
    Done,
    DecidedBefore,

    /// <summary>Nobody approves what they spoke themselves.</summary>
    OwnVoice,
}
