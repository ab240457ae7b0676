using CccdBot.Core.People;
using CccdBot.Core.Storage;

namespace CccdBot.Host.Commands;

/// <summary>"... -- new-code": a new one-time code for the staff pages, also while the service runs.</summary>
internal static class NewCode
{
    public const string Name = "new-code";

    public static async Task<int> RunAsync(IServiceProvider services)
    {
        await using var desk = services.CreateAsyncScope();
        var code = await FirstChiefCode.IssueAsync(desk.ServiceProvider.GetRequiredService<CccdDb>(), CancellationToken.None);
        FirstStart.Say($"Mã vào một lần: {code}");
        return 0;
    }
}
