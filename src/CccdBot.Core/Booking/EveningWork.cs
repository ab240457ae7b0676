using CccdBot.Core.Booking.Sentences;

namespace CccdBot.Core.Booking;

/// <summary>The kinds of work an evening does: every kind, unless it was limited to some.</summary>
public sealed record EveningWork
{
    public static readonly EveningWork All = new("");

    private const char Between = ',';

    private EveningWork(string written) => Written = written;

    /// <summary>"Card,Vneid", in the order in which they are offered; nothing where every kind is done.</summary>
    public string Written { get; }

    public bool IsLimited => Written.Length > 0;

    public IReadOnlyList<WishService> Kinds => IsLimited ? [.. Written.Split(Between).Select(Enum.Parse<WishService>)] : Enum.GetValues<WishService>();

    /// <summary>What they come for who name nothing.</summary>
    public WishService First => Kinds[0];

    /// <summary>These kinds and no other; none of them is no evening.</summary>
    public static EveningWork Only(IReadOnlyCollection<WishService> kinds)
    {
        ArgumentOutOfRangeException.ThrowIfZero(kinds.Count);
        var every = Enum.GetValues<WishService>();
        return every.All(kinds.Contains) ? All : new(string.Join(Between, every.Where(kinds.Contains)));
    }

    public static EveningWork Read(string written) => written.Length == 0 ? All : new(written);

    /// <summary>"làm VNeID mức 2, sửa thông tin sai" where it is limited; else these words for all it does.</summary>
    public string WordsOr(string everything) => IsLimited ? string.Join(", ", Kinds.Select(BookingTexts.WorkOf)) : everything;

    public bool Does(WishService service) => Kinds.Contains(service);
}
