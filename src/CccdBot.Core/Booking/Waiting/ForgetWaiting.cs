using CccdBot.Core.Channels;
using CccdBot.Core.People;

namespace CccdBot.Core.Booking.Waiting;

/// <summary>Takes out of the line who wants to be forgotten; a seat offered to them goes to the next.</summary>
internal sealed class ForgetWaiting(WaitingLine line, SeatBook seats, TimeProvider clock) : IForgetsPerson
{
    public Task ForgetAsync(PersonId person, IReadOnlyList<ChannelAddress> addresses, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var standing in line.Of(person))
        {
            line.Change(standing.EntryId, standing.State, WaitingState.Left, WaitingHand.Citizen, WaitingReason.Forgotten, now);
            if (standing.Hold is { } hold)
            {
                seats.LetGo(hold, now);
            }
        }

        return Task.CompletedTask;
    }
}
