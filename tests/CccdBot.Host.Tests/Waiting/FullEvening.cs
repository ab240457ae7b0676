using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Waiting;

/// <summary>One half hour on Friday 27/11 at 18h30 with every seat booked, and a line before it; the clock is a number in our hand.</summary>
internal sealed class FullEvening : IAsyncDisposable
{
    private int _people;
    private List<(PersonId Person, Guid Id)> _booked = [];

    private FullEvening(Ledger ledger) => Ledger = ledger;

    public Ledger Ledger { get; }

    public Slot Slot { get; private set; } = null!;

    public DateTime Now { get; set; } = Vietnam("2026-11-26 08:00");

    public static async Task<FullEvening> OpenAsync(int capacity = 3)
    {
        var evening = new FullEvening(await Ledger.OpenAsync());
        evening.Slot = (await evening.Ledger.SlotsAsync(1, capacity, evening.Now))[0];
        var people = await evening.Ledger.PeopleAsync(capacity, evening.Now);
        evening._booked = await evening.Ledger.Gate.RunAsync<SeatBook, List<(PersonId, Guid)>>(seats => people.ConvertAll(person => (person, Book(seats, person, evening))));
        return evening;
    }

    public static DateTime Vietnam(string moment)
    {
        var local = DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        return VietnamTime.ToUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    /// <summary>Someone with a chat comes into the line.</summary>
    public async Task<PersonId> JoinsAsync(WaitingPriority priority = WaitingPriority.None, WishService? service = null)
    {
        var chat = $"{++_people}";
        Now = Now.AddSeconds(1);
        return await Ledger.Gate.RunAsync<IServiceProvider, PersonId>(async desk =>
        {
            var db = (CccdDb)desk.GetService(typeof(CccdDb))!;
            var person = new Person { CreatedAt = Now };
            db.Add(person);
            db.Add(new ContactRoute { Channel = "telegram", Address = chat, PersonId = person.Id });
            await db.SaveChangesAsync();
            Assert.True(((WaitingLine)desk.GetService(typeof(WaitingLine))!).Join(person.Id, [person.Id], Slot.SessionId, null, priority, Now, service));
            return person.Id;
        });
    }

    /// <summary>So many of one household come into the line together; the first has the chat.</summary>
    public async Task<List<PersonId>> FamilyJoinsAsync(int people)
    {
        var chat = $"{++_people}";
        Now = Now.AddSeconds(1);
        return await Ledger.Gate.RunAsync<IServiceProvider, List<PersonId>>(async desk =>
        {
            var db = (CccdDb)desk.GetService(typeof(CccdDb))!;
            var keeper = new Person { CreatedAt = Now };
            db.Add(keeper);
            db.Add(new ContactRoute { Channel = "telegram", Address = chat, PersonId = keeper.Id });
            await db.SaveChangesAsync();
            var household = (Household)desk.GetService(typeof(Household))!;
            List<PersonId> family = [keeper.Id, .. Enumerable.Range(2, people - 1).Select(one => household.Take(keeper.Id, $"Người {one}", Now)!.Id)];
            Assert.True(((WaitingLine)desk.GetService(typeof(WaitingLine))!).Join(keeper.Id, family, Slot.SessionId, null, WaitingPriority.None, Now));
            return family;
        });
    }

    /// <summary>Where the places in the line of these people stand, in the order of the names.</summary>
    public async Task<List<WaitingState>> StatesAsync(List<PersonId> family)
    {
        var entries = await Ledger.ReadAsync(db => db.WaitingEntries.AsNoTracking().Where(e => family.Contains(e.ForId)).ToListAsync());
        return family.ConvertAll(one => entries.Single(entry => entry.ForId == one).State);
    }

    public async Task FreesAsync(int seats = 1)
    {
        foreach (var (_, id) in _booked.Take(seats))
        {
            Assert.True(await Ledger.Gate.RunAsync<SeatBook, bool>(book => book.Cancel(id, Doing.OfService(StepReason.CannotCome), Now)));
        }

        _booked = _booked[seats..];
    }

    public IReadOnlyList<Guid> Booked => [.. _booked.Select(one => one.Id)];

    public async Task<int> HandsOnAsync() => (await Ledger.Gate.RunAsync<SeatOffers, (int Offered, bool)>(offers => offers.HandOn(Now))).Offered;

    public async Task<int> HandsOnAtAsync(string moment)
    {
        Now = Vietnam(moment);
        return await HandsOnAsync();
    }

    /// <summary>Who has an offer now, in the order of the offers.</summary>
    public Task<List<PersonId>> OfferedAsync() =>
        Ledger.ReadAsync(db => db.WaitingEntries.Where(e => e.State == WaitingState.Offered).OrderBy(e => e.ReservationId).Select(e => e.PersonId).ToListAsync());

    public async Task<WaitingEntry> EntryAsync(PersonId person) => await Ledger.ReadAsync(db => db.WaitingEntries.AsNoTracking().SingleAsync(e => e.PersonId == person));

    public async Task<WaitingState> StateAsync(PersonId person) => (await EntryAsync(person)).State;

    /// <summary>Why someone was moved, from the first step to the last.</summary>
    public async Task<List<WaitingReason>> WhyAsync(PersonId person)
    {
        var id = (await EntryAsync(person)).Id;
        return await Ledger.ReadAsync(db => db.WaitingSteps.Where(step => step.EntryId == id).OrderBy(step => step.Id).Select(step => step.Reason).ToListAsync());
    }

    public async Task<DateTime> HeldUntilAsync(PersonId person)
    {
        var hold = (await EntryAsync(person)).ReservationId;
        return await Ledger.ReadAsync(db => db.Reservations.Where(r => r.Id == hold).Select(r => r.HeldUntil).SingleAsync());
    }

    public Task<List<OutgoingMessage>> MessagesAsync() =>
        Ledger.ReadAsync(db => db.OutgoingMessages.AsNoTracking().Where(m => m.Kind == MessageKind.Offer).OrderBy(m => m.Id).ToListAsync());

    /// <summary>Half hours in which more or fewer seats are counted than are held and booked, or more than there are.</summary>
    public Task<long> WrongCountsAsync() => Ledger.CountAsync(
        "SELECT COUNT(*) FROM slots s WHERE s.taken > s.capacity OR "
        + $"(SELECT COUNT(*) FROM reservations r WHERE r.slot_id = s.id AND r.state IN {ReservationLife.Seated}) <> s.taken");

    public ValueTask DisposeAsync() => Ledger.DisposeAsync();

    private static Guid Book(SeatBook seats, PersonId person, FullEvening evening)
    {
        var hold = Assert.IsType<HoldOutcome.Held>(seats.Hold(person, evening.Slot.Id, evening.Now)).Appointment;
        return seats.Confirm(person, hold.Id, evening.Now)!.Id;
    }
}
