using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;

namespace CccdBot.Host;

/// <summary>The pen writes as long as anyone has something to write: first to start, last to stop.</summary>
internal sealed class PenWorker(WriteGate gate) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => gate.ServeAsync(stoppingToken), CancellationToken.None);
}

/// <summary>The postman's working day.</summary>
internal sealed class PostmanWorker(Postman postman) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => postman.RunAsync(stoppingToken), CancellationToken.None);
}

/// <summary>The front desk opens before any channel does and closes after them.</summary>
internal sealed class FrontDeskWorker(FrontDesk desk) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task StartAsync(CancellationToken cancellationToken) => desk.OpenAsync();

    public Task StopAsync(CancellationToken cancellationToken) => desk.CloseAsync(Patience);
}
