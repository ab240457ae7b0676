using System.Globalization;
using CccdBot.Core.Booking;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Rosters;

/// <summary>Writes down those who were pasted in a chat, and keeps them seats where that is asked.</summary>
public sealed class RosterDesk(Statements sql, VillagerBook book, SeatBook seats, Timetable timetable)
{
    /// <summary>A village's list in one go; more belongs in a file.</summary>
    public const int MostLines = 150;

    /// <summary>How many half hours are tried for one person before the evening is said to be full.</summary>
    private const int MostTries = 12;

    /// <summary>Who of the lines is new, who stood on the list already, and what is wrong with the others.</summary>
    public Roster Take(string text, StaffMember who, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(who);
        var reader = new RosterReader(VillageNames.Read(sql), who is { Role: Role.Volunteer, Villages: [var only] } ? only : null, VietnamTime.DateOf(now).Year);
        var roster = new Roster([], [], []);
        book.Open();
        foreach (var (at, line) in text.Split('\n').Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)).Take(MostLines))
        {
            Take(reader.Read(at + 1, line), who, roster, now);
        }

        return roster;
    }

    /// <summary>Keeps each of them a seat in the next evening of their village; who is reached by nobody is kept none.</summary>
    public RosterSeats Book(IEnumerable<long> ids, StaffMember who, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(who);
        var kept = new RosterSeats([], [], [], []);
        foreach (var one in ids.Select(Find).OfType<OnList>().Where(one => who.WorksFor(one.PlaceCode)))
        {
            if (one.Phone is null && one.Carrier is null)
            {
                kept.NobodyCarries.Add(one.Name);
                continue;
            }

            var (seat, isNew) = Keep(one, now);
            (seat is null ? kept.Full : isNew ? kept.Kept : kept.Already).Add(seat is null ? one.Name : $"{one.Name}: {seat.Code}, {VietnamTime.MomentText(seat.StartsAt)}");
        }

        return kept;
    }

    private void Take(ReadLine line, StaffMember who, Roster roster, DateTime now)
    {
        if (line.Form is not { } form)
        {
            roster.Bad.Add((line.Line.Number, string.Join(' ', line.Problems)));
        }
        else if (!who.WorksFor(form.PlaceCode))
        {
            roster.Bad.Add((line.Line.Number, "Buôn này do đoàn viên khác phụ trách."));
        }
        else if (book.Add(form, null, now) is { } id)
        {
            roster.Added.Add(id);
        }
        else if (book.Find(form) is { } known && !roster.Added.Contains(known) && !roster.Known.Contains(known))
        {
            book.FillIn(known, form, now);
            roster.Known.Add(known);
        }
    }

    private (Appointment? Seat, bool IsNew) Keep(OnList one, DateTime now)
    {
        var person = book.PersonOf(one.Id, now);
        if (seats.Upcoming(person, now) is [var already, ..])
        {
            return (already, false);
        }

        foreach (var slot in timetable.Open(one.PlaceCode, now).Take(MostTries))
        {
            if (seats.Hold(person, slot.Id, now) is HoldOutcome.Held(var held))
            {
                return (seats.Confirm(person, held.Id, now), true);
            }
        }

        return (null, false);
    }

    private OnList? Find(long id) => sql.First(
        "SELECT name, place_code, phone, carrier FROM villagers WHERE id = @p0 AND left_at IS NULL",
        row => new OnList(id, row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)),
        id);

    private sealed record OnList(long Id, string Name, string PlaceCode, string? Phone, string? Carrier);
}

/// <summary>What became of pasted lines.</summary>
/// <param name="Bad">The number of the line in the message, and why.</param>
public sealed record Roster(List<long> Added, List<long> Known, List<(int Line, string Why)> Bad)
{
    /// <summary>As a button carries them.</summary>
    public string Ids => string.Join(',', Added.Concat(Known).Select(id => id.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>Who was kept a seat, and who was not and why: "Siu Lan: A3, 18h30, thứ Bảy, 05/12/2026".</summary>
public sealed record RosterSeats(List<string> Kept, List<string> Already, List<string> Full, List<string> NobodyCarries);
