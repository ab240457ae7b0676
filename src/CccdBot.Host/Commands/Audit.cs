using CccdBot.Core.People.Staff;
using CccdBot.Host.Storage;

namespace CccdBot.Host.Commands;

/// <summary>"... -- audit verify": reads the book of what staff did and says whether every line is as it was written.</summary>
internal sealed class Audit : ICommand
{
    private const string Verify = "verify";

    /// <summary>The last seal as it was written down elsewhere.</summary>
    private const string Ends = "--end";

    public string Name => "audit";

    public async Task<int> RunAsync(CommandWords words)
    {
        if (words.Plain(0, Ends) != Verify)
        {
            FirstStart.Say("Cách dùng: audit verify [--end <dấu niêm phong đã ghi lại>]");
            return CommandLine.WrongUse;
        }

        var end = words.ValueOf(Ends);
        string[] settings = [.. words.All.Where(word => word != Verify && word != Ends && word != end)];
        if (House.Build(settings, out var problems) is not { } app)
        {
            return FirstStart.Refuse(problems);
        }

        await using (app)
        {
            return await ReadAsync(app.Services, end);
        }
    }

    private static async Task<int> ReadAsync(IServiceProvider services, string? end)
    {
        try
        {
            await using var desk = services.CreateAsyncScope();
            return Say(desk.ServiceProvider.GetRequiredService<AuditBook>().Verify(end));
        }
        catch (Exception broken) when (services.GetRequiredService<LedgerStorage>().Explain(broken) is { } explained)
        {
            FirstStart.Say($"Chưa làm được: {explained}");
            return 1;
        }
    }

    private static int Say(AuditFinding found)
    {
        FirstStart.Say(found switch
        {
            { BrokenAt: { } line } => $"Nhật ký KHÔNG còn nguyên: bị sửa, bớt hoặc thêm ở dòng {line}. Giữ nguyên máy, báo trưởng công an xã.",
            { HasEnd: false } => "Nhật ký KHÔNG còn nguyên: không có dấu niêm phong đã ghi lại. Giữ nguyên máy, báo trưởng công an xã.",
            _ => $"Nhật ký còn nguyên: {found.Lines} dòng. Dấu niêm phong cuối: {found.End}",
        });
        return found is { BrokenAt: null, HasEnd: true } ? 0 : 1;
    }
}
