namespace CccdBot.Core.Channels;

/// <summary>The promise kept for one kind of message.</summary>
/// <param name="Priority">Lower goes first.</param>
/// <param name="Tries">How often it may be handed to the channel when the outcome stays unknown: copies must stay few and harmless.</param>
/// <param name="SecondTryAfter">How long an unknown first try is given to turn up by itself.</param>
/// <param name="Lifetime">After this it helps nobody any more and is not sent.</param>
/// <param name="KeepsQuietHours">Nobody asked for it just now, so it does not ring at night.</param>
public sealed record DeliveryPolicy(int Priority, int Tries, TimeSpan SecondTryAfter, TimeSpan Lifetime, bool KeepsQuietHours)
{
    private static readonly DeliveryPolicy Answer = new(0, 2, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10), KeepsQuietHours: false);
    private static readonly DeliveryPolicy Booking = new(0, 2, TimeSpan.FromSeconds(5), TimeSpan.FromHours(24), KeepsQuietHours: false);
    private static readonly DeliveryPolicy FromStaff = new(0, 2, TimeSpan.FromSeconds(5), TimeSpan.FromDays(7), KeepsQuietHours: false);
    private static readonly DeliveryPolicy Reminder = new(2, 2, TimeSpan.FromSeconds(20), TimeSpan.FromHours(24), KeepsQuietHours: true);

    public static DeliveryPolicy Of(MessageKind kind) => kind switch
    {
        MessageKind.Answer => Answer,
        MessageKind.Booking => Booking,
        MessageKind.FromStaff => FromStaff,
        MessageKind.Reminder => Reminder,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No delivery policy."),
    };
}
