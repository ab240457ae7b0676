using System.Net;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Lists;
using CccdBot.Host.Tests.Staff;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Outreach;

/// <summary>The list in the hands of those who work with it: brought by an officer, seen by a volunteer for the own village, by a leader not at all.</summary>
public sealed class ListPagesTests : VillageTests
{
    private const string Bring = "/truc/danh-sach-nguoi/nhap";
    private const string One = "/truc/danh-sach-nguoi/them";

    private DateTime Now => Village.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task An_officer_sees_how_the_file_was_read_takes_it_over_and_takes_it_back()
    {
        using var officer = await AtTheDeskAsync(Role.Officer);

        var shown = await BringAsync(officer, Lists.Csv(Lists.Heading, "1;Siu Lan;Sui;912345678", "2;Rmah Hoa;Suy"));

        Assert.Contains("cột ngăn bằng dấu chấm phẩy", officer.Page, StringComparison.Ordinal);
        Assert.Equal(ListColumn.FieldArea, ColumnsOf(officer.Page)[5]);
        Assert.Contains("1 dòng đã thêm số 0 ở đầu", officer.Page, StringComparison.Ordinal);
        Assert.Contains("Dòng 3: Không thấy buôn", officer.Page, StringComparison.Ordinal);
        Assert.Empty(await Village.AllAsync(db => db.Villagers));

        await SendAsync(officer, $"{shown}?handler=TakeOver");
        await Village.MovingOnAsync(TimeSpan.FromMilliseconds(600), async () => await Village.Service.InLedgerAsync(db => db.Villagers.AnyAsync()));
        await officer.OpensAsync(shown);
        Assert.Contains("thêm 1 người, 0 người đã có trong danh sách, 1 dòng cần sửa", officer.Page, StringComparison.Ordinal);
        await officer.OpensAsync("/truc/danh-sach-nguoi?tim=SIU+lan");
        Assert.Contains("0912345678", officer.Page, StringComparison.Ordinal);

        await officer.OpensAsync(shown);
        await SendAsync(officer, $"{shown}?handler=Undo");
        await officer.OpensAsync(shown);
        Assert.Contains("Đã hoàn tác: bỏ 1 người", officer.Page, StringComparison.Ordinal);
        Assert.Empty(await Village.AllAsync(db => db.Villagers));
    }

    [Fact]
    public async Task A_column_that_was_misread_is_righted_and_the_file_read_anew()
    {
        using var officer = await AtTheDeskAsync(Role.Officer);
        var shown = await BringAsync(officer, Lists.Csv("Họ tên;Làng;Liên hệ;Lưu ý;Thẻ số", "Siu Lan;Sui;0912345678;rẫy suối Ea Rmok;079203001234", "Rmah Hoa;Sui;;;"));
        Assert.Equal([ListColumn.Name, ListColumn.Village, ListColumn.None, ListColumn.Note], ColumnsOf(officer.Page));
        Assert.DoesNotContain("0912345678", officer.Page, StringComparison.Ordinal);

        await SendAsync(officer, $"{shown}?handler=Columns", Columns(ListColumn.Name, ListColumn.Village, ListColumn.Phone, ListColumn.FieldArea, ListColumn.IdNumber));
        await officer.OpensAsync(shown);
        Assert.Contains("Đã đọc lại", officer.Page, StringComparison.Ordinal);
        Assert.Contains("<td>0912345678</td>", officer.Page, StringComparison.Ordinal);
        await SendAsync(officer, $"{shown}?handler=TakeOver", ("dropIds", "true"));
        await Village.MovingOnAsync(TimeSpan.FromMilliseconds(600), async () => await Village.Service.InLedgerAsync(db => db.Villagers.AnyAsync()));

        var lan = (await Village.AllAsync(db => db.Villagers.AsNoTracking().Where(v => v.Name == "Siu Lan"))).Single();
        Assert.Equal(("0912345678", "rẫy suối Ea Rmok", (string?)null), (lan.Phone, lan.FieldArea, lan.Note));
    }

