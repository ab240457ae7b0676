namespace CccdBot.Host.Tests.Support;

/// <summary>A clock that runs as every other and is set forward: nights are quiet, and tests run at any hour.</summary>
internal sealed class ShiftedClock(TimeSpan ahead) : TimeProvider
{
    private static readonly TimeOnly MorningUtc = new(3, 0);

    /// <summary>So far ahead it is ten in the morning in the village.</summary>
    public static TimeSpan UntilMorning
    {
        get
        {
            var now = DateTime.UtcNow;
            return now.Date.AddDays(1).Add(MorningUtc.ToTimeSpan()) - now;
        }
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
