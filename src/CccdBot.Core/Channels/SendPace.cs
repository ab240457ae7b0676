using CccdBot.Core.Storage;

namespace CccdBot.Core.Channels;

/// <summary>Keeps each channel's budget, for all nodes together: so many in any second over all chats, and one chat after the other catches its breath.</summary>
public sealed class SendPace(Statements sql)
{
    /// <summary>Reminders and notices leave the rest of the budget to those who are talking with us right now.</summary>
    /// <remarks>As what is on its way counts too, 27 in the window are some 24 a second where an answer takes a tenth of one.</remarks>
    private const double ShareOfBulk = 27.0 / 30.0;

    /// <summary>What has arrived counts for a little over a second, as clocks of nodes differ.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1.02);

    /// <summary>What is on its way may be counted there at any moment until it ends; what a node took along when it died blocks the others no longer than this.</summary>
    private static readonly TimeSpan LongestWay = TimeSpan.FromSeconds(2);

    /// <summary>How many messages may leave now, and how many of them may be such as nobody asked for.</summary>
    internal Room RoomNow(IChannel channel, DateTime now)
    {
        if (IsResting(channel.Name, now))
        {
            return default;
        }

        if (double.IsPositiveInfinity(channel.Budget.PerSecond))
        {
            return new Room(int.MaxValue, int.MaxValue);
        }

        var left = (int)sql.Number(
            "SELECT CAST(COALESCE(SUM(messages), 0) AS bigint) FROM send_rounds WHERE channel = @p0 AND counts_until > @p1", channel.Name, now);
        return new Room((int)channel.Budget.PerSecond - left, (int)(channel.Budget.PerSecond * ShareOfBulk) - left);
    }

    /// <summary>Counts what leaves now, until it has landed.</summary>
    internal void Count(IChannel channel, List<OutgoingMessage> leaving, DateTime now)
    {
        if (leaving.Count == 0 || double.IsPositiveInfinity(channel.Budget.PerSecond))
        {
            return;
        }

        sql.Execute("DELETE FROM send_rounds WHERE channel = @p0 AND counts_until <= @p1", channel.Name, now);
        var round = AddRound(channel.Name, now + LongestWay, leaving.Count);
        leaving.ForEach(message => message.SendRound = round);
        sql.Execute("DELETE FROM chat_paces WHERE channel = @p0 AND free_at <= @p1", channel.Name, now);
        foreach (var message in leaving)
        {
            MoveChatOn(channel, message.Address, now);
        }
    }

    /// <summary>A try has ended, however it ended: it counts from now on for one second more.</summary>
    internal void Land(OutgoingMessage message, DateTime now)
    {
        if (message.SendRound is { } round)
        {
            sql.Execute("UPDATE send_rounds SET messages = messages - 1 WHERE id = @p0", round);
            AddRound(message.Channel, now + Window, 1);
        }
    }

    /// <summary>The channel asked for silence (429): nothing goes there from any node until then.</summary>
    internal void Rest(string channel, DateTime until) => sql.Execute(
        "INSERT INTO channel_rests (channel, until) VALUES (@p0, @p1) ON CONFLICT (channel) DO UPDATE SET until = excluded.until "
        + "WHERE excluded.until > channel_rests.until",
        channel,
        until);

    private long AddRound(string channel, DateTime countsUntil, int messages) => sql.Number(
        "INSERT INTO send_rounds (channel, counts_until, messages) VALUES (@p0, @p1, @p2) RETURNING id", channel, countsUntil, messages);

    private bool IsResting(string channel, DateTime now) => sql.First(
        "SELECT channel FROM channel_rests WHERE channel = @p0 AND until > @p1", row => row.GetString(0), channel, now) is not null;

    /// <summary>The generic cell rate: each message moves the chat's own clock on by one pause, and a burst may run ahead of it.</summary>
    private void MoveChatOn(IChannel channel, string address, DateTime now)
    {
        var (pause, burst) = channel.IsGroup(address)
            ? (channel.Budget.PauseInGroup, 1)
            : (channel.Budget.PauseInChat, channel.Budget.BurstPerChat);
        var was = sql.All(
            "SELECT free_at FROM chat_paces WHERE channel = @p0 AND address = @p1",
            row => UtcTime.Read(row.GetDateTime(0)),
            channel.Name,
            address);
        var freeAt = (was is [var ahead] ? ahead : now) + pause;
        sql.Execute(
            "INSERT INTO chat_paces (channel, address, free_at, ready_at) VALUES (@p0, @p1, @p2, @p3) "
            + "ON CONFLICT (channel, address) DO UPDATE SET free_at = excluded.free_at, ready_at = excluded.ready_at",
            channel.Name,
            address,
            freeAt,
            freeAt - (pause * (burst - 1)));
    }

    internal readonly record struct Room(int ForAll, int ForBulk);
}

/// <summary>Messages that left or landed on a channel at one moment: what has been used of its second.</summary>
public sealed class SendRound
{
    public long Id { get; init; }

    public required string Channel { get; init; }

    public required DateTime CountsUntil { get; init; }

    public required int Messages { get; init; }
}

/// <summary>How far a chat's own clock runs ahead after what it was sent.</summary>
public sealed class ChatPace
{
    public required string Channel { get; init; }

    public required string Address { get; init; }

    /// <summary>From then on nothing is counted against it any more.</summary>
    public required DateTime FreeAt { get; init; }

    /// <summary>Its next message may leave from then on: earlier than <see cref="FreeAt"/> by the burst it may take.</summary>
    public required DateTime ReadyAt { get; init; }
}

/// <summary>Until when a channel asked for silence.</summary>
public sealed class ChannelRest
{
    public required string Channel { get; init; }

    public required DateTime Until { get; init; }
}
