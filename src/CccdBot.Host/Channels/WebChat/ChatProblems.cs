namespace CccdBot.Host.Channels.WebChat;

/// <summary>What is told when a message could not be taken in; carried over the redirect for pages without JavaScript.</summary>
internal static class ChatProblems
{
    public const string Empty = "Bà con chưa nhắn gì. Bà con gõ chữ hoặc bấm một nút giúp em.";
    public const string TooLong = "Tin dài quá. Bà con nhắn ngắn lại, dưới 1.000 chữ cái, giúp em.";
    public const string TooFast = "Bà con nhắn hơi nhanh, em chưa kịp đọc. Chờ nửa phút rồi nhắn tiếp giúp em.";
    public const string Unreadable = "Em chưa nhận được tin này. Bà con tải lại trang rồi nhắn lại giúp em.";

    private const string Cookie = "cccdbot_problem";

    private static readonly Dictionary<string, string> ByKey = new()
    {
        ["empty"] = Empty,
        ["long"] = TooLong,
        ["fast"] = TooFast,
        ["unreadable"] = Unreadable,
    };

    /// <summary>Our own script is asking, not a browser's plain form.</summary>
    public static bool WantsJson(HttpContext visit) =>
        visit.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    /// <summary>JSON for the script, a redirect back to the page for everyone else.</summary>
    public static IResult Tell(HttpContext visit, int status, string message)
    {
        if (WantsJson(visit))
        {
            return Results.Json(new { message }, statusCode: status);
        }

        var key = ByKey.First(known => known.Value == message).Key;
        visit.Response.Cookies.Append(
            Cookie, key, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(1) });
        return Results.Redirect("/#moi", permanent: false, preserveMethod: false);
    }

    public static string? TakeFrom(HttpContext visit)
    {
        if (visit.Request.Cookies[Cookie] is not { } key)
        {
            return null;
        }

        visit.Response.Cookies.Delete(Cookie);
        return ByKey.GetValueOrDefault(key);
    }
}
