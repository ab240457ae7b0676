using CccdBot.Host.Channels.Telegram;
using CccdBot.Host.Channels.WebChat;
using CccdBot.Host.Commands;
using CccdBot.Host.Dashboard;
using CccdBot.Host.Health;
using CccdBot.Host.Scheduling;
using CccdBot.Host.Settings;
using CccdBot.Host.Storage.Sqlite;
using Serilog;
using Serilog.Events;

namespace CccdBot.Host;

/// <summary>Puts the house together, opens it, and shuts it in good order.</summary>
internal static class House
{
    /// <summary>Whoever stops us waits so long before using force.</summary>
    private static readonly TimeSpan ClosingTakes = TimeSpan.FromSeconds(14);

    public static async Task<int> RunAsync(string[] args)
    {
        if (Build([.. args.Where(word => word != NewCode.Name)], out var problems) is not { } app)
        {
            return FirstStart.Refuse(problems);
        }

        await using (app)
        {
            return args.Contains(NewCode.Name) ? await NewCode.RunAsync(app.Services) : await FirstStart.OpenAsync(app, CancellationToken.None);
        }
    }

    /// <summary>The service, ready to be started; null when its settings are wrong.</summary>
    /// <param name="clock">A test holds it in its hand; the service takes the system's.</param>
    /// <param name="also">What a test brings into the house, such as a topic that breaks.</param>
    public static WebApplication? Build(
        string[] args, out IReadOnlyList<string> problems, TimeProvider? clock = null, Action<IServiceCollection>? also = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            // The pages are found by this name, also when a test's host has started us.
            ApplicationName = typeof(House).Assembly.GetName().Name,
        });
        if (SettingsFile.Load(builder.Configuration, args) is { } unreadable)
        {
            problems = [unreadable];
            return null;
        }

        (var settings, problems) = new SettingsReader(builder.Configuration).Read();
        if (settings is null)
        {
            return null;
        }

        if (!SqliteStorage.HasFolder(settings.Database.ConnectionString))
        {
            problems = ["Database__ConnectionString: không tạo được thư mục này; viết đường dẫn khác hoặc cấp quyền ghi."];
            return null;
        }

        builder.WebHost.UseUrls(settings.Urls);
        builder.Host.UseSerilog((_, log) => Configure(log));
        Furnish(builder.Services, settings, clock ?? TimeProvider.System);
        also?.Invoke(builder.Services);
        var app = builder.Build();
        OpenDoors(app);
        return app;
    }

    private static void Furnish(IServiceCollection house, ServiceSettings settings, TimeProvider clock)
    {
        house.Configure<HostOptions>(host => host.ShutdownTimeout = ClosingTakes);
        house.AddSingleton(clock)
            .AddSingleton(settings)
            .AddSingleton(settings.Commune.Profile)
            .AddSingleton(settings.Commune.Pattern)
            .AddSqlite(settings.Database.ConnectionString)
            .AddKeys(settings.Database.ConnectionString)
            .AddRooms()
            .AddPulse()
            .AddCompression()
            .AddDashboard()
            .AddWebChat();

        // Started in this order, stopped in the opposite one: the pen is the last to be put down.
        house.AddHostedService<PenWorker>().AddHostedService<PostmanWorker>().AddHostedService<FrontDeskWorker>();
        house.AddClockwork(clock).AddTelegram(settings.Telegram);
    }

    private static void OpenDoors(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/loi/500");
        app.UseWhen(IsPage, pages => pages.UseStatusCodePagesWithReExecute("/loi/{0}"));
        app.UseResponseCompression();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapWebChat();
        app.MapTelegram();
        app.MapPulse();
    }

    /// <summary>Programs call these two; a page of words instead of the plain status would only confuse them.</summary>
    private static bool IsPage(HttpContext visit) =>
        !visit.Request.Path.StartsWithSegments("/chat") && !visit.Request.Path.StartsWithSegments(TelegramWebhook.Path);

    /// <summary>One line a turn, ids only. The HTTP client's own lines carry addresses, and Telegram's carry the token: they are off.</summary>
    private static void Configure(LoggerConfiguration log) => log
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        .MinimumLevel.Override("System.Net.Http", LogEventLevel.Fatal)
        .Filter.ByExcluding(SaysFirstStartItself)
        .WriteTo.Console(
            outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
            formatProvider: System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An address that cannot be opened is told in plain words; the host's own line is a stack trace.</summary>
    private static bool SaysFirstStartItself(LogEvent line) =>
        line.MessageTemplate.Text == "Hosting failed to start" && FirstStart.IsClosedAddress(line.Exception);
}
