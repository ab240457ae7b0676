using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Cases;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Races;

/// <summary>Two officers with the same evening, or the same case, on their screens: one of them is first, and the other reads who.</summary>
public sealed class TwoOfficersTests(ITestOutputHelper output)
{
    private static readonly int Rounds = Long.IsAsked ? 1000 : Ground.IsPostgres ? 25 : 60;

    private static readonly DateTime Now = new(2026, 11, 25, 3, 0, 0, DateTimeKind.Utc);

    private static readonly (string Name, Func<EveningDesk, Session, Guid, bool> Act)[] Acts =
    [
        ("confirm", (desk, evening, officer) => desk.Confirm(evening.Id, officer, Now) is not null),
        ("call off", (desk, evening, officer) => desk.CallOff(evening.Id, officer, "mưa to", Now)),
        ("move", (desk, evening, officer) => desk.Move(
            evening.Id, evening.StartsAt, "sui", evening.StartsAt.AddMinutes(officer.ToByteArray()[0] + 1), officer, "mất điện", Now)),
        ("close", (desk, evening, officer) => desk.Close(evening.Id, officer, evening.StartsAt.AddHours(1)) is not null),
    ];

    [Fact]
    public async Task Two_do_the_same_with_one_evening_and_one_is_first_and_named()
    {
        await using var ledger = await Ledger.OpenAsync();
        // A second desk on the same ledger, as the other officer's phone may speak to another node.
        await using var other = Ground.IsPostgres ? await Ledger.OpenAsync(ground: ledger.Ground) : null;
        var (one, two) = (await OfficerAsync(ledger, "Rơ Châm Nam"), await OfficerAsync(ledger, "Kpă Thin"));
        foreach (var (name, act) in Acts)
        {
            var firsts = 0;
            for (var round = 0; round < Rounds; round++)
            {
                var evening = await EveningAsync(ledger, round);
                var won = await Task.WhenAll(
                    ledger.Gate.RunAsync<EveningDesk, bool>(desk => act(desk, evening, one.Id)),
                    (other ?? ledger).Gate.RunAsync<EveningDesk, bool>(desk => act(desk, evening, two.Id)));

                Assert.Single(won, true);
                var first = await ledger.Gate.RunAsync<EveningDesk, EveningDesk.LastHand?>(desk => desk.LastHandOf(evening.Id));
                Assert.Equal(won[0] ? one.Name : two.Name, first?.Name);
                firsts += won[0] ? 1 : 0;
                await ledger.SqlAsync($"DELETE FROM slots WHERE session_id = {evening.Id}");
                await ledger.SqlAsync($"DELETE FROM sessions WHERE id = {evening.Id}");
            }

            output.WriteLine($"{name}: the one {firsts}, the other {Rounds - firsts} of {Rounds}");
        }
    }

    [Fact]
    public async Task Two_take_one_case_or_decide_it_and_one_is_first_and_named()
    {
        await using var ledger = await Ledger.OpenAsync();
        await using var other = Ground.IsPostgres ? await Ledger.OpenAsync(ground: ledger.Ground) : null;
        var (one, two) = (await OfficerAsync(ledger, "Rơ Châm Nam"), await OfficerAsync(ledger, "Kpă Thin"));
        for (var round = 0; round < Rounds; round++)
        {
            var id = await CaseAsync(ledger);
            Func<CaseDesk, Guid, bool> act = round % 2 == 0
                ? (desk, officer) => desk.Take(id, officer)
                : (desk, officer) => desk.Decide(id, DataCaseState.Corrected, "Đã sửa.", officer, Now);
            var won = await Task.WhenAll(
                ledger.Gate.RunAsync<CaseDesk, bool>(desk => act(desk, one.Id)),
                (other ?? ledger).Gate.RunAsync<CaseDesk, bool>(desk => act(desk, two.Id)));

            Assert.Single(won, true);
            Assert.Equal(won[0] ? one.Name : two.Name, await ledger.Gate.RunAsync<CaseDesk, string?>(desk => desk.OwnerOf(id)));
        }
    }

    /// <summary>Shows that the race is one: who looks first and writes then has two winners soon.</summary>
    [Fact]
    public async Task Confirming_by_looking_first_lets_two_be_first_and_is_caught()
    {
        await using var ledger = await Ledger.OpenAsync();
        var twice = 0;
        for (var round = 0; round < 50 && twice == 0; round++)
        {
            var evening = await EveningAsync(ledger, round);
            var won = await Task.WhenAll(NaiveAsync(ledger, evening.Id), NaiveAsync(ledger, evening.Id));
            twice += won.All(first => first) ? 1 : 0;
        }

        Assert.True(twice > 0);
    }

    private static async Task<bool> NaiveAsync(Ledger ledger, long id)
    {
        var isProposed = await ledger.Gate.RunAsync<CccdDb, bool>(db => db.Sessions.AnyAsync(s => s.Id == id && s.State == SessionState.Proposed));
        if (isProposed)
        {
            await ledger.Gate.RunAsync<CccdDb>(db => db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SessionState.Confirmed)));
        }

        return isProposed;
    }

    private static async Task<Session> EveningAsync(Ledger ledger, int round)
    {
        await ledger.SlotsAsync(0, capacity: 1, Now);
        var evening = Session.Planned("sui", new DateOnly(2027, 1, 1).AddDays(round), new TimeOnly(18, 0), new TimeOnly(19, 0), TimeSpan.FromMinutes(30), 2, null);
        await ledger.Gate.RunAsync<CccdDb>(async db =>
        {
            db.Add(evening);
            await db.SaveChangesAsync();
        });
        return evening;
    }

    private static Task<Guid> CaseAsync(Ledger ledger) => ledger.Gate.RunAsync<IServiceProvider, Guid>(async pen =>
    {
        var db = (CccdDb)pen.GetService(typeof(CccdDb))!;
        var person = new Person { CreatedAt = Now };
        db.Add(person);
        await db.SaveChangesAsync();
        ((CaseDesk)pen.GetService(typeof(CaseDesk))!).Open(person.Id, "sai tên đệm", Now);
        var id = person.Id;
        return await db.DataCases.Where(c => c.PersonId == id).Select(c => c.Id).SingleAsync();
    });

    private static Task<StaffMember> OfficerAsync(Ledger ledger, string name) => ledger.Gate.RunAsync<CccdDb, StaffMember>(async db =>
    {
        var officer = new StaffMember { Since = Now, Role = Role.Officer, Name = name };
        db.Add(officer);
        await db.SaveChangesAsync();
        return officer;
    });
}
