using System.Text.RegularExpressions;
using CccdBot.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace CccdBot.Host.Tests.Web;

[Collection(ServiceProcess.Alone)]
[Trait("Engine", "sqlite")]
public sealed class ExampleSettingsTests
{
    private const string Example = "appsettings.example.json";

    [Fact]
    public void The_example_names_exactly_the_settings_there_are()
    {
        var written = new ConfigurationBuilder().AddJsonFile(RepositoryRoot.PathOf(Example)).Build().AsEnumerable()
            .Where(setting => setting.Value is not null)
            .Select(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal));

        Assert.Equal(SettingsReader.Names.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_of_the_example_has_one_line_of_explanation_above_it()
    {
        var lines = File.ReadAllLines(RepositoryRoot.PathOf(Example));

        var bare = lines.Index().Where(line => Regex.IsMatch(line.Item, "\"\\w+\": \"")
            && !lines[line.Index - 1].TrimStart().StartsWith("//", StringComparison.Ordinal));

        Assert.Empty(bare);
    }

    [Fact]
    public void The_example_says_the_defaults()
    {
        var (byExample, _) = new SettingsReader(new ConfigurationBuilder().AddJsonFile(RepositoryRoot.PathOf(Example)).Build()).Read();
        var (byDefault, _) = new SettingsReader(new ConfigurationBuilder().Build()).Read();

        Assert.Equal(byDefault!.Urls, byExample!.Urls);
        Assert.Equal(byDefault.PublicUrl, byExample.PublicUrl);
        Assert.Equal(byDefault.Database, byExample.Database);
        Assert.Equal(byDefault.Telegram, byExample.Telegram);
        Assert.Equal(byDefault.Commune.Name, byExample.Commune.Name);
    }

    [Fact]
    public async Task A_service_started_with_the_example_runs()
    {
        using var place = new Workplace();
        File.Copy(RepositoryRoot.PathOf(Example), place.PathOf("appsettings.json"));
        var address = ServiceProcess.FreeAddress();

        using var service = await ServiceProcess.OpenAsync(place.Folder, ("Urls", address.ToString()));
        using var visitor = new Visitor(address);
        using var page = await visitor.OpensAsync("/");

        Assert.True(page.IsSuccessStatusCode);
        Assert.True(File.Exists(place.PathOf("data/cccdbot.db")));
    }
}
