using System.Diagnostics;
using System.Globalization;
using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CccdBot.Host.Tests.Reminding;

/// <summary>The service with its clock in our hand: Quartz ticks when we turn it, and every hour here is Vietnam's.</summary>
internal sealed class Almanac : IAsyncDisposable
{
    /// <summary>A sweep is made so often.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    /// <summary>Of the real clock, for what takes milliseconds: longer on a machine that is busy with other things.</summary>
    private static readonly TimeSpan TickTakes = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PostTakes = TimeSpan.FromMilliseconds(500);

    private readonly Ground _ground;
    private long _lastChat = 700_000;
    private RunningService? _service;
    private TickWatch? _ticks;

    private Almanac(FakeTimeProvider clock, FakeTelegram telegram, Ground ground) => (Clock, Telegram, _ground) = (clock, telegram, ground);

    public FakeTimeProvider Clock { get; }

    public FakeTelegram Telegram { get; }

    public RunningService Service => _service ?? throw new InvalidOperationException("The service is stopped.");

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>Every reminder that reached a chat: when (Vietnam's clock), whom, what.</summary>
    public IReadOnlyList<Rung> Reminders => [.. Telegram.Calls
        .Where(call => call.IsSend && call.IsAccepted && call.Text!.StartsWith("Em nhắc bà con", StringComparison.Ordinal))
        .Select(call => new Rung(VietnamTime.ToLocal(call.At.UtcDateTime), call.ChatId!.Value, call.Text!))];

    /// <param name="now">"2026-11-25 17:50:07".</param>
    public static async Task<Almanac> OpenAsync(string now)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(Utc(now), TimeSpan.Zero));
        var almanac = new Almanac(clock, await FakeTelegram.StartAsync(new FakeTelegramOptions { Clock = clock }), await Ground.NewAsync());
        await almanac.StartAsync();
        return almanac;
    }

    public static DateTime Utc(string vietnam)
    {
        var moment = DateTime.Parse(vietnam, CultureInfo.InvariantCulture);
        return VietnamTime.ToUtc(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
    }

    public async Task StartAsync()
    {
        _service = await RunningService.StartAsync(Telegram, Clock, _ground);
        _ticks = await TickWatch.OverAsync(_service.Services);
    }

    public async Task StopAsync()
    {
        await Service.DisposeAsync();
        _service = null;
    }

    /// <summary>Someone new has a seat at this hour, booked at this moment of our clock; the evening is made if there is none.</summary>
    public async Task<Guest> BookedAsync(string at, int capacity = 8) => (await BookedAsync(at, 1, capacity))[0];

    public async Task<List<Guest>> BookedAsync(string at, int howMany, int capacity)
    {
        var slot = await SlotAsync(Utc(at), capacity);
        var gate = Service.Services.GetRequiredService<WriteGate>();
        return await gate.RunAsync<IServiceProvider, List<Guest>>(async desk =>
        {
            var guests = new List<Guest>();
            for (var i = 0; i < howMany; i++)
            {
                guests.Add(await BookOneAsync(desk, slot));
            }

            return guests;
        });
    }

    /// <summary>Someone new has seats for themselves and these of their household, from this hour on.</summary>
    public async Task<(Guest Keeper, List<Guid> All)> FamilyBookedAsync(string at, params string[] others)
    {
        var slot = await SlotAsync(Utc(at), 8);
        return await Service.Services.GetRequiredService<WriteGate>().RunAsync<IServiceProvider, (Guest, List<Guid>)>(async desk =>
        {
            var (seats, household) = (desk.GetRequiredService<SeatBook>(), desk.GetRequiredService<Household>());
            var (keeper, chat) = await WelcomeAsync(desk);
            List<PersonId> family = [keeper, .. others.Select(name => household.Take(keeper, name, Now)!.Id)];
            var hold = Assert.IsType<HoldOutcome.Held>(seats.Hold(family, slot.Id, Now));
            Assert.NotNull(seats.Confirm(keeper, hold.Appointment.Id, Now));
            return (new Guest(new Citizen(Telegram, chat), keeper, hold.Appointment.Id), [.. hold.Party.Select(seat => seat.Id)]);
        });
    }

    /// <summary>Turns the clock on by and by, and lets the service do at each step what is to be done.</summary>
    public async Task GoToAsync(string vietnam, TimeSpan? step = null)
    {
        for (var goal = Utc(vietnam); Now < goal;)
        {
            var (left, stride) = (goal - Now, step ?? Tick);
            Clock.Advance(left < stride ? left : stride);
            await SettleAsync();
        }
    }

    /// <summary>Turns the clock on over hours in which nothing is to happen, then one tick more.</summary>
    public async Task JumpToAsync(string vietnam)
    {
        Clock.Advance(Utc(vietnam) - Now - Tick);
        await SettleAsync();
        await GoToAsync(vietnam);
    }

    public Task<T> InLedgerAsync<T>(Func<CccdDb, Task<T>> look) => Service.InLedgerAsync(look);

    public Task<int> TakenAsync(string at)
    {
        var startsAt = Utc(at);
        return InLedgerAsync(db => db.Slots.Where(s => s.StartsAt == startsAt && s.Session!.PlaceCode == "sui").Select(s => s.Taken).SingleAsync());
    }

    /// <summary>Lets the service do all that is due at this moment of our clock.</summary>
    private async Task SettleAsync()
    {
        await UntilAsync(() => _ticks!.HasTickedAsync(Now), TickTakes);
        await UntilAsync(HasPostedAsync, PostTakes);

        // Quartz must have begun to wait for its next tick before the clock is turned on again.
        await Task.Delay(5);
    }

    /// <summary>Nothing is on its way, and nothing waits but what the channel's budget keeps back.</summary>
    private async Task<bool> HasPostedAsync()
    {
        await using var desk = Service.Services.CreateAsyncScope();
        var things = desk.ServiceProvider;
        var telegram = things.GetServices<IChannel>().Single(channel => channel.Name == "telegram");
        return !await things.GetRequiredService<CccdDb>().OutgoingMessages.AnyAsync(m => m.State == OutgoingState.Sending)
            && (!things.GetRequiredService<Outbox>().AnyDue(telegram.Name) || things.GetRequiredService<SendPace>().RoomNow(telegram, Now).ForBulk <= 0);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan patience)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < patience && !await isSo();)
        {
            await Task.Delay(1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await StopAsync();
        }

        await Telegram.DisposeAsync();
        await _ground.DisposeAsync();
    }

    private async Task<Slot> SlotAsync(DateTime startsAt, int capacity)
    {
        var gate = Service.Services.GetRequiredService<WriteGate>();
        return await gate.RunAsync<CccdDb, Slot>(async db =>
        {
            var known = await db.Slots.AsNoTracking().FirstOrDefaultAsync(s => s.StartsAt == startsAt && s.Session!.PlaceCode == "sui");
            if (known is not null)
            {
                return known;
            }

            var session = new Session { PlaceCode = "sui", Date = VietnamTime.DateOf(startsAt), StartsAt = startsAt, EndsAt = startsAt.AddHours(1) };
            session.Slots.Add(new Slot { Letter = "A", StartsAt = startsAt, Capacity = capacity });
            db.Add(session);
            await db.SaveChangesAsync();
            return session.Slots[0];
        });
    }

    private async Task<Guest> BookOneAsync(IServiceProvider desk, Slot slot)
    {
        var seats = desk.GetRequiredService<SeatBook>();
        var (person, chat) = await WelcomeAsync(desk);
        var hold = Assert.IsType<HoldOutcome.Held>(seats.Hold(person, slot.Id, Now)).Appointment;
        Assert.NotNull(seats.Confirm(person, hold.Id, Now));
        return new Guest(new Citizen(Telegram, chat), person, hold.Id);
    }

    private async Task<(PersonId Person, long Chat)> WelcomeAsync(IServiceProvider desk)
    {
        var db = desk.GetRequiredService<CccdDb>();
        var chat = ++_lastChat;
        var person = new Person { CreatedAt = Now };
        person.CallMe("Siu Lan");
        person.Consent(Now);
        db.Add(person);
        db.Add(new ContactRoute { Channel = "telegram", Address = $"{chat}", PersonId = person.Id });
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return (person.Id, chat);
    }
}

/// <summary>Someone with a booking.</summary>
internal sealed record Guest(Citizen Citizen, PersonId Person, Guid Reservation)
{
    public long Chat => Citizen.Chat;
}

/// <summary>A reminder as it rang.</summary>
internal sealed record Rung(DateTime At, long Chat, string Text);
