using CccdBot.Core.Answers.Teaching;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;

namespace CccdBot.Host;

/// <summary>The pen writes as long as anyone has something to write: first to start, last to stop.</summary>
internal sealed class PenWorker(WriteGate gate) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => gate.ServeAsync(stoppingToken), CancellationToken.None);
}

/// <summary>This node among the others: listed before it takes any work in hand, struck out after the last.</summary>
internal sealed partial class NodeWorker(NodeWatch watch, ILogger<NodeWorker> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await watch.OpenAsync();
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await watch.CloseAsync();
        }
#pragma warning disable CA1031 // a node that cannot say goodbye is buried by the others
        catch (Exception unreachable)
#pragma warning restore CA1031
        {
            LogNoGoodbye(unreachable.GetType().Name);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => watch.RunAsync(stoppingToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The node could not be struck out: {Problem}")]
    private partial void LogNoGoodbye(string problem);
}

/// <summary>The postman's working day.</summary>
internal sealed class PostmanWorker(Postman postman) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => postman.RunAsync(stoppingToken), CancellationToken.None);
}

/// <summary>The front desk opens before any channel does and closes after them.</summary>
internal sealed class FrontDeskWorker(FrontDesk desk) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await desk.OpenAsync();
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await desk.CloseAsync(Patience);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => desk.LookAroundAsync(stoppingToken);
}

/// <summary>The answer book is kept up with what officers teach, here and on the other nodes.</summary>
internal sealed class BookWorker(OpenBook book) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => book.FollowAsync(stoppingToken), CancellationToken.None);
}
