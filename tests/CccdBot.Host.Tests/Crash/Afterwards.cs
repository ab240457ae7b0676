using CccdBot.Core.Booking;
using System.Data.Common;
using System.Globalization;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Crash;

/// <summary>The oracle: what Telegram saw, joined with what the ledger says.</summary>
internal sealed class Afterwards(Ground ground)
{
    /// <summary>PostgreSQL has no such check of its own; there every look at the rows is one.</summary>
    public string Integrity => Ground.IsPostgres ? "ok" : Rows("PRAGMA integrity_check", row => row.GetString(0)).Single();

    /// <summary>Half hours whose count is not the number of their active rows, or more than there are seats.</summary>
    public long WrongCounts => Number(
        "SELECT COUNT(*) FROM slots s WHERE s.taken > s.capacity OR s.taken <> "
        + $"(SELECT COUNT(*) FROM reservations r WHERE r.slot_id = s.id AND r.state IN {ReservationLife.Seated})");

    public long SeatsGivenTwice => Number(
        $"SELECT COUNT(*) FROM (SELECT 1 FROM reservations WHERE state IN {ReservationLife.Seated} GROUP BY slot_id, seat HAVING COUNT(*) > 1) twice");

    public long PeopleTwiceInAnEvening => Number(
        "SELECT COUNT(*) FROM (SELECT 1 FROM reservations WHERE state = 'Booked' GROUP BY person_id, session_id HAVING COUNT(*) > 1) twice");

    public long Sending => Number("SELECT COUNT(*) FROM outgoing_messages WHERE state IN ('Sending', 'Queued')");

    public long Unheard => Number("SELECT COUNT(*) FROM incoming_messages WHERE state <> 'Handled'");

    /// <summary>The chats of those the ledger has a booked seat for, each with its code.</summary>
    public HashSet<(long Chat, string Code)> Booked => [.. Rows(
        "SELECT c.address, r.code FROM reservations r JOIN contact_routes c ON c.person_id = r.person_id WHERE r.state = 'Booked'",
        row => (long.Parse(row.GetString(0), CultureInfo.InvariantCulture), row.GetString(1)))];

    /// <summary>Chats of messages of which the service itself says that it does not know whether they arrived.</summary>
    public HashSet<long> UnknownChats => [.. Rows(
        "SELECT address FROM outgoing_messages WHERE state = 'Unknown'", row => long.Parse(row.GetString(0), CultureInfo.InvariantCulture))];

    /// <summary>How often each message of the outbox was put before the citizen; a repeated edit that changed nothing counts too.</summary>
    public static Dictionary<string, int> Copies(FakeTelegram telegram) => telegram.Calls
        .Where(call => call.IsMessageCall && (call.IsAccepted || call.Outcome.Contains("not modified", StringComparison.Ordinal)) && call.Buttons.Count > 0)
        .GroupBy(call => $"{call.ChatId}/{call.Buttons[0].CallbackData!.Split('.')[0]}")
        .ToDictionary(message => message.Key, message => message.Count());

    private long Number(string sql) => Rows(sql, row => row.GetInt64(0)).Single();

    private List<T> Rows<T>(string sql, Func<DbDataReader, T> read) => ground.RowsAsync(sql, read).GetAwaiter().GetResult();
}
