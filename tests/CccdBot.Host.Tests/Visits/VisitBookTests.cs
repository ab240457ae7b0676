using CccdBot.Core.Booking.Visits;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Visits;

/// <summary>Who may move a home visit where, how many fit into a day, and what is written down.</summary>
public sealed class VisitBookTests : IAsyncLifetime
{
    private static readonly DateTime Morning = new(2026, 11, 26, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Saturday = new(2026, 11, 28);

    private Ledger _ledger = null!;

    public async Task InitializeAsync() => _ledger = await Ledger.OpenAsync();

    public async Task DisposeAsync() => await _ledger.DisposeAsync();

    [Fact]
    public void Each_visit_takes_three_quarters_of_an_hour_and_a_day_ends_at_five()
    {
        Assert.True(VisitDay.Lasts >= TimeSpan.FromMinutes(45));
        Assert.Equal((4, 4, 2, 8), (VisitDay.MostIn(VisitPart.Morning), VisitDay.MostIn(VisitPart.Afternoon), VisitDay.MostIn(VisitPart.Evening), VisitDay.Most));
        Assert.All(Enum.GetValues<VisitPart>(), part =>
        {
            var (from, to) = VisitDay.HoursOf(part);
            Assert.True(VisitDay.MostIn(part) * VisitDay.Lasts <= to - from);
        });
    }

    [Fact]
    public async Task Of_two_officers_who_press_at_once_one_is_first_and_the_other_hears_who()
    {
        var (hai, mai) = (await OfficerAsync("Anh Hải"), await OfficerAsync("Chị Mai"));
        var visits = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskedAsync()));

        var pairs = await Task.WhenAll(visits.Select(visit => Task.WhenAll(
            DecideAsync(visit, VisitChange.Accept, hai), DecideAsync(visit, VisitChange.Refuse(VisitReason.NoTeamNow), mai))));

        foreach (var (visit, outcomes) in visits.Zip(pairs))
        {
            var late = Assert.IsType<VisitOutcome.TooLate>(Assert.Single(outcomes, outcome => outcome is not VisitOutcome.Moved));
            var isHaisTurn = outcomes[0] is VisitOutcome.Moved;
            Assert.Equal(isHaisTurn ? "Anh Hải" : "Chị Mai", late.By);
            Assert.Equal(isHaisTurn ? VisitState.Accepted : VisitState.Refused, (await FindAsync(visit.Id)).State);
        }

