using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.Time;

namespace CccdBot.Host.Tests.Races.Model;

/// <summary>The waiting line: while someone waits, what is free is the line's.</summary>
internal sealed partial class SeatModel
{
    private readonly HashSet<Comer> _closed = [];

    public List<InLine> Line { get; } = [];

    public bool Join(Comer who, Evening evening, HalfHour? wish, WaitingPriority priority)
    {
        if (Line.Exists(one => one.Who == who && one.Evening == evening && one.IsOpen))
        {
            return false;
        }

        Line.Add(new InLine(who, evening, wish, priority, Now));
        return true;
    }

    public static bool Leave(InLine one, WaitingState from, WaitingState to = WaitingState.Left)
    {
        var isThere = one.State == from;
        one.State = isThere ? to : one.State;
        return isThere;
    }

    public bool Decline(InLine one)
    {
        if (!Leave(one, WaitingState.Offered))
        {
            return false;
        }

        LetGo(one.Offer!);
        return true;
    }

    /// <summary>Nobody is in that chat any more.</summary>
    public void CloseChat(Comer who) => _closed.Add(who.Chat);

    /// <summary>Offers what is free, to each in their order.</summary>
    public int HandOn()
    {
        FreeLapsed();
        Line.FindAll(one => one.State == WaitingState.Offered).ForEach(SettleOffer);
        Line.FindAll(one => one.State == WaitingState.Waiting && !WishesOf(one).Exists(half => half.LastCall > Now))
            .ForEach(one => one.State = WaitingState.Over);
        return Line
            .Where(one => one.State == WaitingState.Waiting && FreeFor(one).Count > 0)
            .OrderBy(one => one.Priority).ThenBy(one => one.JoinedAt)
            .ToList()
            .Count(Offers);
    }

    private void SettleOffer(InLine one)
    {
        switch (one.Offer!.State)
        {
            case ReservationState.Lapsed:
                one.State = WaitingState.Lapsed;
                break;
            case not ReservationState.Held:
                one.State = WaitingState.Taken;
                break;
            default:
                if (!IsReached(one.Who))
                {
                    one.State = WaitingState.Lapsed;
                    LetGo(one.Offer);
                }

                break;
        }
    }

    private bool Offers(InLine one)
    {
        if (!IsReached(one.Who))
        {
            one.State = WaitingState.Lapsed;
            return false;
        }

        if (Seats.Exists(s => s.Who == one.Who && s.State == ReservationState.Held))
        {
            return false;
        }

        foreach (var half in FreeFor(one))
        {
            switch (Hold([one.Who], half, offeredUntil: EndOfOffer(half)))
            {
                case nameof(HoldOutcome.Held):
                    (one.State, one.Offer) = (WaitingState.Offered, Seats[^1]);
                    return true;
                case nameof(HoldOutcome.AlreadyYours) or nameof(HoldOutcome.Enough):
                    one.State = WaitingState.Left;
                    return false;
            }
        }

        return false;
    }

    private static List<HalfHour> WishesOf(InLine one) => one.Wish is { } wish ? [wish] : one.Evening.HalfHours;

    private List<HalfHour> FreeFor(InLine one) => WishesOf(one).FindAll(half => half.LastCall > Now && Taken(half) < half.Capacity);

    private bool IsReached(Comer who) => who.Chat.HasChat && !_closed.Contains(who.Chat);

    /// <summary>A quarter of an hour; where that touches the night, until half past seven; never past the last call.</summary>
    private DateTime EndOfOffer(HalfHour half)
    {
        var (local, quarter) = (VietnamTime.ToLocal(Now), VietnamTime.ToLocal(Now.AddMinutes(15)));
        var evening = local.Hour >= 21 || quarter.Hour >= 21;
        var end = evening || local.Hour < 7 || quarter.Hour < 7
            ? VietnamTime.ToUtc(DateOnly.FromDateTime(local).AddDays(evening ? 1 : 0), new TimeOnly(7, 30))
            : Now.AddMinutes(15);
        return end < half.LastCall ? end : half.LastCall;
    }
}
