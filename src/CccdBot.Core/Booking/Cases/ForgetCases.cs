using CccdBot.Core.Channels;
using CccdBot.Core.People;

namespace CccdBot.Core.Booking.Cases;

/// <summary>Takes back what a person said about themself.</summary>
internal sealed class ForgetCases(CaseDesk cases, TimeProvider clock) : IForgetsPerson
{
    public Task ForgetAsync(PersonId person, IReadOnlyList<ChannelAddress> addresses, CancellationToken ct)
    {
        cases.Forget(person, clock.GetUtcNow().UtcDateTime);
        return Task.CompletedTask;
    }
}
