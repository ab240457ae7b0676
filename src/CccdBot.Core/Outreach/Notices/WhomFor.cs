namespace CccdBot.Core.Outreach.Notices;

/// <summary>Whom a notice is for, by what they have booked.</summary>
public enum BookedOrNot
{
    Everyone,

    /// <summary>Neither an evening ahead nor one at which they were served, and not known to have all.</summary>
    NotBooked,

    Booked,
}

/// <summary>Whom a notice is for, by how far they are on the way to card and VNeID.</summary>
public enum GoalReached
{
    Any,
    NoCard,

    /// <summary>The card, and no VNeID of level 2 yet.</summary>
    NoVneid,

    Done,
}

/// <summary>Whom a notice is for, by the year they were born in.</summary>
public enum AgeBand
{
    Any,

    /// <summary>For them the parents come along.</summary>
    Under14,
    From14,
    From25,
    From40,
    From60,
}

/// <summary>Whom a notice is for, by who is helped before others.</summary>
public enum HelpedFirst
{
    Any,
    AnyOfThem,
    Old,
    Disabled,
    SmallChild,
}

/// <summary>The words by which a notice is narrowed, and what they mean.</summary>
public static class WhomFor
{
    /// <summary>Older than anyone is.</summary>
    private const int Oldest = 200;

    /// <summary>From and to which age, both within.</summary>
    public static (int Youngest, int Oldest) Ages(this AgeBand band) => band switch
    {
        AgeBand.Under14 => (0, 13),
        AgeBand.From14 => (14, 24),
        AgeBand.From25 => (25, 39),
        AgeBand.From40 => (40, 59),
        AgeBand.From60 => (60, Oldest),
        _ => (0, Oldest),
    };

    public static string Words(this BookedOrNot booked) => booked switch
    {
        BookedOrNot.NotBooked => "ai chưa làm và chưa đặt lịch",
        BookedOrNot.Booked => "ai đã đặt lịch",
        _ => "mọi người",
    };

    public static string Words(this GoalReached goal) => goal switch
    {
        GoalReached.NoCard => "chưa có thẻ căn cước",
        GoalReached.NoVneid => "có thẻ, chưa có VNeID mức 2",
        GoalReached.Done => "đã có cả hai",
        _ => "chưa có hay đã có đều gửi",
    };

    public static string Words(this AgeBand band) => band switch
    {
        AgeBand.Any => "mọi tuổi",
        AgeBand.Under14 => "dưới 14 tuổi",
        AgeBand.From60 => "từ 60 tuổi",
        _ => $"{band.Ages().Youngest} đến {band.Ages().Oldest} tuổi",
    };

    public static string Words(this HelpedFirst first) => first switch
    {
        HelpedFirst.AnyOfThem => "mọi diện ưu tiên",
        HelpedFirst.Old => "người già",
        HelpedFirst.Disabled => "người khuyết tật",
        HelpedFirst.SmallChild => "có con nhỏ",
        _ => "ưu tiên hay không đều gửi",
    };
}
