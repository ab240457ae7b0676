namespace CccdBot.Core.Conversation;

/// <summary>A topic that takes a sentence for its own when the sentence asks for what it does; everything else is a question.</summary>
public interface IHearsWishes : ITopic
{
    /// <param name="isAsked">It has asked something, and these may be the words of the answer.</param>
    Hearing Hears(string text, DateTime now, bool isAsked);

    /// <summary>The question it left open is so old that what is said now is no answer to it.</summary>
    /// <param name="about">What it had written down with the question.</param>
    bool HasLapsed(string about, DateTime now);
}

/// <summary>How surely a sentence is a wish.</summary>
public enum Hearing
{
    NoWish,

    /// <summary>It may be one, unless it is surely a question about something else.</summary>
    Maybe,

    Surely,
}
