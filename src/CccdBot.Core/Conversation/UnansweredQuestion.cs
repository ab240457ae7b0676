using CccdBot.Core.People;

namespace CccdBot.Core.Conversation;

/// <summary>Why the bot did not answer.</summary>
public enum NoAnswer
{
    /// <summary>Nothing in the book comes near it.</summary>
    NotFound,

    /// <summary>The second time in a row it was not understood.</summary>
    MissedTwice,

    /// <summary>The topic is known, but nothing certain is in force on the day asked about.</summary>
    Withheld,

    /// <summary>It was taken for another office's matter.</summary>
    NotOurs,

    /// <summary>The citizen asked for a person.</summary>
    ForPerson,
}

/// <summary>A question people asked and the bot could not answer: officers read it, and may teach the bot its topic.</summary>
public sealed class UnansweredQuestion
{
    public long Id { get; init; }

    /// <summary>Whose it is, so that it goes when they wish; null when its words are gone.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>As it was let in, ID numbers covered; empty when its time is over.</summary>
    public required string Text { get; init; }

    public required NoAnswer Why { get; init; }

    /// <summary>The likeliest topics, with blanks between them.</summary>
    public required string Guesses { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>The taught phrasing that answers it from now on.</summary>
    public long? TaughtAs { get; init; }

    internal static UnansweredQuestion Of(Turn turn, string question, NoAnswer why, params IEnumerable<string> guesses) => new()
    {
        PersonId = turn.Person.Id,
        Text = question,
        Why = why,
        Guesses = string.Join(' ', guesses),
        AskedAt = turn.Now,
    };
}