    [Theory]
    [InlineData(ListColumn.Name, ListColumn.None, ListColumn.Phone)]
    [InlineData(ListColumn.Name, ListColumn.Name, ListColumn.Village)]
    [InlineData(ListColumn.Note, ListColumn.Village, ListColumn.Phone)]
    public async Task Columns_that_make_no_list_are_not_taken(params ListColumn[] chosen)
    {
        using var officer = await AtTheDeskAsync(Role.Officer);
        var shown = await BringAsync(officer, Lists.Csv("Họ tên;Làng;Liên hệ", "Siu Lan;Sui;0912345678"));

        await SendAsync(officer, $"{shown}?handler=Columns", Columns(chosen));
        await officer.OpensAsync(shown);

        Assert.Contains("Chưa đổi: cần đúng một cột tên", officer.Page, StringComparison.Ordinal);
        Assert.Equal([ListColumn.Name, ListColumn.Village, ListColumn.None], ColumnsOf(officer.Page));
    }

    [Fact]
    public async Task What_no_column_needs_is_gone_when_the_file_is_taken_over_and_an_id_number_was_never_there()
    {
        using var officer = await AtTheDeskAsync(Role.Officer);
        var shown = await BringAsync(officer, Lists.Csv("Họ tên;Làng;Cột lạ;Cột khác", "Siu Lan;Sui;chuyen rieng;CCCD 079203001234", "Rmah Hoa;Sui;;", "Ama Thin;Sui;;", "Ama Mai;Sui;;"));
        Assert.Equal(0, await Village.RowsWithAsync("079203001234"));
        Assert.NotEqual(0, await Village.RowsWithAsync("chuyen rieng"));

        await SendAsync(officer, $"{shown}?handler=TakeOver", ("dropIds", "true"));
        await Village.MovingOnAsync(TimeSpan.FromMilliseconds(600), async () => await Village.Service.InLedgerAsync(db => db.Villagers.AnyAsync()));

        Assert.Equal(0, await Village.RowsWithAsync("chuyen rieng"));
    }

    [Fact]
    public async Task A_list_of_five_thousand_shows_a_bar_that_moves()
    {
        using var officer = await AtTheDeskAsync(Role.Officer);
        var shown = await BringAsync(officer, Lists.Csv([Lists.Heading, .. Enumerable.Range(0, 5_000).Select(at => $"{at};Siu {(char)('A' + at % 26)}{(char)('a' + at / 26 % 26)}{(char)('a' + at / 676)};Sui")]));

        var sent = SendAsync(officer, $"{shown}?handler=TakeOver");
        var bar = $"{shown}/toi-dau";
        var seen = new HashSet<string>();
        while (await Village.Service.InLedgerAsync(db => db.ListImports.Select(import => import.State).SingleAsync()) == ImportState.Shown)
        {
            using var looked = await officer.Browser.GetAsync(new Uri(bar, UriKind.Relative));
            var page = await looked.Content.ReadAsStringAsync();
            if (page.Contains("<progress max=\"5000\"", StringComparison.Ordinal))
            {
                Assert.Equal(["1"], looked.Headers.GetValues("Refresh"));
                seen.Add(page.Split("Đã nhập ")[1].Split(' ')[0]);
            }
        }

        Assert.True(seen.Count >= 3, $"The bar stood at {string.Join(", ", seen)}.");
        Village.Clock.Advance(TimeSpan.FromSeconds(1));
        await sent;
        Assert.Equal(5_000, await Village.Service.InLedgerAsync(db => db.Villagers.CountAsync()));
    }

