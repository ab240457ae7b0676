using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking.Waiting;

/// <summary>The words of the waiting line.</summary>
internal static class WaitingTexts
{
    public const string Title = "Chờ chỗ trống";

    public const string WaitLabel = "Chờ chỗ tối đó";
    public const string TakeLabel = "Nhận chỗ";
    public const string PassLabel = "Nhường người sau";

    public static Reply MessagesAreOff => new(
        "Bà con đang tắt tin nhắc nên em không báo được khi có chỗ trống. Bà con bật lại tin nhắc rồi chờ nhé.",
        new Choice(ConversationTexts.StopAgainLabel, StopMessages.Called, StopMessages.Again));

    public static Reply Gone => new("Dạ, em đã bỏ tên khỏi hàng chờ. Bà con đặt buổi khác nhé?", BookingTexts.BookAgain);

    public static Reply WhichPriority(string wish) => new(
        "Người đến làm từ 60 tuổi trở lên, hoặc đi xa trên 10 cây số ạ?",
        As("Từ 60 tuổi", wish, WaitingPriority.Elderly),
        As("Đi xa trên 10 cây số", wish, WaitingPriority.TravelledFar),
        As("Không ạ", wish, WaitingPriority.None));

    /// <summary>Every place in a line with its number, and the offers that wait for an answer.</summary>
    public static Reply Mine(IReadOnlyList<Standing> mine) => mine.Count == 0
        ? new Reply("Bà con chưa chờ chỗ tối nào. Đặt một buổi nhé?", BookingTexts.BookAgain)
        : new Reply(
            $"Bà con đang chờ:\n{string.Join('\n', Families(mine).Select(LineOf))}\nCó chỗ trống, em nhắn ngay, và giữ chỗ 15 phút chờ bà con bấm nhận.",
            [.. Families(mine).SelectMany(family => ChoicesOf(family[0])), BookingTexts.BookAgain]);

    /// <summary>The moment is spelled in full: at night an offer holds until the next morning.</summary>
    public static Reply SeatFree(IReadOnlyList<Appointment> party, DateTime until)
    {
        var first = party[0];
        var what = party.Count == 1
            ? $"Có chỗ trống{first.Whose}:\n{VietnamTime.MomentText(first.StartsAt)}"
            : $"Có {party.Count} chỗ liền nhau cho cả nhà:\n{string.Join('\n', party.Select(seat => $"{seat.For ?? "Bà con"}: {VietnamTime.MomentText(seat.StartsAt)}"))}";
        return new Reply(
            $"{what}\n{first.PlaceName}\nEm giữ {(party.Count == 1 ? "chỗ này" : "các chỗ này")} tới {VietnamTime.MomentText(until)}. Bà con nhận không ạ?",
            Answers(first.Id));
    }

    public static Reply OfferOver(IReadOnlyList<Choice> again) => new(
        "Chỗ này không còn giữ cho bà con nữa. Bà con chờ tiếp, hoặc đặt buổi khác nhé.", [.. again, BookingTexts.BookAgain]);

    public static Reply PassedOn(IReadOnlyList<Choice> again) => new(
        "Dạ, em nhường chỗ này cho người sau. Bà con chờ tiếp, hoặc đặt buổi khác nhé.", [.. again, BookingTexts.BookAgain]);

    public static string EveningFull(string wished) => $"{wished} đã hết chỗ. Có người trả chỗ thì em nhắn. Bà con chờ không ạ?";

    private static Choice As(string label, string wish, WaitingPriority priority) => new(label, WaitForSeat.Called, WaitForSeat.As, $"{wish}|{priority}");

    /// <summary>Each family once, and who waits alone.</summary>
    private static List<List<Standing>> Families(IReadOnlyList<Standing> mine) =>
        [.. mine.GroupBy(standing => mine.First(standing.IsWith).EntryId).Select(family => family.OrderBy(standing => standing.Place).ToList())];

    private static string LineOf(List<Standing> family)
    {
        var mine = family[0];
        var whose = family.Count == 1 ? Appointment.WhoseIs(mine.For) : $" cho {family.Count} người";
        var day = VietnamTime.DayText(VietnamTime.DateOf(mine.StartsAt));
        var when = mine.SlotId is null ? $"Tối {day}" : VietnamTime.MomentText(mine.StartsAt);
        var where = mine.State == WaitingState.Offered ? "đang có chỗ, bà con nhận nhé" : $"đứng thứ {mine.Place}";
        return $"{when}, {mine.PlaceName}{whose}: {where}";
    }

    private static Choice[] ChoicesOf(Standing mine) => mine is { State: WaitingState.Offered, Hold: { } hold }
        ? Answers(hold)
        : [new Choice($"Thôi chờ {BookingTexts.DayLabel(VietnamTime.DateOf(mine.StartsAt))}", WaitForSeat.Called, WaitForSeat.Leave, $"{mine.EntryId}")];

    private static Choice[] Answers(Guid hold) =>
        [new(TakeLabel, WaitForSeat.Called, Choice.Yes, $"{hold}"), new(PassLabel, WaitForSeat.Called, Choice.No, $"{hold}")];
}
