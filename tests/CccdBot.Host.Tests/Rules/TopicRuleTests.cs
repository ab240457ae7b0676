using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Rules;

/// <summary>What can be asked for is known everywhere it should be.</summary>
public sealed class TopicRuleTests : IAsyncLifetime
{
    private static readonly Type[] Topics =
        [.. new[] { typeof(CccdDb).Assembly, typeof(House).Assembly }.SelectMany(a => a.GetTypes())
            .Where(type => typeof(ITopic).IsAssignableFrom(type) && type is { IsAbstract: false, IsInterface: false })];

    private FakeTelegram _telegram = null!;
    private RunningService _service = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync();
        _service = await RunningService.StartAsync(_telegram);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    [Fact]
    public void Every_topic_is_registered_once()
    {
        Assert.True(Topics.Length >= 10);
        Assert.Empty(Unregistered(Topics));
        Assert.Equal(Registered().Count, Registered().Select(topic => topic.Command).Distinct().Count());
    }

    [Fact]
    public void Canary_a_topic_that_was_forgotten_is_seen() =>
        Assert.Equal([typeof(Forgotten)], Unregistered([.. Topics, typeof(Forgotten)]));

    [Fact]
    public async Task Every_topic_stands_in_the_help_list_with_its_title_the_most_needed_first()
    {
        var lan = Citizen.New(_telegram);

        var first = (await lan.SaysAsync("/trogiup")).Text;
        var more = (await lan.TapsAsync("Xem thêm")).Text;

        Assert.Equal(6, first.Split('\n').Count(line => line.StartsWith('/')));
        Assert.All(new[] { first, more }, list => Assert.True(list.Length <= 350, $"{list.Length} characters:\n{list}"));
        Assert.Empty(NotListed(ForCitizens(), $"{first}\n{more}"));
        Assert.Equal(
            Registered().Where(topic => !topic.IsListed).Select(topic => topic.Command).Order(StringComparer.Ordinal),
            NotListed(Registered(), $"{first}\n{more}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Canary_a_topic_that_is_not_in_the_list_is_seen() =>
        Assert.Equal(["/quen"], NotListed([new Forgotten()], "/datlich: Đặt lịch tối"));

    [Fact]
    public async Task Every_topic_stands_in_telegrams_menu_in_vietnamese_and_by_default()
    {
        await _telegram.WaitForAsync(call => call.Method == "deleteWebhook");
        var menus = _telegram.Calls.Where(call => call.Method == "setMyCommands").ToList();

        Assert.Equal(["", "vi"], menus.Select(call => call.Parameters.TryGetProperty("language_code", out var code) ? code.GetString()! : "").Order());
        Assert.All(menus, call =>
        {
            var listed = call.Parameters.GetProperty("commands").EnumerateArray()
                .Select(command => $"/{command.GetProperty("command").GetString()}: {command.GetProperty("description").GetString()}");
            Assert.Empty(NotListed(ForCitizens(), string.Join('\n', listed)));
        });
    }

    private List<ITopic> Registered()
    {
        using var desk = _service.Services.CreateScope();
        return [.. desk.ServiceProvider.GetServices<ITopic>()];
    }

    /// <summary>What officers use is shown to officers, on their page.</summary>
    private IEnumerable<ITopic> ForCitizens() => Registered().Where(topic => topic.IsListed);

    private IEnumerable<Type> Unregistered(Type[] topics) => topics.Except(Registered().Select(topic => topic.GetType()));

    private static IEnumerable<string> NotListed(IEnumerable<ITopic> topics, string list) => topics
        .Where(topic => !list.Split('\n').Contains($"{topic.Command}: {topic.Title}")).Select(topic => topic.Command);

    private sealed class Forgotten : ITopic
    {
        public string Command => "/quen";

        public string Title => "Quên";

        public Task HandleAsync(Turn turn, CancellationToken ct) => Task.CompletedTask;
    }
}
