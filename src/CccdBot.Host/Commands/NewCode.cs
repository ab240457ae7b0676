using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Storage;

namespace CccdBot.Host.Commands;

/// <summary>"... -- new-code": a new one-time code for the staff pages, also while the service runs.</summary>
internal sealed class NewCode : ICommand
{
    public string Name => "new-code";

    public async Task<int> RunAsync(CommandWords words)
    {
        if (House.Build([.. words.All], out var problems) is not { } app)
        {
            return FirstStart.Refuse(problems);
        }

        await using (app)
        {
            return await IssueAsync(app.Services);
        }
    }

    private static async Task<int> IssueAsync(IServiceProvider services)
    {
        try
        {
            await using var desk = services.CreateAsyncScope();
            var code = await FirstChiefCode.IssueAsync(desk.ServiceProvider.GetRequiredService<CccdDb>(), CancellationToken.None);
            FirstStart.Say($"Mã vào một lần: {code}");
            FirstStart.Say("Ai nhập mã này ở bàn trực thì vào với quyền và tên của trưởng công an xã (có nhiều người thì người làm lâu nhất).");
            FirstStart.Say("Trưởng công an xã đã nối khung chat được báo khi mã được dùng.");
            return 0;
        }
        catch (Exception broken) when (services.GetRequiredService<LedgerStorage>().Explain(broken) is { } explained)
        {
            FirstStart.Say($"Chưa làm được: {explained}");
            return 1;
        }
    }
}
