using CccdBot.Core.Booking.Visits;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;

namespace CccdBot.Host.Dashboard;

/// <summary>Trips to far spots: which have enough people and need a day, and who comes.</summary>
internal sealed class TripsModel(TripBook trips, FamilyPost family, WriteGate gate, Postman postman, TimeProvider clock) : StaffPage
{
    public IReadOnlyList<TripView> UnderWay { get; private set; } = [];

    public DateOnly Today => VietnamTime.DateOf(Now);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var views = new List<TripView>();
        foreach (var trip in await trips.UnderWayAsync(ct))
        {
            var seats = await trips.SeatsOfAsync(trip.Id, ct);
            views.Add(new TripView(trip, [.. seats.Select(seat => new TripSeatView(seat, IsUntold(trip, seat)))]));
        }

        UnderWay = [.. views.OrderBy(view => view.Trip.State != TripState.Open).ThenBy(view => view.Trip.State == TripState.Gathering).ThenBy(view => view.Trip.Day)];
    }

    public async Task<IActionResult> OnPostDayAsync(Guid id, int version, DateOnly? day)
    {
        if (day is { } set && set >= Today)
        {
            var (officer, now) = (Officer, Now);
            return Tell(
                await gate.RunAsync<TripBook, TripOutcome>(pen => pen.SetDayAsync(id, version, set, officer, now, CancellationToken.None)),
                $"Đã xếp {VietnamTime.DayText(set)}. Mọi người đã ghi tên được báo.");
        }

        Told = "Chưa có ngày, hoặc ngày đã qua. Chọn lại ngày giúp.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDoneAsync(Guid id, int version)
    {
        var (officer, now) = (Officer, Now);
        return Tell(await gate.RunAsync<TripBook, TripOutcome>(pen => pen.FinishAsync(id, version, officer, now, CancellationToken.None)), "Đã ghi: đi xong.");
    }

    public static string Words(TripState state) => state switch
    {
        TripState.Gathering => "đang ghi tên",
        TripState.Open => "đủ người, cần xếp ngày",
        _ => "đã xếp ngày",
    };

    private RedirectToPageResult Tell(TripOutcome outcome, string done)
    {
        postman.RingAll();
        Told = outcome switch
        {
            TripOutcome.Moved => done,
            TripOutcome.TooLate({ } by) => $"{by} đã quyết định trước. Trang này giờ là bản mới nhất.",
            _ => "Chuyến này vừa đổi. Trang này giờ là bản mới nhất.",
        };
        return RedirectToPage();
    }

    private bool IsUntold(Trip trip, TripSeat seat) => trip is { State: TripState.Planned, DecidedAt: { } at } && seat.State == TripSeatState.Joined
        && seat.JoinedAt < at && family.IsUnreached(TripSeat.AboutOf(seat.Id), at);
}

internal sealed record TripView(Trip Trip, IReadOnlyList<TripSeatView> Seats)
{
    public int Coming => Seats.Count(seat => seat.Seat.State == TripSeatState.Coming);
}

internal sealed record TripSeatView(TripSeat Seat, bool IsUntold);
