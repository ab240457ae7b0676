using System.Diagnostics;
using CccdBot.Host.Tests.Support;

namespace CccdBot.Host.Tests.Moving;

/// <summary>The command as the person at the server gives it: a process of its own, which can be killed.</summary>
internal sealed class MoveProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _printed;

    private MoveProcess(Process process)
    {
        _process = process;
        _printed = process.StandardOutput.ReadToEndAsync();
    }

    public static MoveProcess Start(string from, Ground to)
    {
        string[] arguments = [typeof(House).Assembly.Location, "move-to-postgres", "--from", from, .. to.Arguments];
        return new MoveProcess(Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = to.Folder, RedirectStandardOutput = true })!);
    }

    /// <summary>One move from the first word to the last.</summary>
    public static async Task<(int Code, string Printed)> RunAsync(string from, Ground to)
    {
        using var move = Start(from, to);
        return await move.EndAsync();
    }

    /// <summary>What it ended with and all it printed.</summary>
    public async Task<(int Code, string Printed)> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, await _printed);
    }

    /// <summary>kill -9: no goodbye, nothing tidied up.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
