using System.Collections.Concurrent;
using System.Net.Http.Headers;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Outreach.Relay;
using CccdBot.Core.Storage;
using CccdBot.Core.Voices;
using CccdBot.Host.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Clip = CccdBot.Core.Voices.Clip;

namespace CccdBot.Host.Tests.Web;

/// <summary>What a citizen with poor eyes, a small phone or a thin network meets.</summary>
[Collection(Chromium.Name)]
[Trait("Engine", "sqlite")]
public sealed class PageQualityTests(Chromium chromium) : IAsyncLifetime
{
    private const int MostBytes = 50 * 1024;
    private const int MostRequests = 8;

    /// <summary>Where a finger must hit (points): rule 24 of the setting, WCAG 2.5.5.</summary>
    private const float Finger = 44;

    private static readonly AxeRunOptions UpToAa = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
    };

    private RunningService _service = null!;

    public async Task InitializeAsync() => _service = await RunningService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task No_page_breaks_a_rule_of_wcag_aa(int width)
    {
        var page = await chromium.OpenAsync(_service.Address, width);
        await TalkAsync(page);
        await AskForAPersonAsync(page);
        await AskForOfficersToComeAsync();
        await AssertAccessibleAsync(page, "/");
        await AssertAccessibleAsync(page, "/truc/vao");
        await page.GetByLabel("Mã vào").FillAsync(_service.ChiefCode!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Vào", Exact = true }).ClickAsync();
        // Waiting for the address would also wait for a "load" that may be over before anyone listens for it.
        await page.GetByRole(AriaRole.Heading, new() { Name = "Bàn trực", Exact = true }).WaitForAsync();
        await AssertAccessibleAsync(page, "/truc");
        await AssertAccessibleAsync(page, "/truc/hoi-thoai/1");
        await AssertAccessibleAsync(page, "/truc/chua-biet");
        await AssertAccessibleAsync(page, "/truc/dien-thoai");
        await AssertAccessibleAsync(page, "/truc/buoi");
        await AssertAccessibleAsync(page, "/truc/buoi/1");
        await FillTheHallAsync();
        await AssertAccessibleAsync(page, "/truc/buoi/1");
        await AssertAccessibleAsync(page, "/truc/buoi/1/hang-cho");
        await AssertLargeEnoughAsync(page);
        await AssertAccessibleAsync(page, "/truc/buoi/1/man-hinh");
        await AssertAccessibleAsync(page, "/truc/buoi/1/danh-sach");
        await AssertAccessibleAsync(page, "/truc/buoi/1/phan-cong");
        await AssertAccessibleAsync(page, "/truc/buoi/1/so-cho");
        await AssertAccessibleAsync(page, "/truc/buoi/1/the-da-ve");
        await AssertAccessibleAsync(page, "/truc/buoi/1/loa");
        await AssertAccessibleAsync(page, "/truc/ap-phich");
        await AssertAccessibleAsync(page, "/truc/mo-buoi");
        await AssertAccessibleAsync(page, "/truc/ngay-nghi");
        await AssertAccessibleAsync(page, "/truc/thong-bao");
        await AssertAccessibleAsync(page, "/truc/thong-bao/moi?mau=thu");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi lại và xem trước" }).ClickAsync();
        await AssertAccessibleAsync(page, "/truc/thong-bao/1");
        await page.GetByText("Gửi khẩn, không chờ").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi khẩn cho" }).ClickAsync();
        await AssertAccessibleAsync(page, "/truc/thong-bao/1");
        await AssertAccessibleAsync(page, "/truc/thong-bao/1/can-bao");
        await RecordAsync();
        await AssertAccessibleAsync(page, "/truc/ghi-am");
        await AssertAccessibleAsync(page, "/truc/can-goi/in");
        await WriteDownPeopleAsync();
        await AssertAccessibleAsync(page, "/truc/can-goi");
        await AssertAccessibleAsync(page, $"/truc/buoi/{await ConfirmedAsync()}/loa");
        await AssertLargeEnoughAsync(page);
        await AssertAccessibleAsync(page, "/truc/danh-sach-nguoi");
        await AssertAccessibleAsync(page, "/truc/danh-sach-nguoi/them");
        await AssertAccessibleAsync(page, "/truc/danh-sach-nguoi/them?sua=1");
        await AssertAccessibleAsync(page, "/truc/danh-sach-nguoi/nhap");
        await AssertAccessibleAsync(page, $"/truc/danh-sach-nguoi/nhap/{await BringAListAsync()}");
        await AssertAccessibleAsync(page, "/truc/to-goi");
        await AssertAccessibleAsync(page, "/truc/sai-du-lieu");
        await AssertAccessibleAsync(page, "/truc/tai-nha");
        await AssertAccessibleAsync(page, "/truc/tai-nha/2026-12-05");
        await AssertAccessibleAsync(page, "/truc/chuyen-di");
        await AssertAccessibleAsync(page, "/truc/nguoi");
        await AssertAccessibleAsync(page, "/truc/nhat-ky");
        await AssertAccessibleAsync(page, "/truc/ra");
        await AssertAccessibleAsync(page, "/truc/vao/cho");
        await AssertAccessibleAsync(page, "/loi/404");
    }

    [Fact]
    public async Task The_first_page_of_a_newcomer_breaks_no_rule_either()
    {
        var page = await chromium.OpenAsync(_service.Address);

        await AssertAccessibleAsync(page, "/");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_page_for_printing_breaks_none_either_and_fits_the_screen(int width)
    {
        using var lan = await Visitor.AtHomeAsync(_service.Address);
        await lan.BooksAtSuiAsync();
        var link = (await lan.SaysAsync("/lichcuatoi")).Button("Lịch in ra").Link!;
        var page = await chromium.OpenAsync(_service.Address, width, script: true);

        await AssertAccessibleAsync(page, "/lich/cu-roi");
        await AssertAccessibleAsync(page, link);
        await AssertLargeEnoughAsync(page);

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Every_button_is_large_enough_for_a_finger(int width)
    {
        var page = await chromium.OpenAsync(_service.Address, width);

        await TalkAsync(page);
        await AssertLargeEnoughAsync(page);
        await page.GotoAsync("/truc/vao");
        await AssertLargeEnoughAsync(page);
        await page.GotoAsync("/loi/404");
        await AssertLargeEnoughAsync(page);
    }

    [Fact]
    public async Task The_first_load_is_light_and_comes_from_us_alone()
    {
        var page = await chromium.OpenAsync(_service.Address);
        var heard = new ConcurrentQueue<Uri>();
        page.Request += (_, request) => heard.Enqueue(new Uri(request.Url));

        // The script asks for the stream when everything else is there.
        await page.RunAndWaitForRequestAsync(() => page.GotoAsync("/"), "**/chat/stream*");
        var asked = heard.ToList();

        Assert.InRange(asked.Count, 3, MostRequests);
        Assert.All(asked, address => Assert.Equal(_service.Address.Authority, address.Authority));
        Assert.InRange(await WeightAsync(asked.Where(address => address.AbsolutePath != "/chat/stream")), 1, MostBytes);
    }

    private static async Task TalkAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Bà con nhắn ở đây").FillAsync("/datlich");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".choices button", new() { HasText = "Buôn Sui" }).ClickAsync();
        await page.Locator(".bot .say", new() { HasText = "còn chỗ các tối này" }).WaitForAsync();
    }

    /// <summary>So that the officer's pages have something to show.</summary>
    private static async Task AskForAPersonAsync(IPage page)
    {
        await page.GetByLabel("Bà con nhắn ở đây").FillAsync("/gapnguoi");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".bot .say", new() { HasText = "nhắn điều cần hỏi" }).WaitForAsync();
        await page.GetByLabel("Bà con nhắn ở đây").FillAsync("Cho cháu gặp cán bộ");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".bot .say", new() { HasText = "chuyển lời tới cán bộ" }).WaitForAsync();
    }

    /// <summary>One house that waits for an officer, one on the sheet of a Saturday, and a name for a trip.</summary>
    private async Task AskForOfficersToComeAsync()
    {
        foreach (var name in new[] { "Mẹ", "Bố" })
        {
            using var mai = await Visitor.AtHomeAsync(_service.Address);
            await mai.SaysAsync("/tainha");
            await mai.TapsAsync("Đồng ý");
            await mai.SaysAsync(name);
            await mai.TapsAsync("Già yếu");
            await mai.SaysAsync("nhà cạnh cây kơ nia, cuối buôn Sui");
            await mai.TapsAsync("Ngày nào cũng được");
            await mai.TapsAsync("Gửi cho cán bộ");
            await mai.SaysAsync("/chuyendi");
            await mai.TapsAsync("Rẫy đầu suối");
            await mai.TapsAsync(name);
        }

        await _service.Ground.SqlAsync("UPDATE home_visits SET state = 'Planned', day = '2026-12-05', part = 'Morning' WHERE name = 'Bố'");
        await _service.Ground.SqlAsync("UPDATE trips SET state = 'Open'");
    }

    /// <summary>Someone to be reached, as an errand for the evening of the day after tomorrow.</summary>
    private async Task WriteDownPeopleAsync()
    {
        var now = DateTime.UtcNow;
        var gate = _service.Services.GetRequiredService<WriteGate>();
        await gate.RunAsync<VillagerBook>(book =>
        {
            book.Open();
            book.Add(new VillagerForm("Siu H'Bia", "sui") { Carrier = "con gái H'Lan", FieldArea = "rẫy suối Ea Rmok", BirthYear = 1950 }, null, now);
        });
        var evening = await _service.InLedgerAsync(db => db.Sessions.Where(s => s.PlaceCode == "sui" && s.StartsAt > now.AddDays(1)).OrderBy(s => s.StartsAt).Select(s => s.Id).FirstAsync());
        await gate.RunAsync<EveningDesk, int?>(desk => desk.Confirm(evening, Guid.NewGuid(), now));
        await _service.Services.GetRequiredService<RelayRounds>().LookAsync();
    }

    /// <summary>One recording that waits to be heard, and one that is played.</summary>
    private Task RecordAsync() => _service.Services.GetRequiredService<WriteGate>().RunAsync<CccdDb>(async db =>
    {
        foreach (var state in new[] { ClipState.Waiting, ClipState.Approved })
        {
            var voice = new Enclosure { Id = Guid.NewGuid(), Kind = EnclosureKind.Voice, Content = [1], AddedAt = DateTime.UtcNow };
            db.AddRange(voice, new Clip
            {
                Subject = "evening 1 0A1B2C3D",
                Title = "Buôn Sui, thứ Năm, 26/11/2026, 18h30",
                Words = "Thứ Năm, 26/11/2026, 18h30, ở nhà sinh hoạt cộng đồng buôn Sui, xã làm căn cước và VNeID cho bà con.",
                Tongue = Tongue.Jrai,
                State = state,
                Seconds = 41,
                RecordedBy = Guid.NewGuid(),
                RecordedAt = DateTime.UtcNow,
                Channel = "telegram",
                Address = "1",
                File = "AwACAg",
                EnclosureId = voice.Id,
            });
        }

        await db.SaveChangesAsync();
    });

    private Task<long> ConfirmedAsync() => _service.InLedgerAsync(db => db.Sessions.Where(s => s.State == SessionState.Confirmed).Select(s => s.Id).FirstAsync());

    /// <summary>A file with a good line, a bad one and a column of ID numbers.</summary>
    private Task<Guid> BringAListAsync()
    {
        var (list, _) = ListStager.Stage([["Họ tên", "Buôn", "Số CCCD"], ["Siu Lan", "Sui", "079203001234"], ["Rmah Hoa", "Suy", ""]], ["chữ UTF-8"]);
        return _service.Services.GetRequiredService<WriteGate>().RunAsync<ImportDesk, Guid>(desk => desk.Show(list!, Guid.NewGuid(), DateTime.UtcNow));
    }

    /// <summary>Someone at the table, someone who waits and someone who is done.</summary>
    private async Task FillTheHallAsync()
    {
        var now = DateTime.UtcNow;
        await _service.InLedgerAsync(db => db.Sessions.Where(s => s.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(s => s.StartsAt, now)));
        var gate = _service.Services.GetRequiredService<WriteGate>();
        var officer = Guid.NewGuid();
        foreach (var name in new[] { "Ama Thin", "Ami Hbia", "Siu Lan" })
        {
            await gate.RunAsync<HallLine, int?>(line => line.LetIn(1, name, WishService.Card, null, Guid.NewGuid(), now));
        }

        for (var called = 0; called < 2; called++)
        {
            Assert.NotNull(await gate.RunAsync<HallLine, InHall?>(line => line.CallNext(1, officer, Guid.NewGuid(), now)));
        }

        Assert.True(await gate.RunAsync<HallDesk, bool>(desk => desk.Done(1, 1, [DeedKind.DossierTaken], officer, now)));
    }

    private static async Task AssertLargeEnoughAsync(IPage page)
    {
        // A tick is hit on its words as well.
        var targets = await page.Locator("button:visible:enabled, .button, .tick:visible, input:visible:not([type=checkbox], [type=radio])").AllAsync();
        Assert.NotEmpty(targets);
        foreach (var target in targets)
        {
            Assert.True((await target.BoundingBoxAsync())!.Height >= Finger, await target.TextContentAsync());
        }
    }

    private static async Task AssertAccessibleAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        var found = await page.RunAxe(UpToAa);
        await page.KeepPictureAsync($"trang{path.Replace('/', '-')}");
        Assert.True(found.Passes.Length > 0, "axe looked at nothing.");
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(
            rule => $"{path} {rule.Id}: {rule.Help}\n  {string.Join("\n  ", rule.Nodes.Select(node => node.Html))}")));
    }

    /// <summary>As it travels with gzip, which every browser takes.</summary>
    private static async Task<long> WeightAsync(IEnumerable<Uri> addresses)
    {
        using var network = new HttpClient();
        network.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        var total = 0L;
        foreach (var address in addresses)
        {
            total += (await network.GetByteArrayAsync(address)).Length;
        }

        return total;
    }
}