        Assert.Equal(2 * visits.Length, await _ledger.CountAsync("SELECT COUNT(*) FROM visit_steps"));
    }

    [Fact]
    public async Task Who_plans_by_a_page_that_is_no_longer_true_moves_nothing()
    {
        var planned = await PlannedAsync(Saturday, VisitPart.Morning);
        await DecideAsync(planned, VisitChange.Plan(Saturday, VisitPart.Afternoon), await OfficerAsync("Anh Hải"));

        var late = await DecideAsync(planned, VisitChange.Plan(Saturday.AddDays(1), VisitPart.Morning), Guid.NewGuid());

        Assert.Equal("Anh Hải", Assert.IsType<VisitOutcome.TooLate>(late).By);
        Assert.Equal((Saturday, VisitPart.Afternoon), await DayOfAsync(planned.Id));
    }

    [Theory]
    [InlineData(VisitState.Asked, "Accepted Refused Withdrawn")]
    [InlineData(VisitState.Accepted, "Planned Refused Withdrawn")]
    [InlineData(VisitState.Planned, "Planned Refused SecondVisit Visited Withdrawn")]
    [InlineData(VisitState.SecondVisit, "Planned Refused Withdrawn")]
    [InlineData(VisitState.Visited, "")]
    [InlineData(VisitState.Withdrawn, "")]
    [InlineData(VisitState.Refused, "")]
    public async Task From_each_state_only_these_can_be_reached(VisitState from, string expected)
    {
        var reached = new List<string>();
        foreach (var to in Enum.GetValues<VisitState>())
        {
            var visit = await AskedAsync();
            await _ledger.Gate.RunAsync<CccdDb>(db => db.HomeVisits.Where(v => v.Id == visit.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.State, from).SetProperty(v => v.Day, Saturday).SetProperty(v => v.Part, VisitPart.Evening)));
            var change = to == VisitState.Planned ? VisitChange.Plan(new DateOnly(2027, 1, 4).AddDays(reached.Count), VisitPart.Morning) : new VisitChange(to, VisitReason.Done);
            if (await DecideAsync(visit, change, Guid.NewGuid()) is VisitOutcome.Moved(var moved))
            {
                Assert.Equal(to, moved.State);
                reached.Add($"{to}");
            }
        }

        Assert.Equal(expected, string.Join(' ', reached.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Of_twelve_planned_at_once_for_one_morning_as_many_stay_as_the_team_can_visit()
    {
        var visits = new List<HomeVisit>();
        for (var i = 0; i < 12; i++)
        {
            visits.Add(await AcceptedAsync());
        }

        var outcomes = await Task.WhenAll(visits.Select(visit => DecideAsync(visit, VisitChange.Plan(Saturday, VisitPart.Morning), Guid.NewGuid())));

        Assert.Equal(VisitDay.MostIn(VisitPart.Morning), outcomes.Count(outcome => outcome is VisitOutcome.Moved));
        Assert.Equal(12 - VisitDay.MostIn(VisitPart.Morning), outcomes.Count(outcome => outcome is VisitOutcome.DayFull));
        Assert.Equal(VisitDay.MostIn(VisitPart.Morning), await _ledger.CountAsync("SELECT COUNT(*) FROM home_visits WHERE state = 'Planned'"));
    }

    [Fact]
    public async Task A_day_holds_no_more_than_fit_between_eight_and_five_though_the_evening_has_room()
    {
        foreach (var part in new[] { VisitPart.Morning, VisitPart.Afternoon })
        {
            for (var i = 0; i < VisitDay.MostIn(part); i++)
            {
                await PlannedAsync(Saturday, part);
            }
        }

        var evening = await DecideAsync(await AcceptedAsync(), VisitChange.Plan(Saturday, VisitPart.Evening), Guid.NewGuid());
        var sunday = await DecideAsync(await AcceptedAsync(), VisitChange.Plan(Saturday.AddDays(1), VisitPart.Evening), Guid.NewGuid());

        Assert.Equal(new VisitOutcome.DayFull(Saturday, VisitPart.Evening), evening);
        Assert.IsType<VisitOutcome.Moved>(sunday);
    }

    [Fact]
    public async Task In_a_full_morning_one_of_its_own_may_be_set_to_the_same_morning_again_and_one_taken_back_makes_room()
    {
        var mornings = new List<HomeVisit>();
        for (var i = 0; i < VisitDay.MostIn(VisitPart.Morning); i++)
        {
            mornings.Add(await PlannedAsync(Saturday, VisitPart.Morning));
        }

        var again = await DecideAsync(mornings[0], VisitChange.Plan(Saturday, VisitPart.Morning), Guid.NewGuid());
        await _ledger.Gate.RunAsync<VisitBook, bool>(book => book.WithdrawAsync(mornings[1], VisitReason.WentAway, Morning, CancellationToken.None));
        var next = await DecideAsync(await AcceptedAsync(), VisitChange.Plan(Saturday, VisitPart.Morning), Guid.NewGuid());

        Assert.IsType<VisitOutcome.Moved>(again);
        Assert.IsType<VisitOutcome.Moved>(next);
    }

    [Fact]
    public async Task Every_step_keeps_who_when_and_why_and_nobody_can_rewrite_it()
    {
        var hai = await OfficerAsync("Anh Hải");
        var visit = await AskedAsync();
        await DecideAsync(visit, VisitChange.Accept, hai);
        await DecideAsync(await FindAsync(visit.Id), VisitChange.Plan(Saturday, VisitPart.Morning), hai);
        await DecideAsync(await FindAsync(visit.Id), VisitChange.ComeAgain, hai);
        await _ledger.Gate.RunAsync<VisitBook, bool>(async book =>
            await book.WithdrawAsync((await book.OfAsync(visit.PersonId, 1, CancellationToken.None))[0], VisitReason.WentAway, Morning, CancellationToken.None));

        var steps = await _ledger.ReadAsync(db => db.VisitSteps.AsNoTracking().OrderBy(step => step.Id).ToListAsync());

        Assert.Equal(
            [VisitReason.Asked, VisitReason.TakenUp, VisitReason.DaySet, VisitReason.NotFinished, VisitReason.WentAway], steps.Select(step => step.Reason));
        Assert.Equal([null, VisitState.Asked, VisitState.Accepted, VisitState.Planned, VisitState.SecondVisit], steps.Select(step => step.From));
        Assert.Equal([null, hai, hai, hai, null], steps.Select(step => step.OfficerId));
        Assert.All(steps, step => Assert.Equal(Morning, step.At));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _ledger.SqlAsync("UPDATE visit_steps SET reason = 'Done'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _ledger.SqlAsync("DELETE FROM visit_steps"));
    }

    [Fact]
    public async Task One_person_has_one_open_request_and_after_its_end_may_ask_again()
    {
        var first = await AskedAsync();

        var (same, isNew) = await AskAsync(first.PersonId);
        await DecideAsync(first, VisitChange.Refuse(VisitReason.TooIll), Guid.NewGuid());
        var (_, isNewLater) = await AskAsync(first.PersonId);

        Assert.Equal((first.Id, false, true), (same.Id, isNew, isNewLater));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _ledger.SqlAsync(
            "UPDATE home_visits SET state = 'Asked'"));
    }

    [Fact]
    public async Task Thirty_days_after_the_end_names_and_words_go_and_those_still_open_stay()
    {
        var (over, open) = (await AskedAsync(), await AskedAsync());
        await DecideAsync(over, VisitChange.Refuse(VisitReason.TooIll), Guid.NewGuid());

        await ClearAsync(Morning.AddDays(29));
        var before = await FindAsync(over.Id);
        await ClearAsync(Morning.AddDays(31));

        Assert.Equal("Mẹ", before.Name);
        Assert.Equal((null, null, ""), await _ledger.ReadAsync(async db => await db.HomeVisits.Where(v => v.Id == over.Id).Select(v => new ValueTuple<string?, string?, string>(v.Name, v.Home, v.GoodDays)).SingleAsync()));
        Assert.Equal("Mẹ", (await FindAsync(open.Id)).Name);
    }

    private Task<int> ClearAsync(DateTime now) => _ledger.Gate.RunAsync<IEnumerable<IClearsOld>, int>(async rooms =>
    {
        var cleared = 0;
        foreach (var room in rooms)
        {
            cleared += await room.ClearAsync(now, CancellationToken.None);
        }

        return cleared;
    });

    private async Task<HomeVisit> AskedAsync() => (await AskAsync((await _ledger.PeopleAsync(1, Morning))[0])).Visit;

    private async Task<HomeVisit> AcceptedAsync()
    {
        var visit = await AskedAsync();
        return Assert.IsType<VisitOutcome.Moved>(await DecideAsync(visit, VisitChange.Accept, Guid.NewGuid())).Visit;
    }

    private async Task<HomeVisit> PlannedAsync(DateOnly day, VisitPart part) =>
        Assert.IsType<VisitOutcome.Moved>(await DecideAsync(await AcceptedAsync(), VisitChange.Plan(day, part), Guid.NewGuid())).Visit;

    private Task<(HomeVisit Visit, bool IsNew)> AskAsync(PersonId person) => _ledger.Gate.RunAsync<VisitBook, (HomeVisit, bool)>(book => book.AskAsync(
        new HomeVisit
        {
            PersonId = person,
            ForId = person,
            Name = "Mẹ",
            Need = VisitNeed.Old,
            Home = "cuối buôn Sui",
            GoodDays = "",
            State = VisitState.Asked,
            Because = VisitReason.Asked,
            Version = 1,
            AskedAt = Morning,
            ChangedAt = Morning,
        },
        CancellationToken.None));

    private Task<VisitOutcome> DecideAsync(HomeVisit seen, VisitChange change, Guid officer) => _ledger.Gate.RunAsync<VisitBook, VisitOutcome>(
        book => book.DecideAsync(seen.Id, seen.Version, change, officer, Morning, CancellationToken.None));

    private Task<Guid> OfficerAsync(string name) => _ledger.Gate.RunAsync<CccdDb, Guid>(async db =>
    {
        var officer = new StaffMember { Since = Morning };
        db.Add(officer);
        await db.SaveChangesAsync();
        await db.StaffMembers.Where(s => s.Id == officer.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Name, name));
        return officer.Id;
    });

    private Task<HomeVisit> FindAsync(Guid id) => _ledger.ReadAsync(db => db.HomeVisits.AsNoTracking().SingleAsync(v => v.Id == id));

    private async Task<(DateOnly, VisitPart)> DayOfAsync(Guid id) => await FindAsync(id) is { Day: { } day, Part: { } part } ? (day, part) : default;
}
