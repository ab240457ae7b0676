using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.Channels;
using CccdBot.Core.Reminders;
using CccdBot.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Races.Model;

/// <summary>The model and the desk side by side: each deed is done at both.</summary>
internal sealed class Scene(SeatModel model, IServiceProvider desk)
{
    public static readonly Guid Officer = Guid.CreateVersion7();

    public SeatModel Model => model;

    public DateTime Now => model.Now;

    public SeatBook Book { get; } = desk.GetRequiredService<SeatBook>();

    public WaitingLine Line { get; } = desk.GetRequiredService<WaitingLine>();

    public SeatOffers Offers { get; } = desk.GetRequiredService<SeatOffers>();

    public EveningDesk Evenings { get; } = desk.GetRequiredService<EveningDesk>();

    public Displacing Displacing { get; } = desk.GetRequiredService<Displacing>();

    public Displaced Displaced { get; } = desk.GetRequiredService<Displaced>();

    public ReminderWriter Reminders { get; } = desk.GetRequiredService<ReminderWriter>();

    public Outbox Outbox { get; } = desk.GetRequiredService<Outbox>();

    public Statements Sql { get; } = desk.GetRequiredService<Statements>();

    public CccdDb Db { get; } = desk.GetRequiredService<CccdDb>();

    public Comer Person(int which) => model.People[which % model.People.Count];

    public HalfHour HalfHour(int which) => model.HalfHours[which % model.HalfHours.Count];

    public Evening Evening(int which) => model.Evenings[which % model.Evenings.Count];

    /// <summary>One of the seats that are as wished; now and then any, as an old button is tapped.</summary>
    public Seat? AnySeat(int which, Predicate<Seat> isWished) => Any(which % 8 == 0 ? model.Seats : model.Seats.FindAll(isWished), which / 8);

    public static T? Any<T>(List<T> of, int which) where T : class => of.Count == 0 ? null : of[which % of.Count];

    /// <summary>Asks for seats at both, and gives the model's the names of the book's.</summary>
    public Outcome Hold(string did, List<Comer> who, HalfHour at, WishService service = WishService.Card, Seat? replaces = null, bool isUndo = false)
    {
        var shouldBe = model.Hold(who, at, service, replaces, isUndo);
        var was = Book.Hold([.. who.Select(one => one.Id)], at.Id, Now, replaces?.Id, isUndo, service: service);
        if (shouldBe == nameof(HoldOutcome.Held) && was is HoldOutcome.Held held)
        {
            foreach (var (seat, appointment) in model.Seats[^1].Party.Zip(held.Party))
            {
                seat.Id = appointment.Id;
            }
        }

        return new Outcome(did, shouldBe, was.GetType().Name);
    }

    public Outcome Confirm(string did, Comer by, Seat seat) =>
        Outcome.Of(did, model.Confirm(seat), Book.Confirm(by.Chat.Id, seat.Id!.Value, Now) is not null);
}

/// <summary>What was done, what should have come of it, and what did.</summary>
internal sealed record Outcome(string Did, string ShouldBe, string Was)
{
    /// <summary>There was nothing to do it to.</summary>
    public static readonly Outcome Nothing = new("", "", "");

    public static Outcome Of<T>(string did, T shouldBe, T was) => new(did, $"{shouldBe}", $"{was}");
}

/// <summary>Something somebody does; the numbers choose whom and what it is done to, whatever there is at that time.</summary>
internal abstract record Deed
{
    public abstract Outcome Do(Scene scene);
}
