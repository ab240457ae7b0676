using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CccdBot.Core.Outreach.Notices;

/// <summary>How far a notice has come.</summary>
public enum NoticeState
{
    Draft,

    /// <summary>It waits for a second person to approve it.</summary>
    Asked,

    /// <summary>Its recipients are fixed, and its hour has not come.</summary>
    Approved,
    Sending,
    Stopped,
    Done,
}

/// <summary>A word of the commune to many people: written by one, approved by another, and never sent otherwise.</summary>
public sealed class Notice
{
    public long Id { get; init; }

    /// <summary>"TB-0412": by this anyone can ask whether it is the commune's.</summary>
    public required string Code { get; init; }

    public required string Text { get; init; }

    /// <summary>The places of the villages it is for, as they are kept: "sui,blak"; empty for all.</summary>
    public required string Villages { get; init; }

    public required BookedOrNot Booked { get; init; }

    public GoalReached Goal { get; init; }

    public AgeBand Age { get; init; }

    public HelpedFirst First { get; init; }

    /// <summary>The evening it speaks of: whoever carries word of that one anyway is not sent twice.</summary>
    public long? SessionId { get; init; }

    /// <summary>Below it stands the button by which an evening is booked.</summary>
    public required bool HasButton { get; init; }

    /// <summary>Null for as soon as it is approved.</summary>
    public DateTime? SendAt { get; init; }

    /// <summary>The picture that goes with the words.</summary>
    public Guid? PictureId { get; init; }

    public required NoticeState State { get; init; }

    public required Guid AuthorId { get; init; }

    public required DateTime WrittenAt { get; init; }

    /// <summary>One more with every change, so that no one approves what they did not read.</summary>
    public required int Version { get; init; }

    public DateTime? AskedAt { get; init; }

    public Guid? ApprovedBy { get; init; }

    public DateTime? ApprovedAt { get; init; }

    /// <summary>The chief sent it without a second person; it is looked at the next day.</summary>
    public bool IsUrgent { get; init; }

    public Guid? ReviewedBy { get; init; }

    public Guid? StoppedBy { get; init; }

    public DateTime? EndedAt { get; init; }

    public NoticeDraft Draft => new(Text, Villages.Split(',', StringSplitOptions.RemoveEmptyEntries), Booked, HasButton, SendAt)
    {
        Goal = Goal,
        Age = Age,
        First = First,
        SessionId = SessionId,
        PictureId = PictureId,
    };

    /// <summary>How its messages are known in the outbox.</summary>
    public static string AboutOf(long id) => $"notice {id.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}

/// <summary>What is approved: the words, for whom, and when.</summary>
public sealed record NoticeDraft(string Text, IReadOnlyList<string> Villages, BookedOrNot Booked, bool HasButton, DateTime? SendAt)
{
    /// <summary>With the code and the line about fraud it still fits a screen, and Zalo's limit.</summary>
    public const int LongestText = 600;

    public const int ShortestText = 10;

    public GoalReached Goal { get; init; }

    public AgeBand Age { get; init; }

    public HelpedFirst First { get; init; }

    public long? SessionId { get; init; }

    public Guid? PictureId { get; init; }

    internal string KeptVillages => string.Join(',', Villages.Order(StringComparer.Ordinal));

    /// <summary>Changes with every change of the words, the picture, the audience or the hour.</summary>
    public string Seal => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new object?[]
    {
        Text, KeptVillages, Booked.ToString(), Goal.ToString(), Age.ToString(), First.ToString(), SessionId, PictureId, HasButton, SendAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeSeconds() : null,
    }))));
}

/// <summary>How a notice ended for one person; each has exactly one of those after "queued".</summary>
public enum ReceiptState
{
    Waiting,
    Queued,
    Sent,

    /// <summary>They blocked the bot, or their account is gone: someone has to go there.</summary>
    Blocked,

    /// <summary>It left, and no answer came: it may have arrived.</summary>
    Unknown,

    /// <summary>Its time was over before it could be sent.</summary>
    Lapsed,
    Stopped,

    /// <summary>No chat is open: someone has to go there.</summary>
    NoChannel,

    /// <summary>They asked for no such messages after the recipients were fixed.</summary>
    OptedOut,

    /// <summary>No message did, but somebody went there and told them.</summary>
    Carried,
}

/// <summary>One person a notice is for.</summary>
public sealed class NoticeReceipt
{
    /// <summary>To them someone has to go: what left and may have arrived is no word either.</summary>
    internal const string Unreached = "('Blocked', 'NoChannel', 'Unknown')";

    public required long NoticeId { get; init; }

    /// <summary>Null for one of the list who never wrote to us.</summary>
    public People.PersonId? PersonId { get; init; }

    public long? VillagerId { get; init; }

    /// <summary>Who has an evening soonest is told first.</summary>
    public required long Place { get; init; }

    public required ReceiptState State { get; init; }

    /// <summary>Its message in the outbox.</summary>
    public long? MessageId { get; init; }

    /// <summary>The errand by which a human being tells them; null while a message may still do it.</summary>
    public long? ErrandId { get; init; }
}

/// <summary>Someone asked whether a notice is the commune's.</summary>
public sealed class NoticeCheck
{
    public long Id { get; init; }

    public required string Code { get; init; }

    public required DateTime At { get; init; }

    public required bool IsOurs { get; init; }
}
