using CccdBot.Core.Conversation;

namespace CccdBot.Core.Booking;

/// <summary>"/lichcuatoi": what I have booked; and the answer "Tôi sẽ đến" to a reminder.</summary>
internal sealed class MyBookings(SeatBook seats) : ITopic
{
    public const string Called = "/lichcuatoi";
    public const string Coming = "coming";

    public string Command => Called;

    public string Title => BookingTexts.MineTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Step == Coming)
        {
            NoteComing(turn);
        }
        else
        {
            var mine = seats.Upcoming(turn.Person.Id, turn.Now);
            turn.Say(mine.Count == 0 ? BookingTexts.NoBookings : BookingTexts.Mine(mine));
        }

        return Task.CompletedTask;
    }

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
