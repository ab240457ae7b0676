namespace CccdBot.Core.Channels;

/// <summary>The promise kept for one kind of message.</summary>
/// <param name="Priority">Lower goes first.</param>
/// <param name="Tries">How often it may be handed to the channel when the outcome stays unknown: copies must stay few and harmless.</param>
/// <param name="SecondTryAfter">How long an unknown first try is given to turn up by itself.</param>
/// <param name="Lifetime">After this it helps nobody any more and is not sent.</param>
/// <param name="KeepsQuietHours">Nobody asked for it just now, so it does not ring at night.</param>
public sealed record DeliveryPolicy(int Priority, int Tries, TimeSpan SecondTryAfter, TimeSpan Lifetime, bool KeepsQuietHours)
{
    /// <summary>False where only our own crash is reason enough to try an unknown one again: of a word to thousands, those that got no answer are named in the report.</summary>
    public bool IsTriedAgainAfterSilence { get; private init; } = true;

    private static readonly DeliveryPolicy Answer = new(0, 2, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10), KeepsQuietHours: false);
    private static readonly DeliveryPolicy Booking = new(0, 2, TimeSpan.FromSeconds(5), TimeSpan.FromHours(24), KeepsQuietHours: false);
    // Someone walks two hours for nothing if it does not arrive: two more tries, then a human being carries the word.
    private static readonly DeliveryPolicy Change = new(0, 3, TimeSpan.FromSeconds(20), TimeSpan.FromHours(24), KeepsQuietHours: true);
    // It is told at its own hour, and is of use only as long as the seat is held.
    private static readonly DeliveryPolicy Offer = new(0, 2, TimeSpan.FromSeconds(5), TimeSpan.FromHours(24), KeepsQuietHours: false);
    private static readonly DeliveryPolicy FromStaff = new(0, 2, TimeSpan.FromSeconds(5), TimeSpan.FromDays(7), KeepsQuietHours: false);
    private static readonly DeliveryPolicy Duty = new(1, 2, TimeSpan.FromSeconds(20), TimeSpan.FromHours(24), KeepsQuietHours: true);
    private static readonly DeliveryPolicy ToStaff = new(0, 2, TimeSpan.FromSeconds(5), TimeSpan.FromHours(24), KeepsQuietHours: false);
    private static readonly DeliveryPolicy Visit = new(1, 2, TimeSpan.FromSeconds(20), TimeSpan.FromDays(7), KeepsQuietHours: true);
    private static readonly DeliveryPolicy Reminder = new(2, 2, TimeSpan.FromSeconds(20), TimeSpan.FromHours(24), KeepsQuietHours: true);

    private static readonly DeliveryPolicy Notice = new(3, 2, TimeSpan.FromSeconds(20), TimeSpan.FromHours(24), KeepsQuietHours: true) { IsTriedAgainAfterSilence = false };

    /// <summary>The first priority of what nobody asked for just now: it leaves a share of the budget to those who are talking with us.</summary>
    public static int BulkFrom => Reminder.Priority;

    public static DeliveryPolicy Of(MessageKind kind) => kind switch
    {
        MessageKind.Answer => Answer,
        MessageKind.Booking => Booking,
        MessageKind.Change => Change,
        MessageKind.Offer => Offer,
        MessageKind.FromStaff => FromStaff,
        MessageKind.Duty => Duty,
        MessageKind.ToStaff => ToStaff,
        MessageKind.Visit => Visit,
        MessageKind.Reminder => Reminder,
        MessageKind.Notice => Notice,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No delivery policy."),
    };
}
