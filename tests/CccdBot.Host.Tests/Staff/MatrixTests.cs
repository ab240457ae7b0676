using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using CccdBot.Core.Conversation;
using CccdBot.Core.People.Staff;
using CccdBot.Host.Dashboard;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Staff;

/// <summary>S4: who may do what stands in one file, and nothing is done otherwise.</summary>
public sealed partial class MatrixTests : IAsyncLifetime
{
    private readonly Village _village = new();

    private DateTime Now => _village.Clock.GetUtcNow().UtcDateTime;

    public Task InitializeAsync() => _village.InitializeAsync();

    public Task DisposeAsync() => _village.DisposeAsync();

    [Fact]
    [Trait("Engine", "sqlite")]
    public void Every_staff_page_and_every_form_on_it_has_a_row_and_no_row_is_left_over() => Assert.Equal(
        PagesAndForms().Order(StringComparer.Ordinal),
        Permissions.All.Select(row => row.What).Where(what => !what.StartsWith("chat", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    [Trait("Engine", "sqlite")]
    public void Every_staff_command_of_the_chat_has_a_row_and_no_row_is_left_over()
    {
        using var desk = _village.Service.Services.CreateScope();
        Assert.Equal(
            desk.ServiceProvider.GetServices<ITopic>().Where(topic => topic.IsForStaff).Select(topic => $"chat {topic.Command}").Order(StringComparer.Ordinal),
            Permissions.All.Select(row => row.What).Where(what => what.StartsWith("chat", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Role.Chief)]
    [InlineData(Role.Officer)]
    [InlineData(Role.Volunteer)]
    [InlineData(Role.Leader)]
    public async Task Each_role_can_open_and_send_what_the_matrix_allows_and_nothing_else(Role role)
    {
        var member = await _village.Service.StaffAsync(role, Now, "sui");
        using var visitor = await _village.Service.AtTheDeskAsync(member);
        await visitor.OpensAsync("/truc/ra");

        // The way out comes last.
        foreach (var row in Permissions.All.Where(row => row.What[..4] != "chat").OrderBy(row => row.What == "POST /truc/ra"))
        {
            using var answer = await TryAsync(visitor, row.What);
            var isLetIn = answer.StatusCode != HttpStatusCode.Forbidden && answer.Headers.Location?.AbsolutePathOf() != "/truc/vao";
            Assert.Equal((row.What, Permissions.Allow(role, row.What)), (row.What, isLetIn || row.What == "POST /truc/ra"));
            Assert.True((int)answer.StatusCode < 500, $"{row.What}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_form_that_has_no_row_is_sent_by_nobody()
    {
        using var chief = await _village.Service.AtTheDeskAsync(await _village.Service.StaffAsync(Role.Chief, Now));
        await chief.OpensAsync("/truc/ra");

        using var answer = await chief.FillsInAsync("/truc/buoi?handler=GiveAllAway");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_volunteer_sees_the_evenings_of_the_own_village_and_of_no_other()
    {
        using var hers = await _village.Service.AtTheDeskAsync(await _village.Service.StaffAsync(Role.Volunteer, Now, "sui"));
        using var leaders = await _village.Service.AtTheDeskAsync(await _village.Service.StaffAsync(Role.Leader, Now));

        await hers.OpensAsync("/truc/buoi");
        await leaders.OpensAsync("/truc/buoi");

        Assert.Contains("buôn Sui", hers.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Blăk", hers.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("/truc/buoi/", hers.Page, StringComparison.Ordinal);
        Assert.Contains("Blăk", leaders.Page, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> TryAsync(Visitor visitor, string what)
    {
        var words = what.Split(' ');
        var path = words[1].Replace("{id}", "1", StringComparison.Ordinal).Replace("{day}", "2026-12-05", StringComparison.Ordinal);
        return words[0] == "GET"
            ? await visitor.Browser.GetAsync(new Uri(path, UriKind.Relative))
            : await visitor.FillsInAsync(words.Length > 2 ? $"{path}?handler={words[2]}" : path);
    }

    /// <summary>Read from the routes and the handlers behind them: a new one is in the list by itself.</summary>
    private List<string> PagesAndForms() => [.. _village.Service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .SelectMany(endpoint => NamesOf(endpoint.RoutePattern.RawText!, endpoint.Metadata.GetMetadata<PageActionDescriptor>()!)).Distinct()];

    private IEnumerable<string> NamesOf(string route, PageActionDescriptor page)
    {
        var model = ModelOf(page);
        if (!typeof(StaffPage).IsAssignableFrom(model))
        {
            return [];
        }

        var forms = model.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(method => FormName().Match(method.Name)).Where(match => match.Success).Select(match => AsTheMatrixSays.NameOf("POST", route, match.Groups[1].Value));
        return forms.Prepend(AsTheMatrixSays.NameOf("GET", route, ""));
    }

    private TypeInfo ModelOf(PageActionDescriptor page)
    {
        using var desk = _village.Service.Services.CreateScope();
        var loader = desk.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>();
        return loader.LoadAsync(page, new Microsoft.AspNetCore.Http.EndpointMetadataCollection()).GetAwaiter().GetResult().ModelTypeInfo!;
    }

    [GeneratedRegex("^OnPost(.*?)(?:Async)?$")]
    private static partial Regex FormName();
}

internal static class UriOf
{
    /// <summary>Of an address that may be relative.</summary>
    public static string AbsolutePathOf(this Uri address) => new Uri(new Uri("http://x"), address).AbsolutePath;
}
