namespace CccdBot.Core.Channels;

/// <summary>One numbered answer offered below a message: what it says, and where in which topic it leads.</summary>
/// <remarks>Labels stay within 20 characters where it can be helped: each is a button on a small phone.</remarks>
public sealed record Choice(string Label, string Topic, string Step, string Value = "")
{
    /// <summary>The step of a choice that says yes: it may also be typed as "ok" or "đồng ý".</summary>
    public const string Yes = "yes";

    /// <summary>The step of a choice that says no: it may also be typed as "thôi" or "không".</summary>
    public const string No = "no";

    /// <summary>A page that its button opens; the topic answers only who types the number.</summary>
    public string? Link { get; init; }
}
