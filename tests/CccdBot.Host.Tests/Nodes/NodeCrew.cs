using System.Diagnostics;
using CccdBot.Host.Tests.Crash;
using CccdBot.Host.Tests.Telegram;
using Npgsql;

namespace CccdBot.Host.Tests.Nodes;

/// <summary>Several nodes of the real program on one ledger, each a process that can be killed and started again.</summary>
internal sealed class NodeCrew(IReadOnlyList<string> ledger, FakeTelegram telegram, TimeSpan ahead, params string[] settings) : IDisposable
{
    private readonly List<ServiceProcess> _nodes = [];

    public int Count => _nodes.Count;

    /// <summary>All start in the same moment.</summary>
    public async Task StartAsync(int nodes)
    {
        _nodes.AddRange(Enumerable.Range(0, nodes).Select(_ => StartOne()));
        foreach (var node in _nodes)
        {
            await node.OpenedAsync();
        }
    }

    /// <summary>kill -9 and a new start; returns the name of the dead.</summary>
    public async Task<Guid> ReplaceAsync(int node)
    {
        var dead = await KillAsync(node);
        _nodes[node] = StartOne();
        return dead;
    }

    public async Task<Guid> KillAsync(int node)
    {
        var name = await _nodes[node].NodeIdAsync();
        await _nodes[node].KillAsync();
        return name;
    }

    /// <summary>SIGTERM, and when it has gone in good order a new start; returns how long it took to go.</summary>
    public async Task<TimeSpan> RollAsync(int node)
    {
        var end = await _nodes[node].TerminateAsync();
        Assert.True(end.ExitCode == 0, $"The node ended with {end.ExitCode}:\n{string.Join('\n', _nodes[node].Output.TakeLast(40))}");
        _nodes[node] = StartOne();
        await _nodes[node].OpenedAsync();
        return end.Took;
    }

    /// <summary>How long the others take to strike a dead node out, and with that to take up its work.</summary>
    public static async Task<TimeSpan> BuriedAfterAsync(string connectionString, Guid dead)
    {
        var died = Stopwatch.GetTimestamp();
        await using var ledger = new NpgsqlConnection(connectionString);
        await ledger.OpenAsync();
        await using var listed = new NpgsqlCommand("SELECT COUNT(*) FROM nodes WHERE id = @p0", ledger);
        listed.Parameters.AddWithValue("p0", dead);
        while ((long)(await listed.ExecuteScalarAsync())! > 0 && Stopwatch.GetElapsedTime(died) < TimeSpan.FromMinutes(1))
        {
            await Task.Delay(50);
        }

        return Stopwatch.GetElapsedTime(died);
    }

    public void Dispose() => _nodes.ForEach(node => node.Dispose());

    private ServiceProcess StartOne() => ServiceProcess.StartNode(ledger, telegram, ahead, settings);
}
