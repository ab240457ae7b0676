using CccdBot.Core.People.Staff;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Host.Channels.Telegram;
using CccdBot.Host.Channels.WebChat;
using CccdBot.Host.Commands;
using CccdBot.Host.Dashboard;
using CccdBot.Host.Health;
using CccdBot.Host.Printing;
using CccdBot.Host.Scheduling;
using CccdBot.Host.Settings;
using CccdBot.Host.Storage;
using Microsoft.AspNetCore.HttpOverrides;
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
        if (CommandLine.Find(args) is { } command)
        {
            return await command();
        }

        if (Build(args, out var problems) is not { } app)
        {
            return FirstStart.Refuse(problems);
        }

        await using (app)
        {
            return await FirstStart.OpenAsync(app, CancellationToken.None);
        }
    }

    /// <summary>The service, ready to be started; null when its settings are wrong.</summary>
    /// <param name="clock">A test holds it in its hand; the service takes the system's.</param>
    /// <param name="also">What a test brings into the house, such as a topic that breaks.</param>
    /// <param name="sharesTicks">False for a clock held in the hand: nodes can share the ticks of a true one only.</param>
    public static WebApplication? Build(
        string[] args,
        out IReadOnlyList<string> problems,
        TimeProvider? clock = null,
        Action<IServiceCollection>? also = null,
        bool sharesTicks = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Settings are read once: to watch their files would take one of the machine's few watchers for nothing.
            Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"],
            ContentRootPath = AppContext.BaseDirectory,
            // The pages are found by this name, also when a test's host has started us.
            ApplicationName = typeof(House).Assembly.GetName().Name,
        });
        (var settings, problems) = SettingsReader.Read(builder.Configuration, args);
        if (settings is null)
        {
            return null;
        }

        builder.WebHost.UseUrls(settings.Urls);
        builder.Host.UseSerilog((_, log) => Configure(log));
        Furnish(builder.Services, settings, clock ?? TimeProvider.System, sharesTicks);
        also?.Invoke(builder.Services);
        var app = builder.Build();
        OpenDoors(app);
        return app;
    }

    private static void Furnish(IServiceCollection house, ServiceSettings settings, TimeProvider clock, bool sharesTicks)
    {
        house.Configure<HostOptions>(host => host.ShutdownTimeout = ClosingTakes);
        house.AddSingleton(clock)
            .AddSingleton(settings)
            .AddSingleton(settings.Commune.Profile)
            .AddSingleton(settings.Commune.Pattern)
            .AddSingleton(settings.Commune.Trips)
            .AddSingleton(settings.Commune.LinkRule)
            .AddSingleton(new AuditSecret(settings.AuditKey))
            .AddSingleton(new SentenceReader(settings.Commune.PlaceNames))
            .AddRooms()
            .AddPulse()
            .AddCompression()
            .AddDashboard()
            .AddWebChat()
            .AddPrinting()
            .Configure<ForwardedHeadersOptions>(forwarded => Believe(forwarded, settings));

        LedgerStorage.For(settings.Database).AddTo(house);

        // Started in this order, stopped in the opposite one: the pen is the last to be put down.
        house.AddHostedService<PenWorker>().AddHostedService<NodeWorker>().AddHostedService<PostmanWorker>()
            .AddHostedService<BookWorker>().AddHostedService<FrontDeskWorker>();
        house.AddClockwork(sharesTicks ? settings.Database : null, clock).AddTelegram(settings.Telegram);
    }

    private static void OpenDoors(WebApplication app)
    {
        app.UseForwardedHeaders();
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
        app.MapPrinting();
        app.MapTelegram();
        app.MapPulse();
    }

    /// <summary>Programs call these two; a page of words instead of the plain status would only confuse them.</summary>
    private static bool IsPage(HttpContext visit) =>
        !visit.Request.Path.StartsWithSegments("/chat") && !visit.Request.Path.StartsWithSegments(TelegramWebhook.Path);

    /// <summary>Else all citizens would share the address of the server before us, and the limits that go by it.</summary>
    private static void Believe(ForwardedHeadersOptions forwarded, ServiceSettings settings)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in settings.Proxies)
        {
            forwarded.KnownProxies.Add(proxy);
        }
    }

    /// <summary>One line a turn, ids only. The HTTP client's own lines carry addresses, and Telegram's carry the token: they are off.</summary>
    private static void Configure(LoggerConfiguration log) => log
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        // How SQLite rebuilds a table is said at each first start, and nobody can do anything about it.
        .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Migrations", LogEventLevel.Error)
        .MinimumLevel.Override("System.Net.Http", LogEventLevel.Fatal)
        .Filter.ByExcluding(SaysFirstStartItself)
        .WriteTo.Console(
            outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
            formatProvider: System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An address that cannot be opened is told in plain words; the host's own line is a stack trace.</summary>
    private static bool SaysFirstStartItself(LogEvent line) =>
        line.MessageTemplate.Text == "Hosting failed to start" && (FirstStart.IsClosedAddress(line.Exception) || line.Exception is OperationCanceledException);
}
