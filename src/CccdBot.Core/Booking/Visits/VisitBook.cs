using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking.Visits;

/// <summary>The book of home visits: each change is a compare-and-swap on what its hand last saw, is written down, and the family is told.</summary>
public sealed class VisitBook(CccdDb db, Statements sql, FamilyPost family, DutyPost duty, HelpDesk help)
{
    /// <summary>A new request; the open one where there is one for the same person.</summary>
    public async Task<(HomeVisit Visit, bool IsNew)> AskAsync(HomeVisit asked, CancellationToken ct)
    {
        var who = asked.ForId;
        if (await db.HomeVisits.AsNoTracking().FirstOrDefaultAsync(v => v.ForId == who && VisitChange.Open.Contains(v.State), ct) is { } open)
        {
            return (open, false);
        }

        db.Add(asked);
        Note(asked, null, null);
        await db.SaveChangesAsync(ct);
        return (asked, true);
    }

    /// <summary>An officer moves a visit on, and the family is told; of two officers one is first.</summary>
    /// <param name="version">What the officer had before their eyes.</param>
    public async Task<VisitOutcome> DecideAsync(Guid id, int version, VisitChange change, Guid officer, DateTime now, CancellationToken ct)
    {
        var outcome = await ChangeAsync(id, version, change, officer, now, ct);
        if (outcome is VisitOutcome.Moved(var moved))
        {
            family.Tell(moved.PersonId, VisitTexts.Decided(moved), moved.About, now);
        }

        return outcome;
    }

    /// <summary>The family takes it back; who had set out for it is told. False when it was over already.</summary>
    public async Task<bool> WithdrawAsync(HomeVisit seen, VisitReason why, DateTime now, CancellationToken ct)
    {
        var isWithdrawn = await ChangeAsync(seen.Id, seen.Version, VisitChange.Withdraw with { Reason = why }, null, now, ct) is VisitOutcome.Moved;
        if (isWithdrawn && seen is { State: VisitState.Planned, Day: { } day })
        {
            await duty.TellAsync(VisitTexts.PlannedOneWithdrawn(day), now, ct);
        }

        return isWithdrawn;
    }

    /// <summary>The family was told by mouth; no officer needs to call them any more.</summary>
    public async Task NoteToldAsync(Guid id, DateTime now, CancellationToken ct) => await db.HomeVisits.Where(v => v.Id == id)
        .ExecuteUpdateAsync(set => set.SetProperty(v => v.ToldAt, now), ct);

    /// <summary>Those this chat has asked for and whose words are still kept, newest first.</summary>
    public Task<List<HomeVisit>> OfAsync(PersonId person, int most, CancellationToken ct) => db.HomeVisits.AsNoTracking()
        .Where(v => v.PersonId == person && v.Name != null).OrderByDescending(v => v.AskedAt).ThenByDescending(v => v.Id).Take(most).ToListAsync(ct);

    private async Task<VisitOutcome> ChangeAsync(Guid id, int version, VisitChange change, Guid? officer, DateTime now, CancellationToken ct)
    {
        var seen = await db.HomeVisits.AsNoTracking().FirstOrDefaultAsync(v => v.Id == id && v.Version == version, ct);
        if (seen is null || !VisitChange.Allows(seen.State, change.To))
        {
            return await TooLateAsync(id, ct);
        }

        if (change is { Day: { } day, Part: { } part } && !await HasRoomAsync(id, day, part, ct))
        {
            return new VisitOutcome.DayFull(day, part);
        }

        return await SwapAsync(seen, change, now, ct)
            ? new VisitOutcome.Moved(await NoteAsync(seen, officer, ct))
            : await TooLateAsync(id, ct);
    }

    private async Task<bool> SwapAsync(HomeVisit seen, VisitChange change, DateTime now, CancellationToken ct)
    {
        var (id, version, day, part) = (seen.Id, seen.Version, change.Day ?? seen.Day, change.Part ?? seen.Part);
        return await db.HomeVisits.Where(v => v.Id == id && v.Version == version).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.State, change.To).SetProperty(v => v.Because, change.Reason)
                .SetProperty(v => v.Day, day).SetProperty(v => v.Part, part)
                .SetProperty(v => v.Version, version + 1).SetProperty(v => v.ChangedAt, now),
            ct) == 1;
    }

    /// <summary>Whether the team can make one more visit then; until this piece of writing ends nobody else plans for that day.</summary>
    private async Task<bool> HasRoomAsync(Guid id, DateOnly day, VisitPart part, CancellationToken ct)
    {
        sql.Alone($"visits {day:yyyy-MM-dd}");
        var others = await db.HomeVisits.Where(v => v.Day == day && v.Id != id && v.Part != null
            && (v.State == VisitState.Planned || v.State == VisitState.Visited || v.State == VisitState.SecondVisit)).Select(v => v.Part!.Value).ToListAsync(ct);
        return others.Count < VisitDay.Most && others.Count(other => other == part) < VisitDay.MostIn(part);
    }

    private async Task<HomeVisit> NoteAsync(HomeVisit before, Guid? officer, CancellationToken ct)
    {
        var id = before.Id;
        var after = await db.HomeVisits.AsNoTracking().FirstAsync(v => v.Id == id, ct);
        Note(after, before.State, officer);
        await db.SaveChangesAsync(ct);
        return after;
    }

    private void Note(HomeVisit visit, VisitState? from, Guid? officer) => db.Add(new VisitStep
    {
        VisitId = visit.Id,
        From = from,
        To = visit.State,
        Reason = visit.Because,
        OfficerId = officer,
        At = visit.ChangedAt,
    });

    private async Task<VisitOutcome> TooLateAsync(Guid id, CancellationToken ct)
    {
        var last = await db.VisitSteps.AsNoTracking().Where(step => step.VisitId == id).OrderByDescending(step => step.Id).FirstOrDefaultAsync(ct);
        return new VisitOutcome.TooLate(last?.OfficerId is { } first ? await help.NameOfAsync(first, ct) : null);
    }
}
