using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>What officers plan around an evening: who works there with which machines, what is done again next week, and the days on which nothing is opened.</summary>
public sealed class PlanningTests
{
    private static readonly DateOnly Saturday = new(2026, 11, 28);

    private static readonly EveningSeries OneMorning = new(
        "sui", Saturday, Saturday, [DayOfWeek.Saturday], new TimeOnly(7, 30), new TimeOnly(9, 30), 8, 4) { KeptForVillage = 2 };

    [Fact]
    public async Task An_officer_and_a_kit_that_are_to_be_in_two_places_at_once_are_named_with_the_other_place()
    {
        await using var hall = await OpenHallAsync();
        var nam = await OfficerAsync(hall, "Rơ Châm Nam");
        var here = (await OpenAsync(hall, OneMorning with { Officers = [nam], Kits = ["Bộ 1"] })).Ids.Single();
        var there = (await OpenAsync(hall, OneMorning with { PlaceCode = "dan", From = new TimeOnly(9, 0), To = new TimeOnly(11, 0), Officers = [nam], Kits = ["Bộ 1", "Bộ 2"] })).Ids.Single();
        var later = (await OpenAsync(hall, OneMorning with { PlaceCode = "dan", From = new TimeOnly(11, 0), To = new TimeOnly(12, 0), Officers = [nam], Kits = ["Bộ 2"] })).Ids.Single();

        var clashes = await hall.Do<Crew, List<Clash>>(crew => crew.ClashesOf(here));

        Assert.Equal([("Rơ Châm Nam", there), ("Bộ 1", there)], clashes.Select(clash => (clash.Who, clash.OtherId)));
        Assert.Equal([here, there], (await hall.Do<Crew, HashSet<long>>(crew => crew.Clashing(hall.Now))).Order());
        Assert.Empty(await hall.Do<Crew, List<Clash>>(crew => crew.ClashesOf(later)));
        Assert.True(await hall.AtDesk(desk => desk.CallOff(there, nam, "mưa to", hall.Now)));
        Assert.Empty(await hall.Do<Crew, List<Clash>>(crew => crew.ClashesOf(here)));
    }

    [Fact]
    public async Task An_officer_who_works_here_no_more_is_in_no_evenings_crew()
    {
        await using var hall = await OpenHallAsync();
        var (nam, chief) = (await OfficerAsync(hall, "Rơ Châm Nam"), await OfficerAsync(hall, "Kpă Thin"));
        var evening = (await OpenAsync(hall, OneMorning with { Officers = [nam, chief] })).Ids.Single();

        await hall.Ledger.Gate.RunAsync<StaffList, bool>(staff => staff.RemoveAsync(nam, hall.Now, CancellationToken.None));

        Assert.Equal(["Kpă Thin"], (await hall.Do<Crew, List<Named>>(crew => crew.OfficersOf(evening))).Select(one => one.Name));
    }

    [Fact]
    public async Task What_was_held_last_week_is_opened_again_a_week_later_with_its_hours_seats_officers_and_kits_and_twice_changes_nothing()
    {
        await using var hall = await OpenHallAsync();
        var nam = await OfficerAsync(hall, "Rơ Châm Nam");
        var held = (await OpenAsync(hall, OneMorning with { Officers = [nam], Kits = ["Bộ 1"] })).Ids.Single();
        var calledOff = (await OpenAsync(hall, OneMorning with { PlaceCode = "dan" })).Ids.Single();
        Assert.True(await hall.AtDesk(desk => desk.CallOff(calledOff, nam, "mưa to", hall.Now)));
        hall.Now = Hall.Vietnam(Saturday.AddDays(2), 8);

        var outcome = await RepeatAsync(hall);
        var again = await RepeatAsync(hall);

        Assert.Equal([Saturday.AddDays(7)], outcome.Opened);
        Assert.Equal((0, 1), (again.Opened.Count, again.InTheWay.Count));
        var (old, copy) = (await SessionAsync(hall, held), await SessionAsync(hall, outcome.Ids.Single()));
        Assert.Equal((old.StartsAt.AddDays(7), old.EndsAt.AddDays(7), "sui", 4, SessionState.Proposed), (copy.StartsAt, copy.EndsAt, copy.PlaceCode, copy.Stations, copy.State));
        Assert.Equal(
            old.Slots.OrderBy(s => s.StartsAt).Select(s => (s.Letter, s.StartsAt.AddDays(7), s.Capacity, s.KeptForVillage, s.Minutes, 0)),
            copy.Slots.OrderBy(s => s.StartsAt).Select(s => (s.Letter, s.StartsAt, s.Capacity, s.KeptForVillage, s.Minutes, s.Taken)));
        Assert.Equal([nam], (await hall.Do<Crew, List<Named>>(crew => crew.OfficersOf(copy.Id))).Select(one => one.Id));
        Assert.Equal(["Bộ 1"], await hall.Do<Crew, List<string>>(crew => crew.KitsOf(copy.Id)));
    }

