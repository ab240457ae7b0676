using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CccdBot.Host.Tests.Web;

/// <summary>The built program, started as a newcomer starts it: in a folder, with settings in the environment.</summary>
internal sealed class ServiceProcess : IDisposable
{
    public const string Alone = "the built program";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _read;

    private ServiceProcess(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(House).Assembly.Location])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _read = Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
    }

    /// <summary>All it has printed so far.</summary>
    public string Printed => string.Join('\n', _lines);

    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public static ServiceProcess Start(string folder, params (string Name, string Value)[] settings) =>
        new(folder, settings.ToDictionary(s => s.Name, s => s.Value));

    /// <summary>Starts it and waits until it says how to stop it, its last line of greeting.</summary>
    public static async Task<ServiceProcess> OpenAsync(string folder, params (string Name, string Value)[] settings)
    {
        var service = Start(folder, settings);
        await Task.WhenAny(service._open.Task, service._process.WaitForExitAsync()).WaitAsync(Patience);
        Assert.True(service._open.Task.IsCompleted, $"It did not open:\n{service.Printed}");
        return service;
    }

    /// <summary>Waits for its end; the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        await _read.WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>What systemd sends; the exit code and how long it took.</summary>
    public async Task<(int Code, TimeSpan Took)> StopAsync()
    {
        var asked = Stopwatch.GetTimestamp();
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        var code = await EndAsync();
        return (code, Stopwatch.GetElapsedTime(asked));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            _lines.Enqueue(line);
            if (line.Contains("Ctrl+C", StringComparison.Ordinal))
            {
                _open.TrySetResult();
            }
        }
    }
}

/// <summary>Runs alone: who measures a start must not start others beside it.</summary>
[CollectionDefinition(ServiceProcess.Alone, DisableParallelization = true)]
public sealed class TheBuiltProgram;
