using CccdBot.Core.Booking.Visits;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Visits;

/// <summary>Many sign up for one far spot at the same moment.</summary>
public sealed class TripBookTests : IAsyncLifetime
{
    private static readonly DateTime Morning = new(2026, 11, 26, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Saturday = new(2026, 11, 28);
    private static readonly FarSpot Stream = new("suoi", "Rẫy đầu suối", 10);

    private Ledger _ledger = null!;

    public async Task InitializeAsync() => _ledger = await Ledger.OpenAsync();

    public async Task DisposeAsync() => await _ledger.DisposeAsync();

    [Fact]
    public async Task With_forty_at_once_and_ten_needed_the_trip_opens_exactly_once_and_all_forty_are_counted()
    {
        await StaffChatAsync();
        var people = await _ledger.PeopleAsync(40, Morning);

        var joined = await Task.WhenAll(people.Select(person => JoinAsync(person)));

        Assert.Equal(1, joined.Count(one => one.IsOpened));
        Assert.Single(joined.Select(one => one.Trip.Id).Distinct());
        Assert.Equal((40, TripState.Open), await StandsAsync());
        Assert.Equal(0, await WrongCountsAsync());
        Assert.Equal(1, await _ledger.CountAsync("SELECT COUNT(*) FROM outgoing_messages WHERE kind = 'Duty'"));
    }

    [Fact]
    public async Task The_same_person_pressing_ten_times_is_counted_once()
    {
        var person = (await _ledger.PeopleAsync(1, Morning))[0];

        var joined = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => JoinAsync(person)));

        Assert.Equal(1, joined.Count(one => one.IsNew));
        Assert.Equal((1, TripState.Gathering), await StandsAsync());
        Assert.Equal(0, await WrongCountsAsync());
    }

    [Fact]
    public async Task Some_come_while_others_leave_and_the_count_stays_true()
    {
        var people = await _ledger.PeopleAsync(30, Morning);
        await Task.WhenAll(people.Take(15).Select(person => JoinAsync(person)));
        var seats = await _ledger.ReadAsync(db => db.TripSeats.AsNoTracking().ToListAsync());

        var leaving = seats.SelectMany(seat => new[] { LeaveAsync(seat), LeaveAsync(seat) });
        var left = Task.WhenAll(leaving);
        await Task.WhenAll(people.Skip(15).Select(person => JoinAsync(person)));

        Assert.Equal(15, (await left).Count(trip => trip is not null));
        Assert.Equal(15, (await StandsAsync()).People);
        Assert.Equal(0, await WrongCountsAsync());
    }

    [Fact]
    public async Task Nobody_takes_another_off_a_trip()
    {
        var people = await _ledger.PeopleAsync(2, Morning);
        await JoinAsync(people[0]);
        var seat = await _ledger.ReadAsync(db => db.TripSeats.AsNoTracking().SingleAsync());

        var left = await _ledger.Gate.RunAsync<TripBook, Trip?>(book => book.LeaveAsync(people[1], seat.Id, CancellationToken.None));

        Assert.Null(left);
        Assert.Equal(1, (await StandsAsync()).People);
    }

    [Fact]
    public async Task Of_two_officers_who_set_a_day_one_is_first_and_it_can_be_set_only_when_the_trip_is_open()
    {
        await JoinAsync((await _ledger.PeopleAsync(1, Morning))[0]);
        var gathering = await TripAsync();
        var tooSoon = await SetDayAsync(gathering, Saturday);
        await Task.WhenAll((await _ledger.PeopleAsync(9, Morning)).Select(person => JoinAsync(person)));
        var open = await TripAsync();

        var outcomes = await Task.WhenAll(SetDayAsync(open, Saturday), SetDayAsync(open, Saturday.AddDays(1)));

        Assert.IsType<TripOutcome.TooLate>(tooSoon);
        Assert.Single(outcomes, outcome => outcome is TripOutcome.Moved);
        Assert.Single(outcomes, outcome => outcome is TripOutcome.TooLate);
    }

    [Fact]
    public async Task After_the_officers_have_been_there_the_next_who_signs_up_begins_a_new_trip()
    {
        await Task.WhenAll((await _ledger.PeopleAsync(10, Morning)).Select(person => JoinAsync(person)));
        await SetDayAsync(await TripAsync(), Saturday);
        var planned = await TripAsync();
        await _ledger.Gate.RunAsync<TripBook, TripOutcome>(book => book.FinishAsync(planned.Id, planned.Version, Guid.NewGuid(), Morning, CancellationToken.None));

        var next = await JoinAsync((await _ledger.PeopleAsync(1, Morning))[0]);

        Assert.NotEqual(planned.Id, next.Trip.Id);
        Assert.Equal((1, TripState.Gathering), (next.Trip.People, next.Trip.State));
    }

    private Task<TripJoin> JoinAsync(PersonId person) =>
        _ledger.Gate.RunAsync<TripBook, TripJoin>(book => book.JoinAsync(Stream, person, person, "Siu Lan", Morning, CancellationToken.None));

    private Task<Trip?> LeaveAsync(TripSeat seat) =>
        _ledger.Gate.RunAsync<TripBook, Trip?>(book => book.LeaveAsync(seat.PersonId, seat.Id, CancellationToken.None));

    private Task<TripOutcome> SetDayAsync(Trip seen, DateOnly day) => _ledger.Gate.RunAsync<TripBook, TripOutcome>(
        book => book.SetDayAsync(seen.Id, seen.Version, day, Guid.NewGuid(), Morning, CancellationToken.None));

    private Task<Trip> TripAsync() => _ledger.ReadAsync(db => db.Trips.AsNoTracking().SingleAsync());

    private async Task<(int People, TripState State)> StandsAsync() => await TripAsync() is var trip ? (trip.People, trip.State) : default;

    /// <summary>Trips on which more or fewer are counted than have signed up.</summary>
    private Task<long> WrongCountsAsync() => _ledger.CountAsync(
        "SELECT COUNT(*) FROM trips t WHERE t.people <> (SELECT COUNT(*) FROM trip_seats s WHERE s.trip_id = t.id AND s.state <> 'Left')");

    private Task StaffChatAsync() => _ledger.Gate.RunAsync<CccdDb>(async db =>
    {
        var officer = new StaffMember { Since = Morning };
        db.Add(officer);
        db.Add(new StaffChat { Channel = "telegram", Address = "7", StaffId = officer.Id, Since = Morning });
        await db.SaveChangesAsync();
    });
}
