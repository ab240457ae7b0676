using System.Text.RegularExpressions;

namespace CccdBot.Core.Booking.Sentences;

/// <summary>"đặt cho mẹ tôi": what the one who comes is called in the family, as a name to go on with.</summary>
internal static partial class KinReader
{
    private static readonly Dictionary<string, string> Written = new()
    {
        ["me"] = "Mẹ", ["ma"] = "Má", ["ba"] = "Ba", ["bo"] = "Bố", ["cha"] = "Cha", ["tia"] = "Tía", ["vo"] = "Vợ", ["chong"] = "Chồng",
        ["ong noi"] = "Ông nội", ["ong ngoai"] = "Ông ngoại", ["ba noi"] = "Bà nội", ["ba ngoai"] = "Bà ngoại", ["ong"] = "Ông",
        ["con trai"] = "Con trai", ["con gai"] = "Con gái", ["con dau"] = "Con dâu", ["con re"] = "Con rể",
        ["anh trai"] = "Anh trai", ["chi gai"] = "Chị gái", ["em trai"] = "Em trai", ["em gai"] = "Em gái",
        ["chau noi"] = "Cháu nội", ["chau ngoai"] = "Cháu ngoại",
    };

    /// <returns>Null where nobody, or nobody of the family, is named.</returns>
    public static string? Read(string text) =>
        ServedKin().Match(text) is { Success: true } kin ? Written[kin.Groups["kin"].Value] : null;

    [GeneratedRegex(@"(?<= (?:cho|giup|ho|dum|gium) )(?<kin>ong noi|ong ngoai|ba noi|ba ngoai|con trai|con gai|con dau|con re|anh trai|chi gai|em trai|em gai|chau noi|chau ngoai|me|ma|bo|cha|tia|vo|chong|ong|ba(?= (?:toi|tui|em|minh|con|chau)))(?= )")]
    private static partial Regex ServedKin();
}
