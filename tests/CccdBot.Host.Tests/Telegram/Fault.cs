using System.Text;

namespace CccdBot.Host.Tests.Telegram;

/// <summary>What goes wrong with one call; "after accepting" means the citizen sees the message all the same.</summary>
public abstract record Fault
{
    internal virtual Answer? InsteadOfAccepting() => null;

    internal virtual Answer AfterAccepting(Answer normal) => normal;

    public sealed record TooManyRequests(int RetryAfterSeconds) : Fault
    {
        internal override Answer InsteadOfAccepting() => Answer.TooManyRequests(RetryAfterSeconds);
    }

    public sealed record Forbidden(string Description = "Forbidden: bot was blocked by the user") : Fault
    {
        internal override Answer InsteadOfAccepting() => Answer.Error(403, Description);
    }

    public sealed record BadRequest(string Description) : Fault
    {
        internal override Answer InsteadOfAccepting() => Answer.Error(400, Description);
    }

    public sealed record BadGatewayHtml : Fault
    {
        private const string Page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n";

        internal override Answer InsteadOfAccepting() =>
            new(502, Encoding.ASCII.GetBytes(Page), "502 Bad Gateway") { ContentType = "text/html" };
    }

    public sealed record DropBefore : Fault
    {
        internal override Answer InsteadOfAccepting() => new(0, default, "dropped") { Ending = Ending.Aborted };
    }

    public sealed record ServerErrorAfterAccepting : Fault
    {
        internal override Answer AfterAccepting(Answer normal) =>
            Answer.Error(500, "Internal Server Error: restart") with { Outcome = Answer.Accepted + ", then 500" };
    }

    public sealed record DropAfterAccepting : Fault
    {
        internal override Answer AfterAccepting(Answer normal) =>
            normal with { Ending = Ending.Aborted, Outcome = Answer.Accepted + ", then dropped" };
    }

    public sealed record HalfBody : Fault
    {
        internal override Answer AfterAccepting(Answer normal) =>
            normal with { Ending = Ending.HalfBody, Outcome = Answer.Accepted + ", then half a body" };
    }

    /// <summary>Waits on the server's clock, then answers as usual.</summary>
    public sealed record Delay(TimeSpan For) : Fault;
}
