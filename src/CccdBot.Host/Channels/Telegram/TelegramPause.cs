using System.Globalization;
using CccdBot.Core.Storage;

namespace CccdBot.Host.Channels.Telegram;

/// <summary>The one silence all calls of this bot keep after a 429, from whichever node they come.</summary>
internal sealed class TelegramPause
{
    private const string Silence = "telegram-silence";

    private readonly TimeProvider _clock;
    private readonly Calls _calls;
    private long _until;

    public TelegramPause(TimeProvider clock, Calls calls)
    {
        (_clock, _calls) = (clock, calls);
        calls.Heard += news =>
        {
            if (news.About == Silence)
            {
                KeepUntil(long.Parse(news.Whom, CultureInfo.InvariantCulture));
            }
        };
    }

    /// <summary>How long to be silent still; zero when not at all.</summary>
    public TimeSpan Left
    {
        get
        {
            var left = TimeSpan.FromTicks(Interlocked.Read(ref _until) - _clock.GetUtcNow().UtcTicks);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public void Keep(TimeSpan silence) =>
        _calls.Tell(new News(Silence, (_clock.GetUtcNow() + silence).UtcTicks.ToString(CultureInfo.InvariantCulture)));

    private void KeepUntil(long until)
    {
        long known;
        do
        {
            known = Interlocked.Read(ref _until);
        }
        while (until > known && Interlocked.CompareExchange(ref _until, until, known) != known);
    }
}
