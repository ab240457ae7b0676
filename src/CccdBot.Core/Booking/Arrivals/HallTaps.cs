using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Arrivals;

/// <summary>The taps of officers in a hall with a poor line: sent again, each counts once.</summary>
public sealed class HallTaps(Statements sql)
{
    /// <summary>False when this tap has done its work before.</summary>
    public bool Take(Guid key, DateTime now) =>
        sql.Execute("INSERT INTO hall_taps (key, at) VALUES (@p0, @p1) ON CONFLICT (key) DO NOTHING", key, now) == 1;

    /// <summary>What it was for was refused: sent again, it is refused again, in words that are true then.</summary>
    public void Leave(Guid key) => sql.Execute("DELETE FROM hall_taps WHERE key = @p0", key);
}

/// <summary>A tap that did its work, by the key the browser gave it.</summary>
public sealed class HallTap
{
    public required Guid Key { get; init; }

    public required DateTime At { get; init; }
}