    [Fact]
    public async Task One_person_is_written_down_by_hand_as_strictly_as_a_line_of_a_file()
    {
        using var mai = await AtTheDeskAsync(Role.Volunteer, "sui");
        await mai.OpensAsync(One);
        Assert.DoesNotContain("Buôn Blăk", mai.Page, StringComparison.Ordinal);
        foreach (var (fields, problem) in new ((string, string)[] Fields, string Problem)[]
        {
            ([("name", "Siu Lan 079203001234"), ("village", "sui")], "Có số giấy tờ"),
            ([("name", "Siu Lan"), ("village", "sui"), ("phone", "079203001234")], "Có số giấy tờ"),
            ([("name", "Siu Lan"), ("village", "sui"), ("note", "CMND 231234567")], "Có số giấy tờ"),
            ([("name", "Siu Lan"), ("village", "sui"), ("phone", "0912")], "Số điện thoại cần đủ 10 số"),
            ([("name", "=Siu"), ("village", "sui")], "Tên cần là chữ"),
            ([("name", "Siu Lan"), ("village", "blak")], "không còn trong danh sách của các buôn"),
        })
        {
            using var refused = await mai.FillsInAsync(One, fields);
            Assert.Contains(problem, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Empty(await Village.AllAsync(db => db.Villagers));
        await SendAsync(mai, One, ("name", "Siu Lan"), ("village", "sui"), ("phone", "912 345 678"), ("birthYear", "1950"), ("household", "nhà Ama Thin"), ("fieldArea", "rẫy suối Ea Rmok"),
            ("carrier", "con gái"), ("back", "tối thứ Bảy"), ("note", "nặng tai"), ("card", "No"), ("vneid", "Unknown"), ("whyNot", "InTheFields"), ("frail", "Old"));

        var lan = Assert.Single(await Village.AllAsync(db => db.Villagers.AsNoTracking()));
        Assert.Equal(
            ("0912345678", 1950, "nhà Ama Thin", "rẫy suối Ea Rmok", "con gái", "tối thứ Bảy", "nặng tai"),
            (lan.Phone, lan.BirthYear, lan.Household, lan.FieldArea, lan.Carrier, lan.Back, lan.Note));
        Assert.Equal((Known.No, Known.Unknown, WhyNotYet.InTheFields, Frail.Old), (lan.HasCard, lan.HasVneid, lan.WhyNot, lan.Frail));
        await mai.OpensAsync("/truc/danh-sach-nguoi");
        Assert.Contains("đã thêm: 0912345678", mai.Page, StringComparison.Ordinal);
        Assert.Equal(7, (await Village.AllAsync(db => db.Set<AuditEntry>().Where(entry => entry.What == $"POST {One}"))).Count);
    }

    [Fact]
    public async Task The_same_person_stands_there_once_and_who_left_comes_back_by_being_written_down()
    {
        using var officer = await AtTheDeskAsync(Role.Officer);
        await officer.OpensAsync(One);
        (string, string)[] lan = [("name", "Siu Lan"), ("village", "sui"), ("phone", "0912345678")];
        await SendAsync(officer, One, lan);

        using var again = await officer.FillsInAsync(One, lan);
        Assert.Contains("đã có người tên như vậy", WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await SendAsync(officer, One, [.. lan[..2], ("phone", "0912345679")]);
        var first = (await Village.AllAsync(db => db.Villagers.AsNoTracking().OrderBy(v => v.Id)))[0].Id;
        await SendAsync(officer, "/truc/danh-sach-nguoi?handler=Leave", ("id", $"{first}"));
        await SendAsync(officer, One, [.. lan, ("back", "chủ nhật")]);

        var all = await Village.AllAsync(db => db.Villagers.AsNoTracking().OrderBy(v => v.Id));
        Assert.Equal([("0912345678", "chủ nhật", null), ("0912345679", null, null)], all.Select(v => (v.Phone, v.Back, v.LeftAt)));
    }

    [Fact]
    public async Task What_stands_there_is_corrected_by_who_works_for_both_villages_and_the_name_in_the_hall_with_it()
    {
        var (sui, blak) = await TwoPeopleAsync();
        var person = await Village.Service.Services.GetServiceGate().RunAsync<VillagerBook, PersonId>(book => book.PersonOf(sui, Now));
        using var mai = await AtTheDeskAsync(Role.Volunteer, "sui");
        using var officer = await AtTheDeskAsync(Role.Officer);

        using var shut = await mai.OpensAsync($"{One}?sua={blak}");
        Assert.Equal(HttpStatusCode.NotFound, shut.StatusCode);
        await mai.OpensAsync($"{One}?sua={sui}");
        Assert.Contains("value=\"Siu Lan\"", mai.Page, StringComparison.Ordinal);
        using var taken = await mai.FillsInAsync($"{One}?sua={blak}", ("name", "Rmah Hoa"), ("village", "sui"));
        using var given = await mai.FillsInAsync($"{One}?sua={sui}", ("name", "Siu Lan"), ("village", "blak"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [taken.StatusCode, given.StatusCode]);
        await officer.OpensAsync($"{One}?sua={sui}");
        await SendAsync(officer, $"{One}?sua={sui}", ("name", "Siu H'Lan"), ("village", "blak"));
        await SendAsync(officer, $"{One}?sua={sui}", ("name", "Siu H'Lan"), ("village", "blak"), ("card", "Yes"));
        using var same = await officer.FillsInAsync($"{One}?sua={sui}", ("name", "Rmah Hoa"), ("village", "blak"));
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);

        var lan = (await Village.AllAsync(db => db.Villagers.AsNoTracking().Where(v => v.Id == sui))).Single();
        Assert.Equal(("Siu H'Lan", "siu h'lan", "blak", Known.Yes), (lan.Name, lan.NameFolded, lan.PlaceCode, lan.HasCard));
        Assert.Equal(("Siu H'Lan", "blak"), (await Village.AllAsync(db => db.People.AsNoTracking().Where(p => p.Id == person))).Select(p => (p.Name, p.HomePlace)).Single());
    }

    [Fact]
    public async Task The_lines_to_be_mended_are_fetched_as_a_spreadsheet()
    {
        using var officer = await AtTheDeskAsync(Role.Officer);
        var shown = await BringAsync(officer, Lists.Csv(Lists.Heading, "1;Siu Lan;Suy"));

        using var fetched = await officer.Browser.GetAsync(new Uri($"{shown}?handler=Refused", UriKind.Relative));

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", fetched.Content.Headers.ContentType!.MediaType);
        Assert.Equal("PK"u8.ToArray(), (await fetched.Content.ReadAsByteArrayAsync())[..2]);
    }

    [Fact]
    public async Task A_file_with_id_numbers_goes_in_only_when_the_column_is_said_to_be_left_out()
    {
        using var officer = await AtTheDeskAsync(Role.Officer);
        var shown = await BringAsync(officer, Lists.Csv("Họ tên,Làng,Số CCCD", "Siu Lan,Sui,079203001234"));
        Assert.Contains("Dịch vụ không giữ số này", officer.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("079203001234", officer.Page, StringComparison.Ordinal);

        await SendAsync(officer, $"{shown}?handler=TakeOver");
        Assert.Empty(await Village.AllAsync(db => db.Villagers));
        await officer.OpensAsync(shown);
        await SendAsync(officer, $"{shown}?handler=TakeOver", ("dropIds", "true"));

        await Village.MovingOnAsync(TimeSpan.FromMilliseconds(600), async () => await Village.Service.InLedgerAsync(db => db.Villagers.AnyAsync()));
        Assert.Equal(0, await Village.RowsWithAsync("079203001234"));
    }

    [Fact]
    public async Task A_hundred_megabytes_are_refused_by_what_is_said_of_them_before_they_are_read()
    {
        using var officer = await AtTheDeskAsync(Role.Officer);
        await officer.OpensAsync(Bring);
        using var hundred = new StreamContent(new Endless(100L * 1024 * 1024));
        using var form = new MultipartFormDataContent { { hundred, "file", "lon.xlsx" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Bring, UriKind.Relative)) { Content = form };
        // The answer comes before the file is sent: whoever asks first need not send it at all.
        request.Headers.ExpectContinue = true;

        using var answer = await officer.Browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await officer.OpensAsync(answer.Headers.Location!.ToString());
        Assert.Contains($"File lớn hơn {SheetReader.MostBytes / 1048576} MB", officer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_volunteer_sees_the_own_village_and_changes_nobody_elsewhere()
    {
        var (sui, blak) = await TwoPeopleAsync();
        using var mai = await AtTheDeskAsync(Role.Volunteer, "sui");

        await mai.OpensAsync("/truc/danh-sach-nguoi");
        Assert.Contains("Siu Lan", mai.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rmah Hoa", mai.Page, StringComparison.Ordinal);
        await mai.OpensAsync("/truc/danh-sach-nguoi?lang=blak&tim=hoa");
        Assert.DoesNotContain("Rmah Hoa", mai.Page, StringComparison.Ordinal);
        await mai.OpensAsync("/truc/danh-sach-nguoi");
        foreach (var id in new[] { sui, blak })
        {
            await SendAsync(mai, "/truc/danh-sach-nguoi?handler=Change", ("id", $"{id}"), ("card", "Yes"), ("vneid", "No"), ("carrier", "trưởng buôn"));
        }

        var after = await Village.AllAsync(db => db.Villagers.AsNoTracking().OrderBy(v => v.Id));
        Assert.Equal([(Known.Yes, "trưởng buôn"), (Known.Unknown, null)], after.Select(v => (v.HasCard, v.Carrier)));
    }

    [Fact]
    public async Task A_leader_sees_no_name_and_who_looked_is_written_down()
    {
        await TwoPeopleAsync();
        using var leader = await AtTheDeskAsync(Role.Leader);
        using var officer = await AtTheDeskAsync(Role.Officer);

        using var shut = await leader.OpensAsync("/truc/danh-sach-nguoi");
        await officer.OpensAsync("/truc/danh-sach-nguoi");

        Assert.DoesNotContain("Siu Lan", leader.Page, StringComparison.Ordinal);
        Assert.Contains("Siu Lan", officer.Page, StringComparison.Ordinal);
        Assert.Single(await Village.AllAsync(db => db.Set<AuditEntry>().Where(entry => entry.What == "GET /truc/danh-sach-nguoi")));
    }

    [Fact]
    public async Task The_list_is_filtered_and_turned_page_by_page()
    {
        await Village.Service.Services.GetServiceGate().RunAsync<VillagerBook>(book =>
        {
            book.Open();
            for (var at = 0; at < 60; at++)
            {
                book.Add(new VillagerForm($"Siu {(char)('A' + at / 26)}{(char)('A' + at % 26)}", "sui") { Phone = at < 5 ? null : "0912345678", HasCard = at < 50 ? Known.Yes : Known.No }, null, Now);
            }
        });
        using var officer = await AtTheDeskAsync(Role.Officer);

        await officer.OpensAsync("/truc/danh-sach-nguoi?trang=2");
        Assert.Contains("60 người, trang 2 trên 2", officer.Page, StringComparison.Ordinal);
        Assert.Contains("Siu CH", officer.Page, StringComparison.Ordinal);
        await officer.OpensAsync("/truc/danh-sach-nguoi?loc=chua-the&trang=9");
        Assert.Contains("<p>10 người</p>", officer.Page, StringComparison.Ordinal);
        await officer.OpensAsync("/truc/danh-sach-nguoi?loc=khong-dt");
        Assert.Contains("<p>5 người</p>", officer.Page, StringComparison.Ordinal);
    }

    private async Task<(long Sui, long Blak)> TwoPeopleAsync() => await Village.Service.Services.GetServiceGate().RunAsync<VillagerBook, (long, long)>(book =>
    {
        book.Open();
        return (book.Add(new VillagerForm("Siu Lan", "sui"), null, Now)!.Value, book.Add(new VillagerForm("Rmah Hoa", "blak"), null, Now)!.Value);
    });

    private async Task<Visitor> AtTheDeskAsync(Role role, string villages = "") =>
        await Village.Service.AtTheDeskAsync(await Village.Service.StaffAsync(role, Now, villages, $"{role}"));

    /// <summary>What is chosen for each column that can be chosen.</summary>
    private static List<ListColumn> ColumnsOf(string page) =>
        [.. page.Split("name=\"columns\">").Skip(1).Select(column => Enum.Parse<ListColumn>(column.Split(" selected=")[0].Split("value=\"")[^1].TrimEnd('"')))];

    private static (string Name, string Value)[] Columns(params ListColumn[] chosen) => [.. chosen.Select(column => ("columns", $"{column}"))];

    private static async Task<string> BringAsync(Visitor officer, byte[] file)
    {
        await officer.OpensAsync(Bring);
        using var sent = await officer.BringsAsync(Bring, file, "danh-sach.csv");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var shown = sent.Headers.Location!.ToString();
        await officer.OpensAsync(shown);
        return shown;
    }

    private static async Task SendAsync(Visitor officer, string path, params (string Name, string Value)[] fields)
    {
        using var sent = await officer.FillsInAsync(path, fields);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    /// <summary>So many bytes that nobody has to hold.</summary>
    private sealed class Endless(long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _at; set => _at = value; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _at);
            _at += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => _at = offset;

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

internal static class GateOfService
{
    public static WriteGate GetServiceGate(this IServiceProvider services) => (WriteGate)services.GetService(typeof(WriteGate))!;
}
