using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Booking;

/// <summary>"/lichcuatoi": what I have booked; and the answer "Tôi sẽ đến" to a reminder.</summary>
internal sealed class MyBookings(CccdDb db, SeatBook seats, Timetable timetable) : ITopic
{
    public const string Called = "/lichcuatoi";
    public const string Coming = "coming";

    public string Command => Called;

    public string Title => BookingTexts.MineTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct) => turn.Step switch
    {
        Coming => NoteComingAsync(turn, ct),
        _ => ListAsync(turn, ct),
    };

    private async Task ListAsync(Turn turn, CancellationToken ct)
    {
        var mine = await seats.UpcomingAsync(turn.Person.Id, turn.Now, ct);
        if (mine.Count == 0)
        {
            turn.Say(BookingTexts.NoBookings);
            return;
        }

        var lines = new List<string>();
        foreach (var reservation in mine)
        {
            lines.Add(BookingTexts.OneOfMine(reservation, await timetable.PlaceOfAsync(reservation.SessionId, ct)));
        }

        turn.Say(BookingTexts.Mine(lines));
    }

    private async Task NoteComingAsync(Turn turn, CancellationToken ct)
    {
        var id = Guid.Parse(turn.Value);
        var now = turn.Now;
        var noted = await db.Reservations.Where(r => r.Id == id && r.PersonId == turn.Person.Id && r.State == ReservationState.Booked)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.ComingAt, now), ct);
        var mine = noted == 1 ? await seats.FindAsync(turn.Person.Id, id, ct) : null;
        if (mine is null)
        {
            turn.Say(BookingTexts.AlreadyEnded);
            return;
        }

        turn.Say(BookingTexts.SeeYouThere(mine, await timetable.PlaceOfAsync(mine.SessionId, ct))).KeepFor(mine.Mark);
    }
}