    [Fact]
    public async Task An_evening_has_more_seats_or_fewer_from_now_on_and_nobody_who_has_one_loses_it()
    {
        await using var hall = await Hall.OpenAsync(evenings: 1, capacity: 3, halfHours: 2);
        foreach (var name in new[] { "Siu Lan", "Rmah Hoa" })
        {
            await hall.BookAsync(await hall.PersonAsync(name), hall.Slots[0]);
        }

        Assert.Equal(2, await hall.AtDesk(desk => desk.SetSeats(hall.Slots[0].SessionId, 1, hall.Now)));
        Assert.Equal([(2, 2), (0, 1)], await SeatsAsync(hall));
        Assert.IsType<HoldOutcome.Full>(await hall.HoldAsync(await hall.PersonAsync("Ksor Hoan"), hall.Slots[0]));
        Assert.Equal(2, await hall.AtDesk(desk => desk.SetSeats(hall.Slots[0].SessionId, 5, hall.Now)));
        Assert.Equal([(2, 5), (0, 5)], await SeatsAsync(hall));
        Assert.Equal(0, await hall.AtDesk(desk => desk.SetSeats(hall.Slots[0].SessionId, 9, hall.Slots[1].StartsAt)));
        Assert.Equal(0, await hall.WrongCountsAsync());
    }

    private static async Task<List<(int Taken, int Capacity)>> SeatsAsync(Hall hall) =>
        (await hall.Ledger.ReadAsync(db => db.Slots.AsNoTracking().OrderBy(slot => slot.StartsAt).ToListAsync())).ConvertAll(slot => (slot.Taken, slot.Capacity));

    [Fact]
    public async Task On_a_closed_day_nothing_is_opened_by_hand_by_copy_by_move_or_by_the_nightly_plan()
    {
        await using var hall = await OpenHallAsync();
        var nam = await OfficerAsync(hall, "Rơ Châm Nam");
        await CloseAsync(hall, Saturday.AddDays(7), nam);
        var held = (await OpenAsync(hall, OneMorning)).Ids.Single();

        Assert.Equal([Saturday.AddDays(7)], (await OpenAsync(hall, OneMorning with { First = Saturday.AddDays(7), Last = Saturday.AddDays(7) })).Closed);
        Assert.False(await hall.AtDesk(desk => desk.Move(held, VietnamTime.ToUtc(Saturday, OneMorning.From), "sui", VietnamTime.ToUtc(Saturday.AddDays(7), new TimeOnly(8, 0)), nam, "máy hỏng", hall.Now)));
        hall.Now = Hall.Vietnam(Saturday.AddDays(2), 8);
        Assert.Equal([Saturday.AddDays(7)], (await RepeatAsync(hall)).Closed);
        await KeepOpenAsync(hall);

        var days = await hall.Ledger.ReadAsync(db => db.Sessions.Select(s => s.Date).Distinct().ToListAsync());
        Assert.DoesNotContain(Saturday.AddDays(7), days);
        Assert.Contains(Saturday.AddDays(6), days);
        Assert.Contains(Saturday.AddDays(8), days);
    }

    private static async Task<Hall> OpenHallAsync()
    {
        var hall = await Hall.OpenAsync(evenings: 0);
        await hall.Ledger.Gate.RunAsync<CccdDb>(async db =>
        {
            db.Add(new Place { Code = "dan", Name = "Nhà sinh hoạt cộng đồng buôn Dan", ShortName = "Buôn Dan", Position = 5 });
            await db.SaveChangesAsync();
        });
        return hall;
    }

    private static Task<int> KeepOpenAsync(Hall hall) => hall.Ledger.Gate.RunAsync<CccdDb, int>(db => new EveningPlan(
        db,
        new EveningPattern([new PlaceEntry("sui", "Buôn Sui", "Sui")], new TimeOnly(18, 30), new TimeOnly(21, 0), TimeSpan.FromMinutes(30), 8, 14),
        new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(hall.Now, TimeSpan.Zero))).KeepOpenAsync(CancellationToken.None));

    private static Task CloseAsync(Hall hall, DateOnly day, Guid officer) => hall.Ledger.Gate.RunAsync<CccdDb>(async db =>
    {
        db.Add(new ClosedDay { Day = day, Why = "máy đem đi bảo trì", SetBy = officer, SetAt = hall.Now });
        await db.SaveChangesAsync();
    });

    private static Task<SeriesOutcome> OpenAsync(Hall hall, EveningSeries series) =>
        hall.Ledger.Gate.RunAsync<SeriesDesk, SeriesOutcome>(desk => desk.OpenAsync(series, hall.Now, CancellationToken.None));

    private static Task<SeriesOutcome> RepeatAsync(Hall hall) =>
        hall.Ledger.Gate.RunAsync<SeriesDesk, SeriesOutcome>(desk => desk.RepeatWeekAsync(hall.Now, CancellationToken.None));

    private static Task<Session> SessionAsync(Hall hall, long id) => hall.Ledger.ReadAsync(db => db.Sessions.AsNoTracking().Include(s => s.Slots).SingleAsync(s => s.Id == id));

    private static Task<Guid> OfficerAsync(Hall hall, string name) => hall.Ledger.Gate.RunAsync<CccdDb, Guid>(async db =>
    {
        var officer = new StaffMember { Since = hall.Now, Role = Role.Officer, Name = name };
        db.Add(officer);
        await db.SaveChangesAsync();
        return officer.Id;
    });
}
