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
                Ids(turn).ForEach(id => seats.NoteActivated(turn.Person.Id, id, turn.Now));
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
        var coming = Ids(turn).FindAll(id => seats.NoteComing(turn.Person.Id, id, turn.Now)).ConvertAll(id => seats.Find(turn.Person.Id, id)!);
        switch (coming)
        {
            case []:
                turn.Say(BookingTexts.AlreadyEnded);
                break;
            case [var only]:
                turn.Say(BookingTexts.SeeYouThere(only)).KeepFor(only.Mark);
                break;
            default:
                turn.Say(BookingTexts.SeeYouAllThere(coming)).KeepFor(coming[0].Mark);
                break;
        }
    }

    /// <summary>A family's reminder is answered for all of it.</summary>
    private static List<Guid> Ids(Turn turn) => [.. turn.Value.Split(',').Select(Guid.Parse)];
}
