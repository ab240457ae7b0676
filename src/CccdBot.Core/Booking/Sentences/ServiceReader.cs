using System.Text.RegularExpressions;

namespace CccdBot.Core.Booking.Sentences;

/// <summary>What is to be done: a card, the e-ID app, both, or wrong data put right.</summary>
internal static partial class ServiceReader
{
    public static WishService? Read(string text) => (Card().IsMatch(text), Vneid().IsMatch(text), Correction().IsMatch(text)) switch
    {
        (_, _, true) => WishService.Correction,
        (true, true, _) => WishService.Both,
        (_, true, _) => WishService.Vneid,
        (true, _, _) => WishService.Card,
        _ => null,
    };

    [GeneratedRegex(" (?:can cuoc|cccd|cc|lam the|lam lai the|the chip|the can|cap (?:lai )?the|lam ve) ")]
    private static partial Regex Card();

    [GeneratedRegex(" (?:vneid|vnid|vne|dinh danh|kich hoat|tai khoan|muc 2|muc do 2) ")]
    private static partial Regex Vneid();

    [GeneratedRegex(" (?:sua (?:sai|lai|ten|ho|ngay sinh|thong tin)|dinh chinh|(?:ghi|bi|in|sinh|ten) (?:bi )?sai|sai (?:ten|ho|ngay|nam|que|thong tin|dia chi)|nham (?:ten|ngay)) ")]
    private static partial Regex Correction();
}
