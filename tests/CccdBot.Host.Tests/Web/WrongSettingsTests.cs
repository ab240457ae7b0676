using System.Net;
using System.Net.Sockets;
using CccdBot.Core.Booking.Visits;
using CccdBot.Host.Settings;

namespace CccdBot.Host.Tests.Web;

/// <summary>Whatever is wrong in the settings is named, with what to write instead, and the program ends; no one reads a stack trace.</summary>
[Collection(ServiceProcess.Alone)]
[Trait("Engine", "sqlite")]
public sealed class WrongSettingsTests : IDisposable
{
    private const string Token = "123456:ABC-def-ghi";
    private const string Secret = "0123456789abcdef";

    private const string Spot = "{ \"code\": \"xa\", \"shortName\": \"Làng xa\", \"peopleNeeded\": 5 }";

    private const string Commune = $$"""
        {
          "name": "xã Thử", "trial": true, "hotline": null,
          "places": [ { "code": "a", "name": "Nhà A", "shortName": "A" } ],
          "evenings": { "from": "18:30", "to": "21:00", "slotMinutes": 30, "seatsPerSlot": 8, "daysAhead": 14 },
          "farSpots": [ {{Spot}} ]
        }
        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("Telegram__Token", "BotFather", "Telegram__Token=abc")]
    [InlineData("Telegram__Mode", "polling hoặc webhook", "Telegram__Mode=push")]
    [InlineData("Telegram__BaseUrl", "địa chỉ http", "Telegram__BaseUrl=may-chu")]
    [InlineData("Telegram__WebhookUrl", "cần có khi", $"Telegram__Token={Token}", "Telegram__Mode=webhook", $"Telegram__SecretToken={Secret}")]
    [InlineData("Telegram__SecretToken", "cần có khi", $"Telegram__Token={Token}", "Telegram__Mode=webhook", "Telegram__WebhookUrl=https://xa.vn/x")]
    [InlineData("Telegram__WebhookUrl", "https", "Telegram__WebhookUrl=http://xa.vn/telegram/webhook")]
    [InlineData("Telegram__SecretToken", "16 đến 256", "Telegram__SecretToken=ngan")]
    [InlineData("Telegram__Proxy", "socks5://", "Telegram__Proxy=10.0.0.1:1080")]
    [InlineData("Telegram__MessagesPerSecond", "số tin mỗi giây", "Telegram__MessagesPerSecond=nhanh")]
    [InlineData("Telegram__Tokn", "Các mục dùng được", "Telegram__Tokn=123456:ABC-def-ghi")]
    [InlineData("Database__Conection", "Các mục dùng được", "Database__Conection=x")]
    [InlineData("Database__Provider", "viết sqlite", "Database__Provider=oracle")]
    [InlineData("Database__ConnectionString", "viết như mẫu: Host=", "Database__Provider=postgres")]
    [InlineData("Database__ConnectionString", "không nối được máy chủ PostgreSQL", "Database__Provider=postgres", "Database__ConnectionString=Host=127.0.0.1;Port=1;Database=x")]
    [InlineData("Database__ConnectionString", "viết như mẫu", "Database__ConnectionString=Server=x;Pasword=y")]
    [InlineData("Database__ConnectionString", "viết như mẫu", "Database__ConnectionString=Data Source=:memory:")]
    [InlineData("Database__ConnectionString", "không ghi được vào thư mục", "Database__ConnectionString=Data Source=/dev/null/x/cccdbot.db")]
    [InlineData("Database__ConnectionString", "không mở được tệp", "Database__ConnectionString=Data Source=/tmp")]
    [InlineData("Proxies", "địa chỉ IP", "Proxies=nginx")]
    [InlineData("PublicUrl", "viết địa chỉ https", "PublicUrl=http://ten-mien-cua-xa.vn")]
    [InlineData("PublicUrl", "viết địa chỉ https", "PublicUrl=https://may-chu")]
    [InlineData("PublicUrl", "viết địa chỉ https", "PublicUrl=https://ten-mien-cua-xa.vn/bot")]
    [InlineData("Commune__File", "không thấy tệp", "Commune__File=khong-co.json")]
    [InlineData("Urls", "viết như mẫu", "Urls=cong-5080")]
    [InlineData("Urls", "viết như mẫu", "Urls=http://127.0.0.1:99999")]
    [InlineData("Urls", "viết như mẫu", "Urls=https://127.0.0.1:5443")]
    [InlineData("Urls", "viết như mẫu", "Urls=http://127.0.0.1:5080/chat")]
    [InlineData("Urls", "Đổi Urls", "Urls=http://203.0.113.7:5080")]
    public async Task A_wrong_setting_is_named_with_what_to_write_instead(string named, string hint, params string[] settings)
    {
        var printed = await RefusedAsync([.. settings.Select(setting => (setting.Split('=', 2)[0], setting.Split('=', 2)[1]))]);

        Assert.Contains(named, printed, StringComparison.Ordinal);
        Assert.Contains(hint, printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"xã Thử\",", "\"xã Thử\"", "không đúng dạng JSON")]
    [InlineData(Commune, "null", "tệp trống")]
    [InlineData(Commune, "", "không đúng dạng JSON")]
    [InlineData("\"xã Thử\"", "\" \"", "\"name\"")]
    [InlineData("\"name\": \"xã Thử\",", "", "thiếu mục")]
    [InlineData("{ \"code\": \"a\", \"name\": \"Nhà A\", \"shortName\": \"A\" }", "", "\"places\"")]
    [InlineData("{ \"code\": \"a\", \"name\": \"Nhà A\", \"shortName\": \"A\" }", "null", "\"places\"")]
    [InlineData("[ { \"code\": \"a\", \"name\": \"Nhà A\", \"shortName\": \"A\" } ]", "null", "thiếu mục")]
    [InlineData("\"code\": \"a\"", "\"code\": \"a|b\"", "\"code\"")]
    [InlineData("\"code\": \"a\"", "\"code\": \"đ\"", "chữ không dấu")]
    [InlineData("\"shortName\": \"A\"", "\"shortName\": \"Buôn ở cuối đường ra bờ suối\"", "dài 1 đến 24")]
    [InlineData("\"slotMinutes\": 30", "\"slotMinutes\": 0", "\"slotMinutes\"")]
    [InlineData("\"slotMinutes\": 30", "\"slotMinutes\": 200", "dài hơn cả buổi")]
    [InlineData("\"slotMinutes\": 30", "\"slotMinutes\": 5", "nhiều nhất 26")]
    [InlineData("\"seatsPerSlot\": 8", "\"seatsPerSlot\": 0", "\"seatsPerSlot\"")]
    [InlineData("\"daysAhead\": 14", "\"daysAhead\": 400", "\"daysAhead\"")]
    [InlineData("\"to\": \"21:00\"", "\"to\": \"18:00\"", "\"from\"")]
    [InlineData("\"to\": \"21:00\"", "\"to\": \"9 giờ\"", "dòng")]
    [InlineData("\"code\": \"xa\"", "\"code\": \"x|a\"", "\"code\" trong \"farSpots\"")]
    [InlineData("\"code\": \"xa\"", "\"code\": \"\"", "\"code\" trong \"farSpots\"")]
    [InlineData(Spot, "null", "\"code\" trong \"farSpots\"")]
    [InlineData(Spot, $"{Spot}, {Spot}", "một \"code\" riêng")]
    [InlineData("\"shortName\": \"Làng xa\"", "\"shortName\": \" \"", "\"shortName\" trong \"farSpots\"")]
    [InlineData("\"peopleNeeded\": 5", "\"peopleNeeded\": 0", "\"peopleNeeded\"")]
    [InlineData("\"peopleNeeded\": 5", "\"peopleNeeded\": 501", "\"peopleNeeded\"")]
    [InlineData("\"peopleNeeded\": 5", "\"peopleNeeded\": \"năm\"", "dòng")]
    public void A_hole_in_the_communes_file_is_pointed_at(string good, string bad, string hint)
    {
        var file = _place.Write("xa.json", Commune.Replace(good, bad, StringComparison.Ordinal));

        var app = House.Build([$"--Commune:File={file}"], out var problems);

        Assert.Null(app);
        Assert.StartsWith("Commune__File: ", Assert.Single(problems), StringComparison.Ordinal);
        Assert.Contains(hint, problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void More_far_spots_than_a_menu_holds_are_refused_and_as_many_as_it_holds_are_not()
    {
        var file = (int spots) => _place.Write($"{spots}.json", Commune.Replace(
            Spot, string.Join(", ", Enumerable.Range(0, spots).Select(at => Spot.Replace("\"xa\"", $"\"xa{at}\"", StringComparison.Ordinal))), StringComparison.Ordinal));

        var (all, none) = CommuneFile.Read(file(FarSpot.Most));
        var (_, problem) = CommuneFile.Read(file(FarSpot.Most + 1));

        Assert.Null(none);
        Assert.Equal(FarSpot.Most, all!.Trips.All.Count);
        Assert.Contains($"nhiều nhất {FarSpot.Most} điểm", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_commune_file_ends_the_program_with_its_line()
    {
        var file = _place.Write("xa.json", "{ \"name\": \"xã Thử\" \"places\": [] }");

        Assert.Contains("Commune__File: tệp không đúng dạng JSON", await RefusedAsync(("Commune__File", file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_settings_file_is_named()
    {
        _place.Write("appsettings.json", "{ \"Telegram\": { \"Token\": } }");

        Assert.Contains("appsettings.json: tệp không đúng dạng JSON", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_wrong_settings_are_all_named_at_once()
    {
        var printed = await RefusedAsync(("Telegram__Mode", "push"), ("Database__Provider", "oracle"));

        Assert.Contains("Telegram__Mode", printed, StringComparison.Ordinal);
        Assert.Contains("Database__Provider", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_ledger_is_told()
    {
        var file = _place.Write("anh.db", new string('x', 4096));

        Assert.Contains(
            "Database__ConnectionString", await RefusedAsync(("Database__ConnectionString", $"Data Source={file}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told_with_another_one_to_try()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var printed = await RefusedAsync(("Urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"));

        Assert.Contains("Đổi Urls, ví dụ Urls=http://127.0.0.1:5090", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_service_on_the_same_file_is_told_to_stop_the_first()
    {
        using var first = await ServiceProcess.OpenAsync(_place.Folder, ("Urls", ServiceProcess.FreeAddress().ToString()));

        Assert.Contains("một dịch vụ khác đang dùng tệp dữ liệu này", await RefusedAsync(), StringComparison.Ordinal);
    }

    /// <summary>Starts the real program and expects it to end; what it printed.</summary>
    private async Task<string> RefusedAsync(params (string Name, string Value)[] settings)
    {
        var urls = settings.Any(s => s.Name == "Urls") ? [] : new[] { ("Urls", ServiceProcess.FreeAddress().ToString()) };
        using var service = ServiceProcess.Start(_place.Folder, [.. settings, .. urls]);
        var code = await service.EndAsync();
        Assert.True(code == 1, $"It ended with {code}:\n{service.Printed}");
        Assert.Contains("Chưa khởi động được", service.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Printed, StringComparison.Ordinal);
        return service.Printed;
    }
}
