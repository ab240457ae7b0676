using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CccdBot.Host.Dashboard;

/// <summary>Who may open the staff pages: whoever spent the first chief's code in this browser.</summary>
internal static class StaffDoor
{
    public const string LoginPath = "/truc/vao";
    public const string DeskPath = "/truc";

    /// <summary>A shift; then the door closes even on a forgotten laptop.</summary>
    private static readonly TimeSpan Shift = TimeSpan.FromHours(8);

    public static IServiceCollection AddStaffDoor(this IServiceCollection house)
    {
        house.AddAuthorization().AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "cccdbot_staff";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.LoginPath = LoginPath;
            cookie.ExpireTimeSpan = Shift;
            cookie.SlidingExpiration = false;
        });
        return house;
    }

    /// <summary>Which officer is visiting.</summary>
    public static Guid OfficerOf(ClaimsPrincipal visitor) => Guid.Parse(visitor.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public static Task LetInAsync(HttpContext visit, Guid staffId)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, staffId.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        return visit.SignInAsync(new ClaimsPrincipal(identity));
    }
}
