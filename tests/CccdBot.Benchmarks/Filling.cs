using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CccdBot.Benchmarks;

/// <summary>A ledger as years of service leave it: of each hundred rows so many people with a chat, reservations, messages in and out, and lines on the page.</summary>
internal sealed class Filling : IDisposable
{
    private const string Now = "2026-01-01 01:02:03.456789";

    private readonly SqliteConnection _ledger;
    private readonly List<long> _slots;

    public Filling(string file)
    {
        _ledger = new SqliteConnection($"Data Source={file};Pooling=False");
        _ledger.Open();
        _slots = [];
        using var slots = _ledger.CreateCommand();
        slots.CommandText = "PRAGMA foreign_keys = OFF; SELECT id FROM slots ORDER BY id";
        using var rows = slots.ExecuteReader();
        while (rows.Read())
        {
            _slots.Add(rows.GetInt64(0));
        }
    }

    public void Fill(int rows)
    {
        using var all = _ledger.BeginTransaction();
        var people = Enumerable.Range(0, rows * 15 / 100).Select(_ => Guid.CreateVersion7().ToString().ToUpperInvariant()).ToArray();
        Many(people.Length, "INSERT INTO people (id, name, consented_at, consent_text, created_at) VALUES ($0, $1, $2, 1, $2)",
            i => [people[i], $"Rơ Châm H'Lan {i}", Now]);
        Many(people.Length, "INSERT INTO contact_routes (channel, address, person_id) VALUES ('telegram', $0, $1)",
            i => [Chat(i), people[i]]);
        Many(rows / 10, "INSERT INTO reservations (id, person_id, session_id, slot_id, seat, code, state, held_until, booked_at, ended_at, service, minutes) "
            + "SELECT $0, $1, session_id, id, $2, 'A1', 'Cancelled', $3, $3, $3, 'Card', 15 FROM slots WHERE id = $4",
            i => [Guid.CreateVersion7().ToString().ToUpperInvariant(), people[i % people.Length], i, Now, _slots[i % _slots.Count]]);
        Many(rows / 5, "INSERT INTO incoming_messages (channel, address, delivery_id, kind, text, received_at, state, tries) "
            + "VALUES ('telegram', $0, $1, 'Text', $2, $3, 'Handled', 1)",
            i => [Chat(i % people.Length), $"update-{i}", $"mất thẻ làm lại bao nhiêu tiền, hỏi lần {i}", Now]);
        Many(rows / 5, "INSERT INTO outgoing_messages (channel, address, kind, text, choices, keeps, priority, keeps_quiet_hours, "
            + "not_before, expires_at, created_at, state, tries, sent_at, provider_message_id) "
            + "VALUES ('telegram', $0, 'Answer', $1, '[]', 0, 0, 0, $2, $2, $2, 'Sent', 1, $2, $3)",
            i => [Chat(i % people.Length), $"Bà con làm lại thẻ căn cước bị mất thì mang theo giấy tờ tuỳ thân đến công an xã. Câu trả lời số {i}.", Now, i]);
        Many(rows / 5, "INSERT INTO chat_lines (address, is_mine, text, keeps, outgoing_id, at) VALUES ($0, 0, $1, 0, $2, $3)",
            i => [Chat(i % people.Length), $"Dạ, buổi tối ở nhà sinh hoạt cộng đồng còn chỗ, bà con chọn giờ nhé. Dòng {i}.", i, Now]);
        all.Commit();
    }

    public void Dispose() => _ledger.Dispose();

    private static string Chat(int number) => (1_000_000 + number).ToString(CultureInfo.InvariantCulture);

    private void Many(int count, string insert, Func<int, object[]> values)
    {
        using var command = _ledger.CreateCommand();
        command.CommandText = insert;
        for (var i = 0; i < count; i++)
        {
            command.Parameters.Clear();
            foreach (var (place, value) in values(i).Index())
            {
                command.Parameters.AddWithValue($"${place}", value);
            }

            command.ExecuteNonQuery();
        }
    }
}
