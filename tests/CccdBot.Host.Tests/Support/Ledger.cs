using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Support;

/// <summary>The ledger alone, on a real database as it is in service, with its pen at work and no door open.</summary>
internal sealed class Ledger : IAsyncDisposable
{
    public static readonly EveningPattern Pattern = new(
        [new PlaceEntry("sui", "Nhà sinh hoạt cộng đồng buôn Sui", "Buôn Sui"), new PlaceEntry("blak", "Nhà sinh hoạt cộng đồng buôn Blăk", "Buôn Blăk")],
        new TimeOnly(18, 30), new TimeOnly(21, 0), TimeSpan.FromMinutes(30), SeatsPerSlot: 8, DaysAhead: 14);

    private readonly Ground? _own;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ServiceProvider _house;
    private Task _pen = Task.CompletedTask;

    private Ledger(Ground ground, Ground? own, TimeProvider clock)
    {
        (Ground, _own) = (ground, own);
        _house = new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock)
            .AddSingleton(new CommuneProfile { Name = "xã Ia Rmok" })
            .AddSingleton(Pattern)
            .AddRooms()
            .AddLedger(ground)
            .BuildServiceProvider(validateScopes: true);
    }

    public Ground Ground { get; }

    public IServiceProvider House => _house;

    public WriteGate Gate => _house.GetRequiredService<WriteGate>();

    /// <summary>Opens a new one, or one more desk on the <paramref name="ground"/> of another, as a second node does.</summary>
    public static async Task<Ledger> OpenAsync(TimeProvider? clock = null, bool penAtWork = true, Ground? ground = null)
    {
        var place = ground ?? await Ground.NewAsync();
        var ledger = new Ledger(place, ground is null ? place : null, clock ?? TimeProvider.System);
        if (penAtWork)
        {
            ledger.TakeUpPen();
            await ledger._house.GetRequiredService<NodeWatch>().OpenAsync();
        }

        return ledger;
    }

    public void TakeUpPen() => _pen = Task.Run(() => Gate.ServeAsync(_stopping.Token));

    /// <summary>As a stop of the service does: what was accepted is still written.</summary>
    public async Task PutDownPenAsync()
    {
        await _stopping.CancelAsync();
        await _pen;
    }

    public async Task<T> ReadAsync<T>(Func<CccdDb, Task<T>> look)
    {
        await using var desk = _house.CreateAsyncScope();
        return await look(desk.ServiceProvider.GetRequiredService<CccdDb>());
    }

    public Task SqlAsync(string sql) => Ground.SqlAsync(sql);

    /// <summary>The one number a query yields.</summary>
    public Task<long> CountAsync(string sql) => Ground.NumberAsync(sql);

    /// <summary>So many people nobody knows by name.</summary>
    public Task<List<PersonId>> PeopleAsync(int howMany, DateTime now) => Gate.RunAsync<CccdDb, List<PersonId>>(async db =>
    {
        var people = Enumerable.Range(0, howMany).Select(_ => new Person { CreatedAt = now }).ToList();
        db.AddRange(people);
        await db.SaveChangesAsync();
        return people.ConvertAll(person => person.Id);
    });

    /// <summary>Evenings of one half hour each, one a day from tomorrow on.</summary>
    public Task<List<Slot>> SlotsAsync(int howMany, int capacity, DateTime now, int halfHours = 1) => Gate.RunAsync<CccdDb, List<Slot>>(async db =>
    {
        if (!await db.Places.AnyAsync())
        {
            db.Add(new Place { Code = "sui", Name = "Nhà sinh hoạt cộng đồng buôn Sui", ShortName = "Buôn Sui", Position = 0 });
        }

        var slots = Enumerable.Range(1, howMany).SelectMany(day => Evening(VietnamTime.DateOf(now).AddDays(day), capacity, halfHours)).ToList();
        await db.SaveChangesAsync();
        return slots;

        List<Slot> Evening(DateOnly date, int seats, int count)
        {
            var starts = VietnamTime.ToUtc(date, Pattern.From);
            var evening = new Session { PlaceCode = "sui", Date = date, StartsAt = starts, EndsAt = starts.AddHours(5) };
            for (var i = 0; i < count; i++)
            {
                evening.Slots.Add(new Slot { Letter = $"{(char)('A' + i)}", StartsAt = starts.AddMinutes(30 * i), Capacity = seats });
            }

            db.Add(evening);
            return evening.Slots;
        }
    });

    public async ValueTask DisposeAsync()
    {
        await PutDownPenAsync();
        await _house.DisposeAsync();
        _stopping.Dispose();
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }
}
