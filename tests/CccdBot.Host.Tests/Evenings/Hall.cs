using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>A hall with one evening after the other, people who book there and an officer; the clock is a number in our hand.</summary>
internal sealed class Hall : IAsyncDisposable
{
    private int _chats;

    private Hall(Ledger ledger) => Ledger = ledger;

    public Ledger Ledger { get; }

    /// <summary>The first half hours of the evenings, tomorrow's first.</summary>
    public List<Slot> Slots { get; private set; } = [];

    public Guid Officer { get; } = Guid.NewGuid();

    public DateTime Now { get; set; } = Vietnam(new DateOnly(2026, 11, 26), 8);

    public static async Task<Hall> OpenAsync(int evenings = 4, int capacity = 3, int halfHours = 1)
    {
        var hall = new Hall(await Ledger.OpenAsync());
        hall.Slots = [.. (await hall.Ledger.SlotsAsync(evenings, capacity, hall.Now, halfHours)).OrderBy(slot => slot.StartsAt)];
        return hall;
    }

    public static DateTime Vietnam(DateOnly day, int hour) => VietnamTime.ToUtc(day, new TimeOnly(hour, 0));

    /// <summary>Someone with a name, and a chat unless they have none.</summary>
    public Task<PersonId> PersonAsync(string name = "Siu Lan", bool hasChat = true) => Ledger.Gate.RunAsync<CccdDb, PersonId>(async db =>
    {
        var person = new Person { CreatedAt = Now };
        person.CallMe(name);
        person.Consent(Now);
        db.Add(person);
        if (hasChat)
        {
            db.Add(new ContactRoute { Channel = "telegram", Address = $"{Interlocked.Increment(ref _chats)}", PersonId = person.Id });
        }

        await db.SaveChangesAsync();
        return person.Id;
    });

    public Task<HoldOutcome> HoldAsync(PersonId person, Slot slot, WishService service = WishService.Card) =>
        Do<SeatBook, HoldOutcome>(seats => seats.Hold([person], slot.Id, Now, service: service));

    public async Task<Guid> BookAsync(PersonId person, Slot slot)
    {
        var hold = Assert.IsType<HoldOutcome.Held>(await HoldAsync(person, slot)).Appointment;
        return (await Do<SeatBook, Appointment?>(seats => seats.Confirm(person, hold.Id, Now)))!.Id;
    }

    public Task<T> Do<TClerk, T>(Func<TClerk, T> work) where TClerk : notnull => Ledger.Gate.RunAsync(work);

    public Task<T> AtDesk<T>(Func<EveningDesk, T> work) => Do(work);

    public async Task CallOffAsync(Slot slot, string why = "mưa to")
    {
        Assert.True(await AtDesk(desk => desk.CallOff(slot.SessionId, Officer, why, Now)));
        await SeeToDisplacedAsync();
    }

    public async Task SeeToDisplacedAsync()
    {
        while ((await Do<Displacing, (int Seen, bool MayBeMore)>(displacing => displacing.OfferOthers(Now))).MayBeMore)
        {
        }
    }

    public Task<ReservationState> StateAsync(Guid id) => Ledger.ReadAsync(db => db.Reservations.Where(r => r.Id == id).Select(r => r.State).SingleAsync());

    public Task<List<DisplacedBooking>> DisplacedAsync() => Ledger.ReadAsync(db => db.DisplacedBookings.AsNoTracking().OrderBy(d => d.ReservationId).ToListAsync());

    public Task<List<DisplacedOutcome>> OutcomesAsync() => Ledger.ReadAsync(db => db.DisplacedBookings.OrderBy(d => d.ReservationId).Select(d => d.Outcome).ToListAsync());

    public Task<List<OutgoingMessage>> ToldAsync(MessageKind kind = MessageKind.Change) =>
        Ledger.ReadAsync(db => db.OutgoingMessages.AsNoTracking().Where(m => m.Kind == kind).OrderBy(m => m.Id).ToListAsync());

    public Task<int> OpenCallsAsync() => Ledger.ReadAsync(db => db.CallTasks.CountAsync(task => task.DoneAt == null));

    public Task<long> WrongCountsAsync() => Ledger.CountAsync(
        "SELECT COUNT(*) FROM slots s WHERE s.taken > s.capacity OR s.minutes_taken <> (SELECT COALESCE(SUM(r.minutes), 0) FROM reservations r "
        + $"WHERE r.slot_id = s.id AND r.state IN {ReservationLife.Seated}) OR "
        + $"(SELECT COUNT(*) FROM reservations r WHERE r.slot_id = s.id AND r.state IN {ReservationLife.Seated}) <> s.taken");

    public ValueTask DisposeAsync() => Ledger.DisposeAsync();
}
