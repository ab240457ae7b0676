using CccdBot.Core.Time;

namespace CccdBot.Core.Booking;

/// <summary>Where an evening stands.</summary>
public enum SessionState
{
    /// <summary>People may book; the police have not yet said that it takes place.</summary>
    Proposed,

    /// <summary>The police have said that it takes place.</summary>
    Confirmed,
    CalledOff,

    /// <summary>It is over, and everyone's booking is accounted for.</summary>
    Closed,
}

/// <summary>One evening (buổi) at one place, cut into slots.</summary>
public sealed class Session
{
    /// <summary>Each half hour has a letter of the alphabet.</summary>
    public const int MostSlots = 26;

    public long Id { get; init; }

    public required string PlaceCode { get; init; }

    /// <summary>The day on the wall calendar of the village.</summary>
    public required DateOnly Date { get; init; }

    public required DateTime StartsAt { get; init; }

    public required DateTime EndsAt { get; init; }

    /// <summary>Tables with a camera and a reader that work side by side; null where nobody counted them.</summary>
    public int? Stations { get; init; }

    public EveningWork Services { get; init; } = EveningWork.All;

    public SessionState State { get; init; }

    /// <summary>Why it was called off or moved, in the words that everyone was told.</summary>
    public string? Why { get; init; }

    /// <summary>The officer who did so, or who closed it.</summary>
    public Guid? ChangedBy { get; init; }

    /// <summary>How far up it was asked whether it takes place; see <see cref="Evenings.Unconfirmed"/>.</summary>
    public int Asked { get; init; }

    public List<Slot> Slots { get; } = [];

    /// <summary>An evening that may be booked, cut into slots of one length, with as many seats in each.</summary>
    /// <param name="keptForVillage">Of these seats; never more than there are.</param>
    public static Session Planned(
        string placeCode, DateOnly date, TimeOnly from, TimeOnly to, TimeSpan slotLasts, int seats, int? stations, int keptForVillage = 0, EveningWork? services = null)
    {
        var session = new Session
        {
            PlaceCode = placeCode,
            Date = date,
            Stations = stations,
            Services = services ?? EveningWork.All,
            StartsAt = VietnamTime.ToUtc(date, from),
            EndsAt = VietnamTime.ToUtc(date, to),
        };
        var letter = 'A';
        for (var at = session.StartsAt; at + slotLasts <= session.EndsAt; at += slotLasts)
        {
            session.Slots.Add(new Slot
            {
                Letter = $"{letter++}",
                StartsAt = at,
                Capacity = seats,
                KeptForVillage = Math.Min(keptForVillage, seats),
                Minutes = stations * (int)slotLasts.TotalMinutes,
            });
        }

        return session;
    }

    /// <summary>The same evening so much later, with all its seats free.</summary>
    public Session Again(TimeSpan later)
    {
        var again = new Session
        {
            PlaceCode = PlaceCode,
            Stations = Stations,
            Services = Services,
            Date = VietnamTime.DateOf(StartsAt + later),
            StartsAt = StartsAt + later,
            EndsAt = EndsAt + later,
        };
        again.Slots.AddRange(Slots.OrderBy(slot => slot.StartsAt).Select(slot => new Slot
        {
            Letter = slot.Letter,
            StartsAt = slot.StartsAt + later,
            Capacity = slot.Capacity,
            KeptForVillage = slot.KeptForVillage,
            Minutes = slot.Minutes,
        }));
        return again;
    }
}
