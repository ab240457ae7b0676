using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Core.Booking.Cases;

/// <summary>Cases of wrong data: opened by a citizen, taken and decided by an officer; of two at once one is first.</summary>
public sealed class CaseDesk(Statements sql, Reach reach, Outbox outbox)
{
    /// <summary>Opens a case, or writes the newer words into the one that is open; returns until when it is answered.</summary>
    public DateTime Open(PersonId person, string claim, DateTime now)
    {
        if (sql.Execute("UPDATE data_cases SET claim = @p1 WHERE person_id = @p0 AND state = 'Open'", person.Value, claim) == 0)
        {
            sql.Execute(
                "INSERT INTO data_cases (id, person_id, claim, state, opened_at, due_at) VALUES (@p0, @p1, @p2, 'Open', @p3, @p4) ON CONFLICT DO NOTHING",
                Guid.CreateVersion7(),
                person.Value,
                claim,
                now,
                now + DataCase.AnsweredWithin);
        }

        return DueOf(person)!.Value;
    }

    /// <summary>Until when an officer owes this person an answer; null when no case is open.</summary>
    public DateTime? DueOf(PersonId person) => sql.All(
        "SELECT due_at FROM data_cases WHERE person_id = @p0 AND state = 'Open'", row => UtcTime.Read(row.GetDateTime(0)), person.Value) is [var due] ? due : null;

    public bool Withdraw(PersonId person, DateTime now) =>
        sql.Execute("UPDATE data_cases SET state = 'Withdrawn', decided_at = @p1 WHERE person_id = @p0 AND state = 'Open'", person.Value, now) == 1;

    /// <summary>This officer answers for it from now on; false when another does, or it was decided.</summary>
    public bool Take(Guid id, Guid officer) => sql.Execute(
        "UPDATE data_cases SET officer_id = @p1 WHERE id = @p0 AND state = 'Open' AND (officer_id IS NULL OR officer_id = @p1)", id, officer) == 1;

    /// <summary>Who answers for it, by name; null when nobody does, or they told no name.</summary>
    public string? OwnerOf(Guid id) => sql.First(
        "SELECT o.name FROM data_cases c JOIN staff_members o ON o.id = c.officer_id WHERE c.id = @p0 AND o.name IS NOT NULL", row => row.GetString(0), id);

    /// <summary>The decision, told to the person in the officer's words; false when someone else has decided or taken it.</summary>
    public bool Decide(Guid id, DataCaseState decision, string answer, Guid officer, DateTime now)
    {
        if (sql.Execute(
            "UPDATE data_cases SET state = @p1, answer = @p2, officer_id = @p3, decided_at = @p4 "
            + "WHERE id = @p0 AND state = 'Open' AND (officer_id IS NULL OR officer_id = @p3)",
            id,
            decision,
            answer,
            officer,
            now) == 0)
        {
            return false;
        }

        var person = new PersonId(sql.All("SELECT person_id FROM data_cases WHERE id = @p0", row => row.GetGuid(0), id)[0]);
        if (reach.Of(person) is { } chat)
        {
            outbox.Add(OutgoingMessage.For(chat, MessageKind.FromStaff, CasesTexts.Decided(decision, answer), now));
        }

        return true;
    }

    /// <summary>What the person said goes; that there was a case stays.</summary>
    public void Forget(PersonId person, DateTime now)
    {
        Withdraw(person, now);
        sql.Execute("UPDATE data_cases SET claim = '', answer = NULL WHERE person_id = @p0", person.Value);
    }
}
