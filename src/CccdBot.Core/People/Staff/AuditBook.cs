using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CccdBot.Core.Storage;

namespace CccdBot.Core.People.Staff;

/// <summary>The book of what staff did: every line is sealed with the one before it, and the end of the book is sealed too.</summary>
/// <remarks>The seals are HMACs: whoever can write to the ledger but does not have the key cannot make a line that fits.</remarks>
public sealed class AuditBook(Statements sql, AuditSecret secret)
{
    private const string First = "";

    /// <summary>So many lines back it is looked whether a look stands there already.</summary>
    private const int LooksBack = 100;

    /// <summary>Looking at the same again is the same look: a page that looks by itself would fill the book.</summary>
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(10);

    /// <summary>Writes one line, in the transaction of whatever it is about.</summary>
    /// <param name="staff">Null for the service itself.</param>
    /// <param name="what">Such as "POST /truc/buoi/{id} Close".</param>
    /// <param name="about">Ids only.</param>
    /// <param name="why">What the officer gave as a reason; may be empty.</param>
    public void Note(Guid? staff, string what, string about, string why, DateTime now)
    {
        sql.Alone("audit");
        var key = Key();
        var end = ReadEnd();
        var (number, before) = end is null ? (1, First) : (end.Number + 1, LastSeal(end.Number));
        var line = new Line(number, now, staff, Cut(what, AuditEntry.LongestWhat), Cut(about, AuditEntry.LongestAbout), Cut(why, AuditEntry.LongestWhy));
        var seal = SealOf(key, before, line);
        sql.Execute(
            "INSERT INTO audit_entries (number, at, staff_id, what, about, why, seal) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)",
            number, now, staff, line.What, line.About, line.Why, seal);
        sql.Execute(
            "INSERT INTO audit_end (id, number, seal) VALUES (1, @p0, @p1) ON CONFLICT (id) DO UPDATE SET number = excluded.number, seal = excluded.seal",
            number, EndOf(key, number, seal));
    }

    /// <summary>Writes down that many people were looked at, once for each look.</summary>
    /// <inheritdoc cref="Note"/>
    public void NoteLook(Guid staff, string what, string about, DateTime now)
    {
        if (sql.Number(
            $"SELECT COUNT(*) FROM (SELECT staff_id, what, about, at FROM audit_entries ORDER BY number DESC LIMIT {LooksBack}) lately "
            + "WHERE staff_id = @p0 AND what = @p1 AND about = @p2 AND at > @p3",
            staff,
            what,
            about,
            now - OneLook) == 0)
        {
            Note(staff, what, about, "", now);
        }
    }

    /// <summary>The end of the book, to be told outside today: whoever cuts the book or puts another in its place cannot unsay it. Null when it was told today, or nothing was written since.</summary>
    public (long Lines, string Seal)? EndToTell(DateOnly today) => ReadEnd() is { } end && sql.Execute(
        "INSERT INTO audit_told (id, number, day) VALUES (1, @p0, @p1) ON CONFLICT (id) DO UPDATE SET number = excluded.number, day = excluded.day "
        + "WHERE audit_told.number < excluded.number AND audit_told.day < excluded.day",
        end.Number,
        today) == 1 ? (end.Number, LastSeal(end.Number)) : null;

    /// <summary>Reads the whole book: how many lines it has, its end, and where it was first tampered with; null when nowhere.</summary>
    /// <param name="knownSeal">A seal that was written down elsewhere: a book put in the place of this one does not have it.</param>
    public AuditFinding Verify(string? knownSeal = null)
    {
        var (key, before, number, hasSeal) = (Key(), First, 0L, knownSeal is null);
        foreach (var (line, seal) in sql.All("SELECT number, at, staff_id, what, about, why, seal FROM audit_entries ORDER BY number", Read))
        {
            number++;
            if (line.Number != number || SealOf(key, before, line) != seal)
            {
                return new AuditFinding(number - 1, before, number, hasSeal);
            }

            before = seal;
            hasSeal |= seal == knownSeal;
        }

        var end = ReadEnd();
        var isWhole = end is null ? number == 0 : end.Number == number && end.Seal == EndOf(key, number, before);
        return new AuditFinding(number, before, isWhole ? null : number + 1, hasSeal);
    }

    private End? ReadEnd() => sql.First("SELECT number, seal FROM audit_end WHERE id = 1", row => new End(row.GetInt64(0), row.GetString(1)));

    private string LastSeal(long number) =>
        sql.First("SELECT seal FROM audit_entries WHERE number = @p0", row => row.GetString(0), number) ?? First;

    private byte[] Key()
    {
        if (secret.Key is { Length: > 0 } given)
        {
            return Encoding.UTF8.GetBytes(given);
        }

        sql.Execute("INSERT INTO audit_keys (id, key) VALUES (1, @p0) ON CONFLICT (id) DO NOTHING", Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        return Convert.FromHexString(sql.First("SELECT key FROM audit_keys WHERE id = 1", row => row.GetString(0))!);
    }

    private static (Line Line, string Seal) Read(DbDataReader row) => (
        new Line(
            row.GetInt64(0),
            UtcTime.Read(row.GetDateTime(1)),
            row.IsDBNull(2) ? null : row.GetGuid(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5)),
        row.GetString(6));

    /// <summary>As JSON: no two different lines are written alike. To the millisecond, which every engine keeps.</summary>
    private static string SealOf(byte[] key, string before, Line line) => Hmac(key, JsonSerializer.Serialize(new object?[]
    {
        before, line.Number, new DateTimeOffset(line.At, TimeSpan.Zero).ToUnixTimeMilliseconds(), line.Staff, line.What, line.About, line.Why,
    }));

    private static string EndOf(byte[] key, long number, string seal) => Hmac(key, JsonSerializer.Serialize(new object[] { "end", number, seal }));

    private static string Hmac(byte[] key, string text) => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private sealed record End(long Number, string Seal);

    private sealed record Line(long Number, DateTime At, Guid? Staff, string What, string About, string Why);
}

/// <summary>The key of the seals as the settings give it; null keeps one in the ledger.</summary>
public sealed record AuditSecret(string? Key);

/// <summary>What reading the book found.</summary>
/// <param name="Lines">How many lines are in order.</param>
/// <param name="End">The last seal: written down elsewhere, it shows that no later book was put in this one's place.</param>
/// <param name="BrokenAt">The first line that is not as it was written; null when all are.</param>
/// <param name="HasEnd">The seal that was asked for is in it, or none was asked for.</param>
public sealed record AuditFinding(long Lines, string End, long? BrokenAt, bool HasEnd);
