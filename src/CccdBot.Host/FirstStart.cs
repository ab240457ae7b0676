using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Settings;
using CccdBot.Host.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host;

/// <summary>What happens between the command and the first visitor: the ledger made ready, the evenings opened, the chief's code printed.</summary>
internal static class FirstStart
{
    private const int Trouble = 1;

    private static readonly TimeSpan MigrationPatience = TimeSpan.FromMinutes(2);

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
        var settings = app.Services.GetRequiredService<ServiceSettings>();
        using var only = Take(settings, out var mayWrite);
        if (!mayWrite)
        {
            Say("Chưa khởi động được: không ghi được vào thư mục dữ liệu. Cấp quyền ghi, hoặc đổi Database__ConnectionString.");
            return Trouble;
        }

        if (only is null)
        {
            Say("Chưa khởi động được: một dịch vụ khác đang dùng tệp dữ liệu này. Tắt dịch vụ đó trước.");
            return Trouble;
        }

        try
        {
            var code = await PrepareAsync(app.Services, ct);
            await app.StartAsync(ct);
            Greet(app, settings, code);
        }
        catch (Exception closed) when (IsClosedAddress(closed))
        {
            Say($"Chưa khởi động được: {settings.Urls} đang có chương trình khác dùng, hoặc không phải địa chỉ của máy này. "
                + $"Đổi Urls, ví dụ Urls=http://127.0.0.1:5090 ({closed.GetType().Name}).");
            return Trouble;
        }
        catch (Microsoft.Data.Sqlite.SqliteException broken)
        {
            Say($"Chưa khởi động được: không mở được tệp dữ liệu (SQLite {broken.SqliteErrorCode}). Xem lại Database__ConnectionString và quyền ghi thư mục.");
            return Trouble;
        }

        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static OnlyOne? Take(ServiceSettings settings, out bool mayWrite)
    {
        try
        {
            mayWrite = true;
            return OnlyOne.Take(settings.Database.ConnectionString);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            mayWrite = false;
            return null;
        }
    }

    /// <summary>The port is taken, or the address is none of this machine's.</summary>
    public static bool IsClosedAddress(Exception? failure) => failure is IOException or System.Net.Sockets.SocketException;

    /// <summary>The ledger up to date, the evenings open; returns the first chief's code, or null when the chief is in.</summary>
    public static async Task<string?> PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var desk = services.CreateAsyncScope();
        var db = desk.ServiceProvider.GetRequiredService<CccdDb>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(MigrationPatience);
        await MigrateAsync(db, patience.Token);
        await desk.ServiceProvider.GetRequiredService<EveningPlan>().KeepOpenAsync(ct);
        return await FirstChiefCode.IssueFirstAsync(db, ct);
    }

    /// <summary>A service killed while migrating leaves its lock behind, and the next would wait for ever; we are the only one here.</summary>
    private static async Task MigrateAsync(CccdDb db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", ct);
        await db.Database.MigrateAsync(ct);
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
