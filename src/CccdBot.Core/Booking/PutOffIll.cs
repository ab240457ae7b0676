using System.Globalization;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking;

/// <summary>"/hoanom": who is ill gives the seat back without losing anything, and is asked again on a day of their choice.</summary>
internal sealed class PutOffIll(SeatBook seats) : ITopic
{
    public const string Called = "/hoanom";
    public const string This = "this";

    private const string Until = "until";

    private static readonly int[] Weeks = [1, 2, 4];

    public string Command => Called;

    public string Title => BookingTexts.IllTitle;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case This:
                AskUntilWhen(turn, turn.Value);
                break;
            case Until:
                PutOff(turn);
                break;
            default:
                AskWhich(turn);
                break;
        }

        return Task.CompletedTask;
    }

    public static Choice ChoiceOf(Appointment mine) => new(BookingTexts.IllTitle, Called, This, $"{mine.Id}");

    private void AskWhich(Turn turn)
    {
        switch (seats.Upcoming(turn.Person.Id, turn.Now))
        {
            case []:
                turn.Say(BookingTexts.NoBookings);
                break;
            case [var only]:
                AskUntilWhen(turn, $"{only.Id}");
                break;
            case var mine:
                turn.Say(new Reply(BookingTexts.IllWhich, [.. mine.Select(a => new Choice(BookingTexts.LabelOf(a), Called, This, $"{a.Id}"))]));
                break;
        }
    }

    private static void AskUntilWhen(Turn turn, string reservation) => turn.Say(new Reply(
        BookingTexts.IllUntilWhen, [.. Weeks.Select(weeks => new Choice(BookingTexts.InWeeks(weeks), Called, Until, $"{reservation}|{weeks}"))]));

    private void PutOff(Turn turn)
    {
        var parts = turn.Value.Split('|');
        var day = VietnamTime.DateOf(turn.Now).AddDays(7 * int.Parse(parts[1], CultureInfo.InvariantCulture));
        var isPutOff = parts[0].Split(',').ToList().FindAll(id => seats.PutOff(turn.Person.Id, Guid.Parse(id), day, turn.Now)).Count > 0;
        turn.Say(isPutOff ? BookingTexts.PutOff(day) : BookingTexts.AlreadyEnded, MessageKind.Booking);
    }
}
