using System.Security.Claims;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace CccdBot.Host.Dashboard;

/// <summary>Who may open the staff pages: whoever has a shift open in this browser, and only what the matrix allows them.</summary>
internal static class StaffDoor
{
    public const string LoginPath = "/truc/vao";
    public const string DeskPath = "/truc";

    /// <summary>The pages that every role has; who may not see the desk begins here.</summary>
    private const string EveningsPath = "/truc/buoi";

    /// <summary>On what a page fetches by itself: nobody touched anything.</summary>
    private const string ByItselfHeader = "X-By-Itself";

    private const string ShiftKey = "shift";

    public static IServiceCollection AddStaffDoor(this IServiceCollection house)
    {
        house.AddSingleton<IAuthorizationHandler, AsTheMatrixSays>()
            .AddAuthorizationBuilder()
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new IsPermitted()).Build());
        house.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "cccdbot_staff";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.CookieManager = new HostCookies();
            cookie.LoginPath = LoginPath;
            cookie.ExpireTimeSpan = StaffList.LongestShift;
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = CheckAsync;
            cookie.Events.OnRedirectToAccessDenied = refused =>
            {
                refused.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        return house;
    }

    /// <summary>Which officer is visiting.</summary>
    public static Guid OfficerOf(ClaimsPrincipal visitor) => Guid.Parse(visitor.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public static Role RoleOf(ClaimsPrincipal visitor) => Enum.Parse<Role>(visitor.FindFirstValue(ClaimTypes.Role)!);

    /// <summary>True when the visitor may open this page or send this form; for what a page shows.</summary>
    public static bool May(ClaimsPrincipal visitor, string what) => Permissions.Allow(RoleOf(visitor), what);

    private static string FirstPageOf(Role role) => Permissions.Allow(role, $"GET {DeskPath}") ? DeskPath : EveningsPath;

    /// <summary>Opens a shift in this browser; returns the first page of whoever came in.</summary>
    public static async Task<string> LetInAsync(HttpContext visit, Guid staffId, string how)
    {
        var things = visit.RequestServices;
        var now = things.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var (key, who) = await things.GetRequiredService<WriteGate>().RunAsync<IServiceProvider, (string, StaffMember?)>(async pen =>
        {
            var staff = pen.GetRequiredService<StaffList>();
            pen.GetRequiredService<AuditBook>().Note(staffId, how, "", "", now);
            return (await staff.OpenShiftAsync(staffId, now, CancellationToken.None), await staff.FindAsync(staffId, CancellationToken.None));
        });
        var identity = new ClaimsIdentity([new Claim(ShiftKey, key)], CookieAuthenticationDefaults.AuthenticationScheme);
        await visit.SignInAsync(new ClaimsPrincipal(identity));
        return FirstPageOf(who?.Role ?? Role.Leader);
    }

    /// <summary>Ends the shift, here and in the ledger: a copy of the cookie opens nothing any more.</summary>
    public static async Task LetOutAsync(HttpContext visit)
    {
        var things = visit.RequestServices;
        var now = things.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (visit.User.FindFirstValue(ShiftKey) is { } key)
        {
            await things.GetRequiredService<WriteGate>().RunAsync<StaffList>(staff => staff.EndShiftAsync(key, now, CancellationToken.None));
        }

        await visit.SignOutAsync();
    }

    /// <summary>Asked of the ledger at every visit: who was removed, or was away too long, is out at once.</summary>
    private static async Task CheckAsync(CookieValidatePrincipalContext visit)
    {
        var things = visit.HttpContext.RequestServices;
        var now = things.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var staysOn = AsTheMatrixSays.NameOf(visit.HttpContext) is { } what && Permissions.Of(what) is { StaysOn: true };
        if (!visit.HttpContext.Request.Path.StartsWithSegments(DeskPath)
            || visit.Principal?.FindFirstValue(ShiftKey) is not { } key
            || await things.GetRequiredService<StaffList>().AtWorkAsync(key, now, visit.HttpContext.RequestAborted, alsoIdle: staysOn) is not { } shift)
        {
            visit.RejectPrincipal();
            return;
        }

        if (shift.IsToBeSeen && !staysOn && !visit.HttpContext.Request.Headers.ContainsKey(ByItselfHeader))
        {
            await things.GetRequiredService<WriteGate>().RunAsync<StaffList>(staff => staff.SeeAsync(key, now, CancellationToken.None));
        }

        visit.Principal.AddIdentity(new ClaimsIdentity([
            new Claim(ClaimTypes.NameIdentifier, shift.Who.Id.ToString()), new Claim(ClaimTypes.Role, shift.Who.Role.ToString())]));
    }
}

/// <summary>What a staff page asks of its visitor beyond being known.</summary>
internal sealed class IsPermitted : IAuthorizationRequirement;

/// <summary>Looks up the page and the form in the matrix; what has no row there is shut.</summary>
internal sealed class AsTheMatrixSays : AuthorizationHandler<IsPermitted>
{
    /// <summary>"POST /truc/buoi/{id} Close"; null for what is no page.</summary>
    public static string? NameOf(HttpContext visit)
    {
        if (visit.GetEndpoint() is not RouteEndpoint page)
        {
            return null;
        }

        var method = HttpMethods.IsHead(visit.Request.Method) ? HttpMethods.Get : visit.Request.Method;
        return NameOf(method, page.RoutePattern.RawText!, visit.Request.Query["handler"].ToString());
    }

    /// <param name="route">"truc/buoi/{id:long}".</param>
    public static string NameOf(string method, string route, string form)
    {
        var path = string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? $"{part.Split(':')[0].TrimEnd('}')}}}" : part));
        return form.Length == 0 || HttpMethods.IsGet(method) ? $"{method} /{path}" : $"{method} /{path} {form}";
    }

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, IsPermitted requirement)
    {
        if (context.User.Identity?.IsAuthenticated == true
            && context.Resource is HttpContext visit
            && NameOf(visit) is { } what
            && Permissions.Allow(StaffDoor.RoleOf(context.User), what))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Over https a cookie of ours is bound to this host and can be set by no other (RFC 6265bis, "__Host-").</summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Named(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Named(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, Named(context, key), options);

    private static string Named(HttpContext visit, string key) => visit.Request.IsHttps ? $"__Host-{key}" : key;
}
