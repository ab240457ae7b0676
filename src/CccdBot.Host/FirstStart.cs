using CccdBot.Core.Answers.Teaching;
using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Settings;
using CccdBot.Host.Storage;

namespace CccdBot.Host;

/// <summary>What happens between the command and the first visitor: the ledger made ready, the evenings opened, the chief's code printed.</summary>
internal static class FirstStart
{
    private const int Trouble = 1;

    public static int Refuse(IReadOnlyList<string> problems)
    {
        Say("Chưa khởi động được. Cần sửa cấu hình:");
        foreach (var problem in problems)
        {
            Say($"  - {problem}");
        }

        Say("Mẫu đầy đủ: appsettings.example.json");
        return Trouble;
    }

    public static async Task<int> OpenAsync(WebApplication app, CancellationToken ct)
    {
        var (settings, ledger) = (app.Services.GetRequiredService<ServiceSettings>(), app.Services.GetRequiredService<LedgerStorage>());
        var (held, problem) = ledger.Take();
        using var whileRunning = held;
        if (problem is not null)
        {
            return Refuse(problem);
        }

        try
        {
            var code = await PrepareAsync(app.Services, ct);
            await app.StartAsync(ct);

            // To learn the book takes far more room than to know it; unasked, the runtime would keep it all for hours.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Greet(app, settings, code);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop while it was still getting up.
            await app.StopAsync(CancellationToken.None);
            return 0;
        }
        catch (Exception closed) when (IsClosedAddress(closed))
        {
            return Refuse($"{settings.Urls} đang có chương trình khác dùng, hoặc không phải địa chỉ của máy này. "
                + $"Đổi Urls, ví dụ Urls=http://127.0.0.1:5090 ({closed.GetType().Name}).");
        }
        catch (Exception broken) when (ledger.Explain(broken) is { } explained)
        {
            return Refuse(explained);
        }

        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static int Refuse(string problem)
    {
        Say($"Chưa khởi động được: {problem}");
        return Trouble;
    }

    /// <summary>The port is taken, or the address is none of this machine's.</summary>
    public static bool IsClosedAddress(Exception? failure) => failure is IOException or System.Net.Sockets.SocketException;

    /// <summary>The ledger up to date, the evenings open; returns the first chief's code, or null when there is none to be told.</summary>
    public static async Task<string?> PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        // The first question should not wait for the book to be learned.
        var book = services.GetRequiredService<OpenBook>();
        var learning = Task.Run(() => book.Present, ct);
        await using var desk = services.CreateAsyncScope();
        var db = desk.ServiceProvider.GetRequiredService<CccdDb>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(LedgerStorage.MigrationPatience);
        await desk.ServiceProvider.GetRequiredService<LedgerStorage>().MigrateAsync(db, patience.Token);
        var code = await OpenLedgerAsync(desk.ServiceProvider, db, patience.Token);
        await Task.WhenAll(learning, Task.Run(book.Look, ct));
        return code;
    }

    /// <summary>Nodes that start together open the evenings one after the other, and one of them prints the code.</summary>
    private static async Task<string?> OpenLedgerAsync(IServiceProvider desk, CccdDb db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        desk.GetRequiredService<Statements>().Alone("first start");
        await desk.GetRequiredService<EveningPlan>().KeepOpenAsync(ct);
        var code = await FirstChiefCode.IssueFirstAsync(db, desk.GetRequiredService<LedgerEngine>().IsShared, ct);
        await transaction.CommitAsync(ct);
        return code;
    }

    private static void Greet(WebApplication app, ServiceSettings settings, string? code)
    {
        var address = app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal);
        Say("");
        Say($"CccdBot · {settings.Commune.Name}{(settings.Commune.Trial ? " · DÙNG THỬ (dữ liệu mẫu)" : "")}");
        Say($"  Trang nhắn tin cho bà con:  {address}/");
        Say($"  Bàn trực của công an:       {address}{Dashboard.StaffDoor.DeskPath}");
        if (code is not null)
        {
            Say($"  Mã vào một lần cho trưởng công an xã:  {code}");
        }

        Say($"  Telegram: {(settings.Telegram.IsOn ? "bật" : "tắt (chưa có Telegram__Token)")}");
        Say("  Dừng: Ctrl+C");
        Say("");
    }

    internal static void Say(string line) => Console.Out.WriteLine(line);
}
