using System.Diagnostics;
using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using CccdBot.Host.Tests.Support;

namespace CccdBot.Host.Tests.Races.Model;

/// <summary>A small village with three evenings ahead, in which anything can be played and nothing is kept.</summary>
internal sealed class ModelVillage
{
    private const int LooksEvery = 10;

    private static readonly DateTime Noon = VietnamTime.ToUtc(new DateOnly(2026, 11, 26), new TimeOnly(12, 0));

    private readonly Ledger _ledger;
    private readonly IReadOnlyList<Comer> _people;
    private readonly SortedDictionary<string, int> _done = new(StringComparer.Ordinal);
    private readonly long _since = Stopwatch.GetTimestamp();
    private int _deeds;

    private ModelVillage(Ledger ledger, IReadOnlyList<Comer> people) => (_ledger, _people) = (ledger, people);

    /// <summary>How many different things came of different deeds.</summary>
    public int Kinds => _done.Count;

    public static async Task<ModelVillage> OpenAsync(Ledger ledger)
    {
        var village = new ModelVillage(ledger, People());
        await ledger.Gate.RunAsync<CccdDb>(async db =>
        {
            db.AddRange(new Place { Code = "sui", Name = "Nhà sinh hoạt cộng đồng buôn Sui", ShortName = "Buôn Sui", Position = 0 },
                new Place { Code = "blak", Name = "Nhà sinh hoạt cộng đồng buôn Blăk", ShortName = "Buôn Blăk", Position = 1 });
            db.AddRange(village._people.Select(Known));
            db.AddRange(village._people.Where(one => one is { Keeper: null, HasChat: true })
                .Select(one => new ContactRoute { Channel = "telegram", Address = one.Name, PersonId = one.Id }));
            db.AddRange(Evenings().Select(Planned));
            await db.SaveChangesAsync();
        });
        return village;
    }

    /// <summary>Plays it in one piece of writing that is then undone: how it went, where something went wrong; else null.</summary>
    public string? Play(IReadOnlyList<Deed> deeds)
    {
        var end = Assert.Throws<CurtainException>(() => _ledger.Gate.RunAsync<IServiceProvider>(desk => Play(deeds, desk)).GetAwaiter().GetResult());
        return end.Wrong ? end.Message : null;
    }

    /// <summary>As few of them as will do: left out in halves, in quarters, and at last one by one, until none can be spared.</summary>
    public List<Deed> Shrink(List<Deed> deeds)
    {
        var size = deeds.Count;
        while (size > 0)
        {
            var before = deeds.Count;
            for (var at = deeds.Count - size; at >= 0; at -= size)
            {
                var fewer = deeds.Take(at).Concat(deeds.Skip(at + size)).ToList();
                deeds = Play(fewer) is null ? deeds : fewer;
            }

            size = size > 1 ? size / 2 : deeds.Count < before ? 1 : 0;
        }

        return deeds;
    }

    public string Tally() =>
        $"{_deeds} deeds, {_deeds / Stopwatch.GetElapsedTime(_since).TotalSeconds:0} a second\n{string.Join('\n', _done.Select(pair => $"{pair.Value,7} {pair.Key}"))}";

    private void Play(IReadOnlyList<Deed> deeds, IServiceProvider desk)
    {
        var scene = new Scene(new SeatModel(_people, Evenings(), Noon), desk);
        var story = new List<string>();
        try
        {
            foreach (var (nth, deed) in deeds.Index())
            {
                Play(deed, scene, story, isLooked: nth % LooksEvery == 0 || nth == deeds.Count - 1);
            }
        }
#pragma warning disable CA1031 // whatever it is, it belongs to the story
        catch (Exception wrong)
#pragma warning restore CA1031
        {
            throw new CurtainException($"{string.Join('\n', story)}\n=> {wrong.Message} {wrong.InnerException?.Message}") { Wrong = true };
        }

        throw new CurtainException("All went well.");
    }

    private void Play(Deed deed, Scene scene, List<string> story, bool isLooked)
    {
        // Never two in the same moment: who came first is then no question.
        scene.Model.Now = scene.Now.AddSeconds(1);
        story.Add($"{VietnamTime.ToLocal(scene.Now):d/M HH:mm:ss} {deed}");
        var (did, shouldBe, was) = deed.Do(scene);
        story[^1] = $"{VietnamTime.ToLocal(scene.Now):d/M HH:mm:ss} {did}: {was}";
        _deeds++;
        var key = $"{deed.GetType().Name} {was}";
        _done[key] = _done.GetValueOrDefault(key) + 1;
        Assert.True(shouldBe == was, $"That should have been {shouldBe}.");
        var wrong = LedgerLook.Difference(scene.Model, scene.Sql) ?? (isLooked ? LedgerLook.Broken(scene.Sql, scene.Now) : null);
        Assert.True(wrong is null, wrong);
    }

    private static List<Comer> People()
    {
        var lan = new Comer("Siu Lan", PersonId.New(), "sui");
        var mo = new Comer("Rah Mơ", PersonId.New());
        return
        [
            lan, mo, new("Nay Tuấn", PersonId.New(), "blak"), new("Kpă Hiền", PersonId.New()), new("Ksor Bình", PersonId.New()),
            new("Rơ Ô Nhun", PersonId.New()) { HasChat = false },
            new("Lan's mother", PersonId.New(), Keeper: lan), new("Lan's son", PersonId.New(), Keeper: lan), new("Mơ's father", PersonId.New(), Keeper: mo),
        ];
    }

    private static Person Known(Comer one)
    {
        var person = new Person { Id = one.Id, KeeperId = one.Keeper?.Id, HomePlace = one.Home, CreatedAt = Noon };
        person.CallMe(one.Name);
        person.Consent(Noon);
        return person;
    }

    private static List<Evening> Evenings()
    {
        var evenings = new List<Evening>();
        foreach (var (place, minutes) in new (string, int?)[] { ("sui", null), ("blak", 45), ("sui", 40) })
        {
            var nth = evenings.Count;
            var evening = new Evening(nth + 1, place, VietnamTime.ToUtc(new DateOnly(2026, 11, 26 + nth), new TimeOnly(18, 30)));
            evening.HalfHours.Add(new HalfHour(evening, (2 * nth) + 1, 0, 2, minutes, 0));
            evening.HalfHours.Add(new HalfHour(evening, (2 * nth) + 2, 1, 3, minutes, 1));
            evenings.Add(evening);
        }

        return evenings;
    }

    private static Session Planned(Evening evening)
    {
        var session = new Session
        {
            Id = evening.Id, PlaceCode = evening.Place, Date = VietnamTime.DateOf(evening.StartsAt), StartsAt = evening.StartsAt, EndsAt = evening.EndsAt,
        };
        session.Slots.AddRange(evening.HalfHours.Select((half, nth) => new Slot
        {
            Id = half.Id, Letter = $"{(char)('A' + nth)}", StartsAt = half.StartsAt, Capacity = half.Capacity, Minutes = half.Minutes, KeptForVillage = half.KeptForVillage,
        }));
        return session;
    }

    private sealed class CurtainException(string message) : Exception(message)
    {
        public bool Wrong { get; init; }
    }
}
