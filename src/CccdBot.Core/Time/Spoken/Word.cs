namespace CccdBot.Core.Time.Spoken;

/// <summary>One word as it was meant: without marks, and with the marks that were typed, which are not always the right ones.</summary>
internal readonly record struct Word(string Bare, string Marked)
{
    public Word(string marked)
        : this(VietnameseText.Fold(marked), marked)
    {
    }

    /// <summary>Was it typed without any mark? Then its marks say nothing.</summary>
    public bool IsBare => Bare == Marked;

    public bool IsNumber => Bare.Length > 0 && char.IsAsciiDigit(Bare[0]);
}
