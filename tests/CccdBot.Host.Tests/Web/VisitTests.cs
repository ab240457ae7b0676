using CccdBot.Host.Tests.Support;

namespace CccdBot.Host.Tests.Web;

/// <summary>A service of its own for each test, and someone who has just opened its page.</summary>
public abstract class VisitTests : IAsyncLifetime
{
    internal RunningService Service { get; private set; } = null!;

    internal Visitor Lan { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Service = await RunningService.StartAsync();
        Lan = await Visitor.AtHomeAsync(Service.Address);
    }

    public async Task DisposeAsync()
    {
        Lan.Dispose();
        await Service.DisposeAsync();
    }
}
