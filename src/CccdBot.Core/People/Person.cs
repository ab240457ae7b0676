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

    /// <summary>Since when they want no messages that they did not ask for.</summary>
    public DateTime? StoppedAt { get; private set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Something about the person is new since they were read from the ledger.</summary>
    internal bool IsChanged { get; private set; }

    public bool HasConsented => ConsentText == CurrentConsent;

    public bool WantsReminders => StoppedAt is null;

    public void CallMe(string name) => (Name, IsChanged) = (name, true);

    /// <summary>They pressed "Đồng ý" (Luật 91/2025/QH15 Điều 9: a clear act, never a default).</summary>
    public void Consent(DateTime now) 
    {
        if (!HasConsented)
        {
            (ConsentedAt, ConsentText, IsChanged) = (now, CurrentConsent, true);
        }
    }

    public void StopReminders(DateTime now) => (StoppedAt, IsChanged) = (StoppedAt ?? now, true);

    public void WantRemindersAgain() => (StoppedAt, IsChanged) = (null, true);

    public void Forget() => (Name, ConsentedAt, ConsentText, IsChanged) = (null, null, null, true);

    /// <summary>As it stands in the ledger.</summary>
    internal static Person Read(
        Guid id, string? name, DateTime? consentedAt, int? consentText, DateTime? stoppedAt, DateTime createdAt) => new()
        {
            Id = new PersonId(id),
            Name = name,
            ConsentedAt = consentedAt,
            ConsentText = consentText,
            StoppedAt = stoppedAt,
            CreatedAt = createdAt,
        };
}
