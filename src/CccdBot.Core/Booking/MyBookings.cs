using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking;

/// <summary>"/lichcuatoi": what I have booked; and the answer "Tôi sẽ đến" to a reminder.</summary>
internal sealed class MyBookings(SeatBook seats, PrintedBookings printed) : ITopic
{
    public const string Called = "/lichcuatoi";
    public const string Coming = "coming";
    public const string Activated = "activated";
    public const string Print = "print";

    public string Command => Called;

    public string Title => BookingTexts.MineTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case Coming:
                NoteComing(turn);
                break;
            case Print when PrintChoice(turn) is [var print]:
                turn.Say(BookingTexts.PrintHere(print));
                break;
            case Activated:
                seats.NoteActivated(turn.Person.Id, Guid.Parse(turn.Value), turn.Now);
                turn.Say(BookingTexts.Activated);
                break;
            default:
                Show(turn, seats.Upcoming(turn.Person.Id, turn.Now));
                break;
        }

        return Task.CompletedTask;
    }

    /// <summary>These bookings of theirs, with what can be done about them.</summary>
    public void Show(Turn turn, List<Appointment> mine) =>
        turn.Say(mine.Count == 0 ? BookingTexts.NoBookings : BookingTexts.Mine(mine, PrintChoice(turn)));

    private Choice[] PrintChoice(Turn turn) => printed(turn.Person.Id, turn.From, turn.Now) is { } link
        ? [new Choice(BookingTexts.PrintLabel, Called, Print) { Link = link }]
        : [];

    private void NoteComing(Turn turn)
    {
        var id = Guid.Parse(turn.Value);
        if (!seats.NoteComing(turn.Person.Id, id, turn.Now))
        {
            turn.Say(BookingTexts.AlreadyEnded);
            return;
        }

        var mine = seats.Find(turn.Person.Id, id)!;
        turn.Say(BookingTexts.SeeYouThere(mine)).KeepFor(mine.Mark);
    }
}
