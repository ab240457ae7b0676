using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CccdBot.Host.Tests.Nodes;

/// <summary>A PostgreSQL server of one test's own, which it may stop and start again.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cccdbot-pg-").FullName;
    private readonly int _port = FreePort();

    private OwnServer()
    {
    }

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=cccdbot;Maximum Pool Size=40";

    public IReadOnlyList<string> Arguments => ["--Database:Provider=postgres", $"--Database:ConnectionString={ConnectionString}"];

    private static bool IsRoot => Environment.UserName == "root";

    private static string Programs => Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";

    public static async Task<OwnServer> StartNewAsync()
    {
        var server = new OwnServer();
        if (IsRoot)
        {
            await RunAsync("chown", ["postgres:", server._folder]);
        }

        await AsPostgresAsync("initdb", "-D", $"{server._folder}/data", "-U", "postgres", "-A", "trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8");
        await server.StartAsync();
        await AsPostgresAsync("createdb", "-h", "127.0.0.1", "-p", $"{server._port}", "-U", "postgres", "cccdbot");
        return server;
    }

    public Task StartAsync() => AsPostgresAsync(
        "pg_ctl", "-D", $"{_folder}/data", "-w", "-l", $"{_folder}/log", "-o",
        string.Create(CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off"), "start");

    /// <summary>At once, as a power cut does: every connection breaks.</summary>
    public Task StopAsync() => AsPostgresAsync("pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "stop");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The server refuses to run as root.</summary>
    private static Task AsPostgresAsync(string program, params string[] arguments) => IsRoot
        ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", $"{Programs}/{program}", .. arguments])
        : RunAsync($"{Programs}/{program}", arguments);

    private static async Task RunAsync(string program, IEnumerable<string> arguments)
    {
        // Its output is left alone: a server that inherited a pipe would keep it open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/tmp" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
