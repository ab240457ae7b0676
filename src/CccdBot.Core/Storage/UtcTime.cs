using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CccdBot.Core.Storage;

/// <summary>How a moment is kept: UTC, in whole microseconds (PostgreSQL keeps no finer), stamped UTC again on reading.</summary>
public sealed class UtcTime() : ValueConverter<DateTime, DateTime>(moment => Stored(moment), kept => Read(kept))
{
    /// <summary>The moment as it is written; plain SQL passes its parameters through here too.</summary>
    /// <exception cref="ArgumentException">The moment is a local time.</exception>
    public static DateTime Stored(DateTime moment) => moment.Kind == DateTimeKind.Local
        ? throw new ArgumentException("The ledger keeps UTC only.", nameof(moment))
        : new DateTime(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    public static DateTime Read(DateTime kept) => DateTime.SpecifyKind(kept, DateTimeKind.Utc);
}
