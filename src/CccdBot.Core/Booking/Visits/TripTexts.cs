using CccdBot.Core.Channels;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking.Visits;

/// <summary>The words around trips to far spots.</summary>
internal static class TripTexts
{
    public const string Title = "Chuyến đi điểm xa";

    /// <summary>As many letters of a name as fit on a button.</summary>
    private const int LongestLabel = 20;

    public static Reply NoSpots => new(
        "Xã chưa mở chuyến đi điểm xa nào. Bà con đặt buổi tối, hoặc xin làm tại nhà nhé.",
        BookingTexts.BookAgain,
        new Choice(VisitTexts.Title, AskVisit.Called, ""));

    public static Reply NameAgain => new("Em chưa đọc được tên. Bà con nhắn tên gọi thôi, ví dụ: Siu H'Bia.", DropIt);

    public static Reply WhatIsYourName => new("Bà con tên gọi là gì ạ? Nhắn tên gọi thôi, ví dụ: Siu H'Bia. Không cần số giấy tờ.", DropIt);

    public static Reply Dropped => new("Dạ, em không ghi tên. Bà con cần thì nhắn /chuyendi lúc nào cũng được.");

    public static Reply NotOnIt => new("Tên này không còn trong chuyến nào. Bà con xem lại các chuyến nhé.", See);

    /// <summary>Every spot and how far it has come.</summary>
    public static Reply Spots(IReadOnlyList<(FarSpot Spot, Trip? Trip)> all, bool hasNames) => new(
        "Ở xa nhà cộng đồng thì bà con ghi tên. Đủ người, cán bộ mang máy tới tận nơi.\n"
        + string.Join('\n', all.Select(one => $"{one.Spot.ShortName}: {Standing(one.Trip, one.Spot.PeopleNeeded)}")),
        [
            .. all.Select(one => new Choice(one.Spot.ShortName, JoinTrip.Called, JoinTrip.Spot, one.Spot.Code)),
            .. hasNames ? [new Choice("Tên đã ghi", JoinTrip.Called, JoinTrip.Mine)] : Array.Empty<Choice>(),
        ]);

    /// <summary>Luật 91/2025/QH15 Điều 9, as before a booking.</summary>
    public static Reply ConsentFirst(FarSpot spot) => new(
        "Trước khi ghi tên, em xin nói rõ:\n"
        + "• Em giữ: tên gọi người sẽ tới.\n"
        + "• Để làm gì: xếp chuyến và báo ngày.\n"
        + "• Bao lâu: 30 ngày sau chuyến đi.\n"
        + "• Muốn xoá: nhắn /xoadulieu.\n"
        + "Ghi cho người nhà mà người đó đã nhờ thì bà con bấm Đồng ý.",
        new Choice(BookingTexts.Consent, JoinTrip.Called, JoinTrip.Agree, spot.Code),
        new Choice(BookingTexts.NoConsent, JoinTrip.Called, Choice.No));

    public static Reply WhichPerson(FarSpot spot, IEnumerable<string> named) => new(
        $"Ghi tên ai cho chuyến {spot.ShortName} ạ? Bà con bấm nút, hoặc nhắn tên gọi của người đó.",
        [
            .. named.Select(name => new Choice(Cut(name), JoinTrip.Called, JoinTrip.Who, $"{spot.Code}|{name}")),
            new Choice("Cho chính tôi", JoinTrip.Called, JoinTrip.Who, $"{spot.Code}|"),
            DropIt,
        ]);

    public static Reply Joined(Trip trip, string name, bool isNew) => new(
        $"{(isNew ? "Đã ghi tên" : "Đã có tên")} {name} cho chuyến {trip.SpotName}: {Standing(trip, trip.Needed)}. "
        + (trip.State == TripState.Planned ? "Bà con nhớ mang thẻ cũ (CCCD, CMND) nếu còn." : "Cán bộ xếp ngày xong, em nhắn bà con nhé."),
        new Choice("Ghi thêm người", JoinTrip.Called, JoinTrip.Spot, trip.Spot),
        new Choice("Tên đã ghi", JoinTrip.Called, JoinTrip.Mine));

    public static Reply Mine(IReadOnlyList<TripSeat> mine) => mine.Count == 0
        ? new Reply("Bà con chưa ghi tên chuyến nào. Bà con xem các chuyến nhé.", See)
        : new Reply("Các tên đã ghi đây ạ. Bà con bấm tên nào, em rút tên đó khỏi chuyến.", [.. mine.Select(seat => LeaveChoice(seat, Cut(seat.Name ?? "Không tên"))), See]);

    public static Reply DaySet(Trip trip, TripSeat seat) => new(
        $"Chuyến {trip.SpotName} có ngày rồi ạ. Cán bộ tới {VietnamTime.DayText(trip.Day!.Value)} để làm cho {seat.Name}.\n"
        + "Bà con mang theo thẻ cũ (CCCD, CMND) nếu còn. Hôm đó bà con tới được không ạ?",
        new Choice("Tôi sẽ đến", JoinTrip.Called, JoinTrip.Come, $"{seat.Id}"),
        LeaveChoice(seat, "Thôi, rút tên"));

    public static Reply Coming(TripSeat seat) => new($"Dạ, em ghi {seat.Name} sẽ đến. Có đổi ngày, em nhắn bà con nhé.", LeaveChoice(seat, "Thôi, rút tên"));

    public static Reply Left(Trip trip) => new(
        $"Em đã rút tên khỏi chuyến {trip.SpotName}. Bà con đổi ý thì ghi lại nhé.", new Choice("Ghi lại", JoinTrip.Called, JoinTrip.Spot, trip.Spot), See);

    /// <summary>For officers' own chats.</summary>
    public static Reply Opened(Trip trip) => new(
        $"Chuyến {trip.SpotName} đã đủ {trip.Needed} người. Cán bộ mở bàn trực, mục Chuyến đi, để xếp ngày giúp nhé.");

    private static Choice DropIt => new("Thôi, không ghi", JoinTrip.Called, Choice.No);

    private static Choice See => new("Xem các chuyến", JoinTrip.Called, "");

    private static Choice LeaveChoice(TripSeat seat, string label) => new(label, JoinTrip.Called, JoinTrip.Leave, $"{seat.Id}");

    private static string Standing(Trip? trip, int needed) => trip switch
    {
        null => $"0/{needed} người",
        { State: TripState.Gathering } => $"{trip.People}/{trip.Needed} người",
        { State: TripState.Planned, Day: { } day } => $"cán bộ tới {VietnamTime.DayText(day)}",
        _ => "đủ người, chờ xếp ngày",
    };

    private static string Cut(string name) => name.Length <= LongestLabel ? name : $"{name[..(LongestLabel - 1)]}…";
}
