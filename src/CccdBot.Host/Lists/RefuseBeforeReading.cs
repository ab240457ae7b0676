using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CccdBot.Host.Lists;

/// <summary>A file that is too large is refused by what its sender says of it, before a byte of it is read.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RefuseBeforeReadingAttribute(long mostBytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>The field of the form and its borders.</summary>
    private const int Wrapping = 64 * 1024;

    /// <summary>Before the check of the form's token, which reads the form.</summary>
    public int Order => -1;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > mostBytes + Wrapping)
        {
            context.Result = new RedirectResult($"{context.HttpContext.Request.Path}?qualon=true");
        }
    }
}
