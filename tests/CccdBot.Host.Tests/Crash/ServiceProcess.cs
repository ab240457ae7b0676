using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Crash;

/// <summary>The built program as it runs in the village: a process of its own, which can be killed.</summary>
internal sealed partial class ServiceProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private ServiceProcess(ProcessStartInfo how)
    {
        _process = new Process { StartInfo = how };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All it ever printed.</summary>
    public IReadOnlyCollection<string> Output => _output;

    public static ServiceProcess Start(Ground ground, FakeTelegram telegram, params string[] settings) =>
        Start(ground.Folder, [typeof(House).Assembly.Location, .. Arguments(ground.Arguments, telegram), .. settings]);

    /// <summary>One of several nodes on a ledger, its clock set forward.</summary>
    public static ServiceProcess StartNode(IReadOnlyList<string> ledger, FakeTelegram telegram, TimeSpan ahead, params string[] settings) => Start(
        AppContext.BaseDirectory,
        [typeof(NodeMain).Assembly.Location, NodeMain.Word, ahead.ToString("c", CultureInfo.InvariantCulture), .. Arguments(ledger, telegram), .. settings]);

    /// <summary>Until it says under which name it is at work.</summary>
    public async Task<Guid> NodeIdAsync()
    {
        var patience = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(patience) < TimeSpan.FromSeconds(60))
        {
            if (_output.Select(line => IsAtWork().Match(line)).FirstOrDefault(match => match.Success) is { } match)
            {
                return Guid.Parse(match.Groups[1].Value);
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"The node did not begin to work:\n{string.Join('\n', _output)}");
    }

    /// <summary>Until it has greeted: all its doors are open.</summary>
    public async Task OpenedAsync()
    {
        await NodeIdAsync();
        while (!_output.Any(line => line.Contains("Ctrl+C", StringComparison.Ordinal)) && !_process.HasExited)
        {
            await Task.Delay(20);
        }
    }

    /// <summary>kill -9: no goodbye, nothing flushed.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as systemd does; returns the exit code and how long the goodbye took.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> TerminateAsync()
    {
        var started = Stopwatch.GetTimestamp();
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, Stopwatch.GetElapsedTime(started));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static ServiceProcess Start(string folder, IEnumerable<string> arguments) =>
        new(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true });

    private static IEnumerable<string> Arguments(IReadOnlyList<string> ledger, FakeTelegram telegram) =>
        ["--Urls=http://127.0.0.1:0", .. ledger, $"--Telegram:Token={telegram.Token}", $"--Telegram:BaseUrl={telegram.BaseUrl}"];

    [GeneratedRegex("Node ([0-9a-f-]{36}) is at work")]
    private static partial Regex IsAtWork();

    private void Note(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }
    }
}
