using System.Threading.RateLimiting;
using CccdBot.Core.Outreach;
using CccdBot.Host.Settings;

namespace CccdBot.Host.Dashboard;

/// <summary>The staff pages.</summary>
internal static class DashboardRegistration
{
    /// <summary>The name of the limit on guesses at the door.</summary>
    public const string Guesses = "guesses";

    private static readonly FixedWindowRateLimiterOptions FewGuesses = new() { PermitLimit = 5, Window = TimeSpan.FromMinutes(15) };

    public static IServiceCollection AddDashboard(this IServiceCollection house)
    {
        house.AddStaffDoor().AddRateLimiter(limits => limits.AddPolicy(Guesses, visit => HttpMethods.IsPost(visit.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(visit.Connection.RemoteIpAddress?.ToString() ?? "", _ => FewGuesses)
            : RateLimitPartition.GetNoLimiter("")));
        house.AddSingleton<Lists.Importing>().AddSingleton<StaffPages>(services => (path, chat) => services.GetRequiredService<ServiceSettings>().LinkFrom(chat, path));
        house.AddScoped<Today>().AddRazorPages();
        house.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(
            encoder => encoder.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        return house;
    }
}
