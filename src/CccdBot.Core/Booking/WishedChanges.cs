using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking;

/// <summary>What a sentence wants done with a booking that is there: give it back, or move it.</summary>
internal sealed class WishedChanges(SeatBook seats, Timetable timetable, MoveBooking move)
{
    public void Cancel(Turn turn, BookingWish wish)
    {
        var all = seats.Upcoming(turn.Person.Id, turn.Now);
        switch (wish.Meant(all))
        {
            case var _ when all.Count == 0:
                turn.Say(BookingTexts.NoBookings);
                break;
            case [var only]:
                turn.Say(BookingTexts.CancelThisOne(only));
                break;
            case []:
                turn.Say(new Reply(BookingTexts.NotThatOne, [.. all.Select(CancelBooking.ChoiceOf)]));
                break;
            case var several:
                turn.Say(new Reply(BookingTexts.CancelWhich, [.. several.Select(CancelBooking.ChoiceOf)]));
                break;
        }
    }

    public void Reschedule(Turn turn, BookingWish wish)
    {
        switch (seats.Upcoming(turn.Person.Id, turn.Now))
        {
            case []:
                turn.Say(BookingTexts.NoBookings);
                break;
            case [var only]:
                MoveTo(turn, only, wish);
                break;
            case var several:
                turn.Say(new Reply(BookingTexts.MoveWhich, [.. several.Select(mine =>
                    new Choice(BookingTexts.LabelOf(mine), WishDesk.Called, WishDesk.Move, $"{mine.Id}|{WishForm.Write(wish)}"))]));
                break;
        }
    }

    /// <summary>The one chosen of several, with the wish as it was said.</summary>
    public void MoveThis(Turn turn)
    {
        var parts = turn.Value.Split('|', 2);
        if (seats.Find(turn.Person.Id, Guid.Parse(parts[0])) is { } mine && mine.State.IsAhead())
        {
            MoveTo(turn, mine, WishForm.Read(parts[1]));
        }
        else
        {
            turn.Say(BookingTexts.AlreadyEnded);
        }
    }

    /// <summary>What the sentence does not say stays as it was: "dời sang chủ nhật" is the same hall and the same hour.</summary>
    private void MoveTo(Turn turn, Appointment mine, BookingWish wish)
    {
        var (day, hour) = (mine.Day, mine.Hour);
        var target = wish with
        {
            Place = wish.Place ?? mine.PlaceCode,
            From = wish.From ?? (wish.Place is not null || wish.SaysHour() ? day : null),
            To = wish.From is null ? day : wish.To,
            TimeFrom = wish.SaysHour() ? wish.TimeFrom : hour,
            TimeTo = wish.SaysHour() ? wish.TimeTo : hour,
        };
        var open = timetable.Open(target.Place, turn.Now, service: mine.Service).FindAll(slot => slot.Id != mine.SlotId);
        var onDay = target.From is null ? [] : open.FindAll(slot => target.Covers(slot.Day));
        if (onDay.FindAll(slot => target.Fits(slot)) is [var slot])
        {
            move.HoldFor(turn, mine, slot.Id);
        }
        else if (onDay.Count > 0)
        {
            turn.Say(new Reply(BookingTexts.WhichTime(onDay[0]), [.. onDay.Take(WishDesk.MostChoices).Select(other => MoveChoice(other, mine))]));
        }
        else if (target.From is { } wished && open.Count > 0)
        {
            var nearest = Timetable.Nearest(open, VietnamTime.ToUtc(wished, hour), SlotMenus.Alternatives);
            turn.Say(new Reply(BookingTexts.NoneThen(target.DaysLabel(), mine.Service), [.. nearest.Select(other => MoveChoice(other, mine))]));
        }
        else
        {
            move.OfferEvenings(turn, mine.Id);
        }
    }

    private static Choice MoveChoice(SlotOffer slot, Appointment mine) =>
        new(BookingTexts.MomentLabel(slot.StartsAt), MoveBooking.Called, SlotMenus.Hold, $"{slot.Id}||{mine.Id}");
}
