namespace CccdBot.Core.Conversation.Duty;

/// <summary>What became of an officer's wish to take a request in hand.</summary>
public abstract record TakeOutcome
{
    private TakeOutcome()
    {
    }

    public sealed record Yours(HelpRequest Request) : TakeOutcome;

    /// <param name="By">The officer who was first, as the others call them.</param>
    public sealed record Anothers(string By) : TakeOutcome;

    public sealed record Ended : TakeOutcome;
}
