using CccdBot.Core.Channels;
using CccdBot.Core.People;

namespace CccdBot.Core.Booking;

/// <summary>Gives back the seats of a person who wants to be forgotten.</summary>
internal sealed class ForgetBookings(SeatBook seats, Household household, Homes homes, TimeProvider clock) : IForgetsPerson
{
    public Task ForgetAsync(PersonId person, IReadOnlyList<ChannelAddress> addresses, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var mine in seats.ActiveOf(person).Where(a => a.StartsAt > now))
        {
            if (!seats.Cancel(mine.Id, Doing.Of(person, StepReason.Forgotten), now))
            {
                seats.LetGo(mine.Id, now, StepReason.Forgotten);
            }
        }

        household.Forget(person);
        homes.Forget(person);
        return Task.CompletedTask;
    }
}
