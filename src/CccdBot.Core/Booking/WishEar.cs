using System.Text.RegularExpressions;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Conversation;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking;

/// <summary>Tells a wish for an evening from a question that only names a day or a place.</summary>
internal sealed partial class WishEar(SentenceReader reader)
{
    /// <summary>Longer is no mere place, day or hour.</summary>
    private const int LongestAnswer = 8;

    public BookingWish Read(string text, DateTime now) => reader.Read(text, VietnamTime.ToLocal(now));

    /// <summary>The words of an answer: "sui" alone is no wish, but after "ở đâu?" it says all.</summary>
    public BookingWish ReadAnswer(string text, DateTime now) =>
        Read(text, now) is { Intent: not WishIntent.Other } wish ? wish : Read($"đặt lịch {text}", now);

    /// <param name="isAsked">A place, a day, an hour or names were asked for.</param>
    public Hearing Hears(string text, DateTime now, bool isAsked)
    {
        var (wish, folded) = (Read(text, now), VietnameseText.Fold(text));
        return wish.Intent switch
        {
            WishIntent.Book or WishIntent.Reschedule or WishIntent.Cancel when IsPlain(wish, folded) => Hearing.Surely,
            WishIntent.Book or WishIntent.Reschedule or WishIntent.Cancel when wish.SaysWhereOrWhen() || !AsksHow().IsMatch(folded) => Hearing.Maybe,
            // A mere question about visits has an answer with a source, and that leads on to asking for one.
            WishIntent.HomeVisit when AsksFor().IsMatch(folded) && !AsksHow().IsMatch(folded) => Hearing.Surely,
            WishIntent.Check when wish.SaysWhereOrWhen() || Mine().IsMatch(folded) => Hearing.Maybe,
            WishIntent.Other when isAsked && IsShort(folded) && !AsksHow().IsMatch(folded) && ReadAnswer(text, now).SaysWhereOrWhen() => Hearing.Maybe,
            _ => Hearing.NoWish,
        };
    }

    private static bool IsShort(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= LongestAnswer;

    /// <summary>A hall of ours together with a day or an hour; or the words one books with, together with a hall or an hour.</summary>
    private static bool IsPlain(BookingWish wish, string folded) =>
        wish.Place is not null ? wish.From is not null || wish.SaysHour() || SaysSo().IsMatch(folded) : wish.SaysHour() && SaysSo().IsMatch(folded);

    /// <summary>The words one books, moves or cancels with.</summary>
    [GeneratedRegex(@"\b(?:dat (?:lich|cho|hen|giup|ho|truoc|slot|suat)|dang ky|dang ki|dk|ghi ten|giu cho|xin (?:\w+ )?(?:cho|suat|lich|slot)|hen lich|lay so|doi lich|doi sang|doi qua|doi hen|doi buoi|doi gio|doi ngay|chuyen lich|lui lich|(?:huy|bo|xoa) (?:lich|hen|buoi|giup|cho))\b")]
    private static partial Regex SaysSo();

    /// <summary>The words one asks somebody to come with.</summary>
    [GeneratedRegex(@"\b(?:xin|nho|moi|mong|dang ky|dang ki|dk|giup|gium|giam|dum)\b")]
    private static partial Regex AsksFor();

    /// <summary>A question about the rules, which has an answer with a source; not the wish itself.</summary>
    [GeneratedRegex(@"\b(?:lam sao|lam the nao|the nao|nhu nao|ra sao|cach nao|cach dat|huong dan|bang cach|duoc khong|dc k|dc ko|duoc ko|phai khong|co can|ton tien|mat tien|bi phat|may lan|bao nhieu|o dau|giay gi|giay to gi|la gi)\b")]
    private static partial Regex AsksHow();

    [GeneratedRegex(@"\b(?:lich|hen|gio hen|cho)\b.*\b(?:toi|tui|em|e|minh|con|chau|me|ba|nha)\b|\b(?:toi|tui|em|e|minh|con|chau)\b.*\b(?:lich|hen)\b")]
    private static partial Regex Mine();
}
