using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CccdBot.Host.Channels.WebChat;

/// <summary>Which chat a browser belongs to: a secret in its cookie, of which we keep only the hash as the chat's address.</summary>
internal static class ChatSession
{
    private const string Cookie = "cccdbot_chat";
    private const int SecretBytes = 16;
    private const int AddressLength = 22;

    /// <summary>A reminder must still find its page the next week.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    /// <summary>The chat's address; null when the browser has none yet.</summary>
    public static string? AddressOf(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: > 0 } secret && Base64Url.IsValid(secret, out var bytes) && bytes == SecretBytes
            ? Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(secret)))[..AddressLength]
            : null;

    public static void Begin(HttpContext visit) => Keep(visit, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Thirty days more from this visit on.</summary>
    public static void Renew(HttpContext visit) => Keep(visit, visit.Request.Cookies[Cookie]!);

    private static void Keep(HttpContext visit, string secret) => visit.Response.Cookies.Append(
        Cookie,
        secret,
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = visit.Request.IsHttps, MaxAge = Lasts, IsEssential = true });
}
