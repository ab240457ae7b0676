namespace CccdBot.Host.Channels.Telegram;

/// <summary>The one silence all calls of this bot keep after a 429.</summary>
internal sealed class TelegramPause(TimeProvider clock)
{
    private long _until;

    /// <summary>How long to be silent still; zero when not at all.</summary>
    public TimeSpan Left
    {
        get
        {
            var left = TimeSpan.FromTicks(Interlocked.Read(ref _until) - clock.GetUtcNow().UtcTicks);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public void Keep(TimeSpan silence)
    {
        var until = (clock.GetUtcNow() + silence).UtcTicks;
        long known;
        do
        {
            known = Interlocked.Read(ref _until);
        }
        while (until > known && Interlocked.CompareExchange(ref _until, until, known) != known);
    }
}
