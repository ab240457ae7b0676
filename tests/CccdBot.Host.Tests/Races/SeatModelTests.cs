using System.Globalization;
using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Races;

/// <summary>A seeded mix of all that can happen to seats, against a model that fits on a page.</summary>
public sealed class SeatModelTests(ITestOutputHelper output)
{
    private const int Capacity = 3;
    private const int Operations = 20_000;
    private const int Together = 100;

    private static readonly DateTime Noon = new(2026, 11, 25, 5, 0, 0, DateTimeKind.Utc);

    private readonly SeatModel _model = new(Capacity);
    private readonly Dictionary<string, int> _done = [];
    private Random _chance = new(0);
    private DateTime _now = Noon;

    [Theory]
    [InlineData(20261125)]
    public async Task Whatever_people_do_the_book_does_as_the_model_and_the_count_is_right_at_every_commit(int seed)
    {
        await using var ledger = await Ledger.OpenAsync();
        var people = await ledger.PeopleAsync(40, Noon);
        // Far enough ahead that the clock of the test never reaches them.
        var slots = (await ledger.SlotsAsync(40, Capacity, Noon, halfHours: 3))[^24..];
        _chance = new Random(seed);
        for (var done = 0; done < Operations; done += Together)
        {
            await ledger.Gate.RunAsync<IServiceProvider>(desk => Many(desk, people, slots));
            Assert.Equal(0, await WrongAsync(ledger));
            Assert.All(slots.Select(slot => slot.Id), slot => Assert.InRange(_model.Active(slot), 0, Capacity));
            _model.Tidy();
        }

        output.WriteLine($"seed {seed}: {string.Join(", ", _done.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"))}");
        Assert.True(_done.Count > 10, "Not everything was tried.");
    }

    private void Many(IServiceProvider desk, List<PersonId> people, List<Slot> slots)
    {
        var (seats, db) = (desk.GetRequiredService<SeatBook>(), desk.GetRequiredService<CccdDb>());
        for (var i = 0; i < Together; i++)
        {
            var (did, shouldBe, was) = One(seats, people[_chance.Next(people.Count)], slots[_chance.Next(slots.Count)]);
            Assert.True(shouldBe == was, $"{did} should have been {shouldBe} and was {was}.");
            _done[$"{did}: {was}"] = _done.GetValueOrDefault($"{did}: {was}") + 1;
            db.ChangeTracker.Clear();
        }
    }

    private (string Did, string ShouldBe, string Was) One(SeatBook seats, PersonId person, Slot slot)
    {
        _now = _now.AddSeconds(_chance.Next(4));
        return _chance.Next(100) switch
        {
            < 35 => Hold("hold", seats, person, slot, null),
            < 50 => Hold("move", seats, person, slot, Any(_model.Of(person, ReservationState.Booked))),
            < 80 => Confirm(seats, person),
            < 88 => End("cancel", seats.Cancel, person, ReservationState.Booked, ReservationState.Cancelled),
            < 92 => End("let go", seats.LetGo, person, ReservationState.Held, ReservationState.Lapsed),
            < 97 => Undo(seats, person),
            _ => Lapse(seats),
        };
    }

    private (string Did, string ShouldBe, string Was) Hold(string did, SeatBook seats, PersonId person, Slot slot, Guid? replaces)
    {
        var shouldBe = _model.Hold(person, slot, _now, replaces);
        var was = seats.Hold(person, slot.Id, _now, replaces);
        if (was is HoldOutcome.Held(var hold) && shouldBe == nameof(HoldOutcome.Held))
        {
            _model.Name(hold.Id);
        }

        return (did, shouldBe, was.GetType().Name);
    }

    private (string Did, string ShouldBe, string Was) Confirm(SeatBook seats, PersonId person)
    {
        var id = Any(_model.Of(person, ReservationState.Held)) ?? Any(_model.NewestOf(person)) ?? Guid.NewGuid();
        var shouldBe = _model.Confirm(id, _now);
        var was = seats.Confirm(person, id, _now) is not null;
        return ("confirm", Word(shouldBe), Word(was));
    }

    private (string Did, string ShouldBe, string Was) End(
        string did, Func<Guid, DateTime, bool> end, PersonId person, ReservationState from, ReservationState to)
    {
        var id = Any(_model.Of(person, from)) ?? Any(_model.NewestOf(person)) ?? Guid.NewGuid();
        return (did, Word(_model.End(id, from, to)), Word(end(id, _now)));
    }

    /// <summary>Cancel, and at once take that back: the same half hour again.</summary>
    private (string Did, string ShouldBe, string Was) Undo(SeatBook seats, PersonId person)
    {
        if (Any(_model.Of(person, ReservationState.Booked)) is not { } id)
        {
            return ("undo", "nothing", "nothing");
        }

        Assert.Equal(_model.End(id, ReservationState.Booked, ReservationState.Cancelled), seats.Cancel(id, _now));
        return Hold("undo", seats, person, _model.SlotOf(id), null);
    }

    private (string Did, string ShouldBe, string Was) Lapse(SeatBook seats)
    {
        _now = _now.AddMinutes(_chance.Next(6));
        var (shouldBe, was) = (_model.FreeLapsed(_now), seats.FreeLapsed(_now));
        Assert.Equal(shouldBe, was);
        return ("lapse", Word(shouldBe > 0), Word(was > 0));
    }

    private Guid? Any(List<Guid> ids) => ids.Count == 0 ? null : ids[_chance.Next(ids.Count)];

    private static string Word(bool done) => done ? "yes" : "no";

    /// <summary>Read from the file by another connection, after each commit.</summary>
    private static Task<long> WrongAsync(Ledger ledger) => ledger.CountAsync(string.Create(CultureInfo.InvariantCulture,
        $"""
        SELECT (SELECT COUNT(*) FROM slots s WHERE s.taken > {Capacity} OR s.taken <>
            (SELECT COUNT(*) FROM reservations r WHERE r.slot_id = s.id AND r.state IN ('Held', 'Booked')))
          + (SELECT COUNT(*) FROM (SELECT 1 FROM reservations WHERE state = 'Booked' GROUP BY person_id, session_id HAVING COUNT(*) > 1))
          + (SELECT COUNT(*) FROM (SELECT 1 FROM reservations WHERE state = 'Held' GROUP BY person_id HAVING COUNT(*) > 1))
          + (SELECT COUNT(*) FROM (SELECT 1 FROM reservations WHERE state IN ('Held', 'Booked') GROUP BY slot_id, seat HAVING COUNT(*) > 1))
        """));
}
