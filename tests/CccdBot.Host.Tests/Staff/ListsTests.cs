using System.Net;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Dashboard;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Crewing = CccdBot.Core.Booking.Evenings.Crew;

namespace CccdBot.Host.Tests.Staff;

/// <summary>What officers see first, find, take along as a file, and carry in their own calendar.</summary>
public sealed class ListsTests : IAsyncLifetime
{
    private static readonly ShiftedClock Morning = new(ShiftedClock.UntilMorning);

    private RunningService _service = null!;

    private static DateTime Now => Morning.GetUtcNow().UtcDateTime;

    public async Task InitializeAsync() => _service = await RunningService.StartAsync(clock: Morning);

    public Task DisposeAsync() => _service.DisposeAsync().AsTask();

    [Fact]
    public async Task The_first_page_says_what_is_to_be_decided_now_and_how_tonight_stands()
    {
        using var officer = await OfficerAsync();
        await officer.OpensAsync("/truc");
        Assert.Contains("Không có việc nào. Cán bộ yên tâm.", officer.Page, StringComparison.Ordinal);
        var evening = await Tonight.BeginAsync(_service, Morning, "Siu Lan", "Rmah Hoa");
        await StartsAsync(evening, Now.AddHours(5));
        await CallAsync(evening, "Siu Lan");

        await officer.OpensAsync("/truc");

        Assert.Contains("2 người đã đặt, còn 4 giờ", officer.Page, StringComparison.Ordinal);
        Assert.Contains($"class=\"urgent\" href=\"/truc/buoi/{evening}\"", officer.Page, StringComparison.Ordinal);
        Assert.Contains("href=\"/truc/can-goi\">1 người cần gọi hoặc tới báo", officer.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cán bộ yên tâm", officer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tonight_counts_who_has_a_booking_who_came_and_who_is_done()
    {
        var evening = await Tonight.BeginAsync(_service, Morning, "Siu Lan", "Rmah Hoa");
        using var officer = await OfficerAsync();
        await officer.OpensAsync($"/truc/buoi/{evening}");
        var seat = await _service.InLedgerAsync(db => db.Reservations.Where(r => r.Code == "A1" && r.SessionId == evening).Select(r => r.Id).SingleAsync());
        using var came = await officer.FillsInAsync($"/truc/buoi/{evening}?handler=Mark", ("seat", $"{seat}"), ("what", "in"));

        await officer.OpensAsync("/truc");

        Assert.Matches("(?s)Các buổi hôm nay.*<td class=\"number\">2</td><td class=\"number\">1</td><td class=\"number\">0</td>", officer.Page);
    }

    [Fact]
    public async Task Cards_that_have_come_are_ticked_off_by_the_list_and_only_those_are_told()
    {
        var evening = await Tonight.BeginAsync(_service, Morning, "Siu Lan", "Rmah Hoa", "Ksor Hoan");
        using var officer = await OfficerAsync();
        var seats = await _service.InLedgerAsync(db => db.Reservations.Where(r => r.SessionId == evening).OrderBy(r => r.Seat).Select(r => r.Id).ToListAsync());
        await officer.OpensAsync($"/truc/buoi/{evening}");
        foreach (var seat in seats)
        {
            using var came = await officer.FillsInAsync($"/truc/buoi/{evening}?handler=Mark", ("seat", $"{seat}"), ("what", "in"));
            using var done = await officer.FillsInAsync($"/truc/buoi/{evening}?handler=Mark", ("seat", $"{seat}"), ("what", "served"));
        }

        await officer.OpensAsync($"/truc/buoi/{evening}/the-da-ve");
        using var told = await officer.FillsInAsync($"/truc/buoi/{evening}/the-da-ve", ("seats", $"{seats[0]}"), ("seats", $"{seats[2]}"), ("seats", $"{seats[2]}"));
        await officer.OpensAsync($"/truc/buoi/{evening}/the-da-ve");

        Assert.Contains("Đã ghi thẻ về của 2 người.", officer.Page, StringComparison.Ordinal);
        Assert.Contains("Rmah Hoa", officer.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Siu Lan", officer.Page, StringComparison.Ordinal);
        Assert.Equal(2, await _service.InLedgerAsync(db => db.Reservations.CountAsync(r => r.CardReadyAt != null)));
    }

    [Fact]
    public async Task A_list_is_searched_without_marks()
    {
        var evening = await Tonight.BeginAsync(_service, Morning, "Ksor Y Blứt", "Rmah Hoa");
        await CallAsync(evening, "Ksor Y Blứt");
        await CallAsync(evening, "Rmah Hoa");
        using var officer = await OfficerAsync();

        await officer.OpensAsync("/truc/can-goi?tim=blut");
        Assert.Contains("Ksor Y Blứt", officer.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rmah Hoa", officer.Page, StringComparison.Ordinal);
        await officer.OpensAsync("/truc/can-goi?tim=khong%20co");
        Assert.Contains("Không thấy ai như vậy ở đây.", officer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_leaves_as_a_file_in_which_nothing_is_a_formula_and_the_reason_stands_in_the_book()
    {
        var evening = await Tonight.BeginAsync(_service, Morning, "Siu Lan", "Rmah Hoa");
        await CallAsync(evening, "Siu Lan");
        await RenameAsync("Siu Lan", "=cmd|'/c calc'!A1");
        using var officer = await OfficerAsync();
        await officer.OpensAsync("/truc/can-goi");

        using var file = await officer.FillsInAsync("/truc/can-goi?handler=Export", ("why", "giao trưởng buôn đi báo"));

        Assert.Equal(Spreadsheet.MediaType, file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("can-goi.xlsx", file.Content.Headers.ContentDisposition?.FileName);
        using var bytes = new MemoryStream(await file.Content.ReadAsByteArrayAsync());
        var row = ((IDictionary<string, object>)bytes.Query(useHeaderRow: true).Single()).ToDictionary(cell => cell.Key, cell => $"{cell.Value}");
        Assert.Equal("'=cmd|'/c calc'!A1", row["Tên"]);
        Assert.Equal("buổi này đã hoãn, mời chọn buổi khác", row["Cần nói"]);
        Assert.Equal(
            ["giao trưởng buôn đi báo"],
            await _service.InLedgerAsync(db => db.AuditEntries.Where(e => e.What == "POST /truc/can-goi Export").Select(e => e.Why).ToListAsync()));
    }

    [Theory]
    [InlineData("/truc/can-goi")]
    [InlineData("/truc/sai-du-lieu")]
    [InlineData("/truc/tai-nha")]
    [InlineData("/truc/buoi/1")]
    public async Task Without_a_reason_no_list_leaves_and_with_one_every_list_can(string page)
    {
        await Tonight.BeginAsync(_service, Morning, "Siu Lan");
        using var officer = await OfficerAsync();
        await officer.OpensAsync("/truc/ra");

        using var refused = await officer.FillsInAsync($"{page}?handler=Export", ("why", " x "));
        using var given = await officer.FillsInAsync($"{page}?handler=Export", ("why", "họp giao ban"));

        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Equal((HttpStatusCode.OK, Spreadsheet.MediaType), (given.StatusCode, given.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task An_officers_own_calendar_fetches_the_evenings_by_a_secret_address_until_it_is_renewed_or_they_leave()
    {
        var evening = await Tonight.BeginAsync(_service, Morning, "Siu Lan", "Rmah Hoa");
        var nam = await _service.StaffAsync(Role.Officer, Now, name: "Rơ Châm Nam");
        await _service.Services.GetRequiredService<WriteGate>().RunAsync<Crewing>(crew => crew.Set(evening, [nam.Id], ["Bộ máy 1"]));
        using var officer = await _service.AtTheDeskAsync(nam);
        using var phone = new HttpClient { BaseAddress = _service.Address };
        var first = await LinkAsync(officer);

        var plan = (await phone.GetStringAsync(new Uri(first))).ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Chờ xác nhận: 2 người đã đặt", plan, StringComparison.Ordinal);
        Assert.Contains("LOCATION:Nhà sinh hoạt cộng đồng buôn", plan, StringComparison.Ordinal);
        Assert.Contains("Rơ Châm Nam\\, Bộ máy 1", plan, StringComparison.Ordinal);
        Assert.DoesNotMatch("Siu|Rmah|VTIMEZONE", plan);
        var second = await LinkAsync(officer);
        Assert.Equal(HttpStatusCode.NotFound, (await phone.GetAsync(new Uri(first))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync(new Uri(second))).StatusCode);

        await _service.Services.GetRequiredService<WriteGate>().RunAsync<StaffList, bool>(staff => staff.RemoveAsync(nam.Id, Now, CancellationToken.None));

        Assert.Equal(HttpStatusCode.NotFound, (await phone.GetAsync(new Uri(second))).StatusCode);
    }

    private static async Task<string> LinkAsync(Visitor officer)
    {
        await officer.OpensAsync("/truc/dien-thoai");
        using var page = await officer.FillsInAsync("/truc/dien-thoai?handler=Calendar");
        return System.Text.RegularExpressions.Regex.Match(await page.Content.ReadAsStringAsync(), "code long\">([^<]+)<").Groups[1].Value;
    }

    private async Task<Visitor> OfficerAsync() => await _service.AtTheDeskAsync(await _service.StaffAsync(Role.Officer, Now, name: "Rơ Châm Nam"));

    private Task<int> StartsAsync(long evening, DateTime at) => _service.InLedgerAsync(
        db => db.Sessions.Where(s => s.Id == evening).ExecuteUpdateAsync(set => set.SetProperty(s => s.StartsAt, at).SetProperty(s => s.EndsAt, at.AddHours(2))));

    private Task CallAsync(long evening, string name) => _service.Services.GetRequiredService<WriteGate>().RunAsync<IServiceProvider>(async pen =>
    {
        var db = pen.GetRequiredService<CccdDb>();
        var person = await db.People.Where(p => p.Name == name).Select(p => p.Id).SingleAsync();
        var seat = await db.Reservations.Where(r => r.SessionId == evening && r.PersonId == person).Select(r => r.Id).SingleAsync();
        pen.GetRequiredService<Displaced>().AskToCall(person, seat, CallReason.EveningCalledOff, Now.AddHours(3), Now);
    });

    private Task<int> RenameAsync(string was, string name) => _service.InLedgerAsync(
        db => db.People.Where(p => p.Name == was).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, name)));
}
