using System.Globalization;

namespace CccdBot.Core.Time;

/// <summary>A day as the old people count it: "rằm tháng bảy".</summary>
public readonly record struct LunarDate(int Year, int Month, int Day, bool IsLeapMonth = false)
{
    /// <summary>"rằm": the night of the full moon.</summary>
    public const int FullMoon = 15;

    /// <summary>The 1st and 15th, when many go to the pagoda or keep to the family altar, and the first days of Tết.</summary>
    public bool IsKept => Day is 1 or FullMoon || this is { Month: 1, Day: <= 3, IsLeapMonth: false };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day}/{Month}{(IsLeapMonth ? " nhuận" : "")}/{Year} âm lịch");
}
