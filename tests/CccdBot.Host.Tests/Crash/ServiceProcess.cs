using System.Collections.Concurrent;
using System.Diagnostics;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Crash;

/// <summary>The built program as it runs in the village: a process of its own, which can be killed.</summary>
internal sealed class ServiceProcess : IDisposable
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

    public static string FileIn(string folder) => Path.Combine(folder, "cccdbot.db");

    public static ServiceProcess Start(string folder, FakeTelegram telegram, params string[] settings)
    {
        var how = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            typeof(House).Assembly.Location,
            "--Urls=http://127.0.0.1:0",
            $"--Database:ConnectionString=Data Source={FileIn(folder)}",
            $"--Telegram:Token={telegram.Token}",
            $"--Telegram:BaseUrl={telegram.BaseUrl}",
            .. settings,
        ];
        foreach (var argument in arguments)
        {
            how.ArgumentList.Add(argument);
        }

        return new ServiceProcess(how);
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

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
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

    private void Note(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }
    }
}
