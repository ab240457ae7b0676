using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CccdBot.Benchmarks;

/// <summary>The service as a process of its own, in a folder of its own.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    /// <summary>Enough seats that nobody is turned away, and menus of the size a commune has.</summary>
    private const string Commune = """
        { "name": "xã Đo Thử", "trial": true, "hotline": null,
          "places": [
            { "code": "a", "name": "Nhà văn hoá A", "shortName": "Buôn A" }, { "code": "b", "name": "Nhà văn hoá B", "shortName": "Buôn B" },
            { "code": "c", "name": "Nhà văn hoá C", "shortName": "Buôn C" }, { "code": "d", "name": "Nhà văn hoá D", "shortName": "Buôn D" },
            { "code": "e", "name": "Nhà văn hoá E", "shortName": "Buôn E" } ],
          "evenings": { "from": "18:30", "to": "21:00", "slotMinutes": 30, "seatsPerSlot": 120, "daysAhead": 14 } }
        """;

    private readonly Process _process;

    private ServiceProcess(Process process, string folder, string? chiefCode) => (_process, Folder, ChiefCode) = (process, folder, chiefCode);

    public string Folder { get; }

    /// <summary>By which the first chief comes in, as it was printed at the start.</summary>
    public string? ChiefCode { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double MemoryMiB
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public static async Task<(ServiceProcess Service, TimeSpan FirstAnswer)> StartAsync(
        string program, IReadOnlyDictionary<string, string> settings, int port)
    {
        var folder = Directory.CreateTempSubdirectory("cccdbot-bench-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "commune.json"), Commune);
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["Urls"] = $"http://127.0.0.1:{port}";
        start.Environment["Commune__File"] = Path.Combine(folder, "commune.json");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        string? chiefCode = null;
        _ = Task.Run(async () =>
        {
            // The log is read to its end: a pipe that fills up would stop the service.
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                chiefCode ??= Printed().Match(line) is { Success: true } code ? code.Value : null;
            }
        });
        await FirstAnswerAsync(port);
        return (new ServiceProcess(process, folder, chiefCode), Stopwatch.GetElapsedTime(began));
    }

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", $"-TERM {_process.Id}"))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    [GeneratedRegex("[2-9A-Z]{4}(-[2-9A-Z]{4}){3}")]
    private static partial Regex Printed();

    private static async Task FirstAnswerAsync(int port)
    {
        using var browser = new HttpClient();
        for (var tries = 0; tries < 3000; tries++)
        {
            try
            {
                using var answer = await browser.GetAsync(new Uri($"http://127.0.0.1:{port}/"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }

            await Task.Delay(10);
        }

        throw new TimeoutException("The service did not answer within 30 s.");
    }
}
