namespace CccdBot.Host;

/// <summary>What a browser may do with our pages: load nothing from elsewhere, run nothing inline, and not be framed.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <remarks>Set at the last moment: the page of an unforeseen error begins with a clean sheet.</remarks>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((visit, next) =>
    {
        visit.Response.OnStarting(() =>
        {
            var headers = visit.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            return Task.CompletedTask;
        });
        return next(visit);
    });
}
