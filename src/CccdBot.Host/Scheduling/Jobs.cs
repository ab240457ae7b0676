using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.Outreach.Relay;
using CccdBot.Core.Reminders;
using CccdBot.Core.Storage;
using CccdBot.Core.Voices;
using Quartz;

namespace CccdBot.Host.Scheduling;

/// <summary>Quartz is our clock and nothing more: what is due, and whether it was sent, is in our own tables.</summary>
[DisallowConcurrentExecution]
internal sealed class WriteDueRemindersJob(DueReminders reminders) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct = default) => await reminders.WriteAsync();
}

/// <summary>Seats whose five minutes are over go back to everyone; whose evening was called off is seen to.</summary>
[DisallowConcurrentExecution]
internal sealed class FreeLapsedHoldsJob(EveningRounds rounds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct = default) => await rounds.LookAsync();
}

/// <summary>What was freed in a full evening is offered to the next in its line.</summary>
[DisallowConcurrentExecution]
internal sealed class HandOnSeatsJob(FreedSeats freed) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct = default) => await freed.HandOnAsync();
}

/// <summary>Words for people without a chat are handed to those who carry them, and the chief reads once a day how it stands.</summary>
[DisallowConcurrentExecution]
internal sealed class CarryWordJob(RelayRounds rounds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct = default) => await rounds.LookAsync();
}

/// <summary>Each night one more day of evenings opens.</summary>
[DisallowConcurrentExecution]
internal sealed class KeepEveningsOpenJob(WriteGate gate) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct = default) =>
        await gate.RunAsync<EveningPlan, int>(plan => plan.KeepOpenAsync(ct));
}

/// <summary>Notices whose hour has come go out, a few hundred messages at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class SendNoticesJob(NoticeRounds notices) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct = default) => await notices.LookAsync();
}

/// <summary>What was spoken into a chat is fetched and laid before a second person.</summary>
[DisallowConcurrentExecution]
internal sealed class FetchVoicesJob(ClipRounds clips) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct = default) => await clips.LookAsync(ct);
}

/// <summary>In the morning the chiefs are told how the book of staff acts ends.</summary>
[DisallowConcurrentExecution]
internal sealed class TellSealJob(SealOfTheDay seal) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct = default) => await seal.TellAsync();
}

/// <summary>Each night goes what was promised not to be kept any longer.</summary>
[DisallowConcurrentExecution]
internal sealed class ClearOldJob(Cleaning cleaning) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct = default) => await cleaning.ClearAsync();
}
