using CccdBot.Core.Channels;

namespace CccdBot.Core.People;

/// <summary>Someone the commune serves; as little is kept as a place in the hall needs.</summary>
public sealed class Person
{
    /// <summary>The four lines of consent as they read now; a change of their meaning gets a new number and asks again.</summary>
    public const int CurrentConsent = 1;

    /// <summary>Longer is a story, not a name; staff call it out in the hall.</summary>
    public const int LongestName = 40;

    public PersonId Id { get; init; } = PersonId.New();

    /// <summary>Whose chat speaks for them; null for who has a chat of their own.</summary>
    public PersonId? KeeperId { get; init; }

    /// <summary>What the person wants to be called in the hall; a nickname is fine.</summary>
    public string? Name { get; private set; }

    /// <summary>The hall of the village they say they live in; null until they were asked.</summary>
    public string? HomePlace { get; init; }

    public DateTime? ConsentedAt { get; private set; }

    public int? ConsentText { get; private set; }

    /// <summary>Since when they want no reminders.</summary>
    public DateTime? StoppedAt { get; private set; }

    /// <summary>Since when they want no notices of the commune.</summary>
    public DateTime? StoppedNoticesAt { get; private set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Something about the person is new since they were read from the ledger.</summary>
    internal bool IsChanged { get; private set; }

    public bool HasConsented => ConsentText == CurrentConsent;

    public bool WantsReminders => StoppedAt is null;

    public bool WantsNotices => StoppedNoticesAt is null;

    public void CallMe(string name) => (Name, IsChanged) = (name, true);

    /// <summary>They pressed "Đồng ý" (Luật 91/2025/QH15 Điều 9: a clear act, never a default).</summary>
    public void Consent(DateTime now) 
    {
        if (!HasConsented)
        {
            (ConsentedAt, ConsentText, IsChanged) = (now, CurrentConsent, true);
        }
    }

    /// <summary>No more of this kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Messages of that kind are asked for, and cannot be stopped.</exception>
    public void Stop(MessageKind kind, DateTime now)
    {
        IsChanged = true;
        switch (kind)
        {
            case MessageKind.Reminder:
                StoppedAt ??= now;
                break;
            case MessageKind.Notice:
                StoppedNoticesAt ??= now;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody can stop these.");
        }
    }

    public void WantRemindersAgain() => (StoppedAt, IsChanged) = (null, true);

    public void WantNoticesAgain() => (StoppedNoticesAt, IsChanged) = (null, true);

    public void Forget() => (Name, ConsentedAt, ConsentText, IsChanged) = (null, null, null, true);

    /// <summary>As it stands in the ledger.</summary>
    internal static Person Read(
        Guid id, string? name, DateTime? consentedAt, int? consentText, DateTime? stoppedAt, DateTime? stoppedNoticesAt, DateTime createdAt) => new()
        {
            Id = new PersonId(id),
            Name = name,
            ConsentedAt = consentedAt,
            ConsentText = consentText,
            StoppedAt = stoppedAt,
            StoppedNoticesAt = stoppedNoticesAt,
            CreatedAt = createdAt,
        };
}
