using System.Diagnostics;
using System.Globalization;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.People;
using CccdBot.Host.Lists;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Outreach;

/// <summary>A file becomes the list of people to reach: each good line a full record, also without a phone; whole or not at all.</summary>
public sealed class ImportTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 11, 26, 1, 0, 0, DateTimeKind.Utc);

    private Ledger _ledger = null!;

    public async Task InitializeAsync() => _ledger = await Lists.OpenAsync();

    public async Task DisposeAsync() => await _ledger.DisposeAsync();

    [Fact]
    public async Task A_person_without_a_phone_is_a_full_record()
    {
        await BringAsync("1;Siu H'Bia;làng Sui;không;1950;rẫy suối Ea Rmok;con gái H'Lan;tối thứ Bảy;chưa;chưa;đang ở rẫy;người già;đau chân");

        var bia = Assert.Single(await PeopleAsync());
        Assert.Equal(("Siu H'Bia", "sui", null, 1950), (bia.Name, bia.PlaceCode, bia.Phone, bia.BirthYear));
        Assert.Equal(("rẫy suối Ea Rmok", "con gái H'Lan", "tối thứ Bảy"), (bia.FieldArea, bia.Carrier, bia.Back));
        Assert.Equal((Known.No, Known.No, WhyNotYet.InTheFields, Frail.Old, "đau chân"), (bia.HasCard, bia.HasVneid, bia.WhyNot, bia.Frail, bia.Note));
    }

    [Theory]
    [InlineData("912345678", "0912345678", true)]
    [InlineData("0912 345 678", "0912345678", false)]
    [InlineData("+84 912.345.678", "0912345678", false)]
    [InlineData("84912345678", "0912345678", false)]
    [InlineData("02693123456", "02693123456", false)]
    public async Task A_phone_is_kept_in_one_way_of_writing_and_a_lost_zero_is_put_back_and_said(string written, string kept, bool isSaid)
    {
        var (list, _) = Lists.Stage(Lists.Csv(Lists.Heading, $"1;Siu Lan;Sui;{written}"));
        var line = Assert.Single(await ReadAsync(list!));

        Assert.Equal(kept, line.Form!.Phone);
        Assert.Equal(isSaid, line.Mended.Count == 1);
    }

    [Fact]
    public async Task Each_bad_line_has_its_own_reasons_and_the_good_ones_go_in()
    {
        var (id, count) = await BringAsync(
            "1;Siu Lan;Sui;0912345678",
            "2;;Sui",
            "3;Rmah Hoa;buôn Đâu Đó;0912",
            "4;=cmd|' /C calc'!A0;Blăk",
            "5;Ksor Blứt;Blăk;;;=HYPERLINK(\"x\")",
            "6;Ama Thin;buon blak;;3050");

        Assert.Equal((1, 0, 5), (count.Added, count.Known, count.Refused));
        var refused = (await ReadAsync((await FindAsync(id))!)).Where(line => line.Form is null).ToList();
        Assert.Equal([3, 4, 5, 6, 7], refused.Select(line => line.Line.Number));
        Assert.Equal("Chưa có tên.", Assert.Single(refused[0].Problems));
        Assert.Equal(2, refused[1].Problems.Count);
        Assert.StartsWith("Tên cần là chữ", Assert.Single(refused[2].Problems), StringComparison.Ordinal);
        Assert.Contains("như công thức", Assert.Single(refused[3].Problems), StringComparison.Ordinal);
        Assert.StartsWith("Năm sinh", Assert.Single(refused[4].Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bad_lines_come_back_as_a_spreadsheet_with_the_reason_beside_them_and_go_in_when_mended()
    {
        var (list, _) = Lists.Stage(Lists.Csv(Lists.Heading, "1;Siu Lan;Sui", "2;Rmah Hoa;Suy;0912345678;;@SUM(1)"));
        var lines = await ReadAsync(list!);

        var file = RefusedLines.Write(list!, lines);

        using var stream = new MemoryStream(file);
        var row = Assert.Single(stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>());
        Assert.Equal(("Rmah Hoa", "Suy", 3d), (row["Họ và tên"], row["Buôn"], row["Dòng"]));
        Assert.Contains("Không thấy buôn", (string)row["Lỗi"]!, StringComparison.Ordinal);
        Assert.Equal("'@SUM(1)", row["Rẫy"]);
        row["Buôn"] = "Sui";
        row["Rẫy"] = "";
        var (_, count) = await _ledger.BringAsync(Lists.Xlsx([row]), Now);
        Assert.Equal(new ImportCount(1, 0, 0), count);
    }

    [Fact]
    public async Task The_same_file_a_second_time_adds_nobody()
    {
        string[] lines = ["1;Siu Lan;Sui;0912345678", "2;H'Bia;Sui", "3;H'Bia;Blăk", "4;h bia;Sui;;1950"];

        Assert.Equal(new ImportCount(3, 1, 0), (await BringAsync(lines)).Count);
        Assert.Equal(new ImportCount(0, 4, 0), (await BringAsync(lines)).Count);
        Assert.Equal(3, (await PeopleAsync()).Count);
    }

    [Fact]
    public async Task Two_of_one_name_are_two_where_the_phone_or_the_year_says_so()
    {
        await BringAsync("1;H'Bia;Sui;0912345678", "2;H'Bia;Sui;0987654321", "3;H Bia;Sui;0912345678;1950", "4;H'Bia;Sui;0987654321;1960");

        Assert.Equal(["0912345678", "0987654321"], (await PeopleAsync()).Select(one => one.Phone).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_is_taken_over_once_however_often_the_button_is_pressed()
    {
        var (id, _) = await BringAsync("1;Siu Lan;Sui");

        Assert.Null(await _ledger.Gate.RunAsync<ImportDesk, ImportCount?>(desk => desk.TakeOver(id, Now, _ => { })));
    }

    [Fact]
    public async Task Nothing_of_a_file_is_kept_when_it_breaks_in_the_middle_and_it_can_be_taken_over_afterwards()
    {
        var (list, _) = Lists.Stage(Lists.Csv([Lists.Heading, .. Enumerable.Range(1, 600).Select(at => $"{at};Siu Lan;Sui;;{1900 + at % 100};;;;;;;;số {at}").DistinctBy(line => line.Split(';')[4])]));
        var id = await _ledger.Gate.RunAsync<ImportDesk, Guid>(desk => desk.Show(list!, Guid.NewGuid(), Now));
        await _ledger.Ground.BreakAsync("INSERT ON villagers", "NEW.birth_year = 1977");

        await Assert.ThrowsAnyAsync<Exception>(() => TakeOverAsync(id));

        Assert.Empty(await PeopleAsync());
        await _ledger.Ground.MendAsync();
        Assert.Equal(100, (await TakeOverAsync(id))!.Added);
    }

    [Fact]
    public async Task It_is_taken_back_within_a_day_and_who_was_there_before_stays()
    {
        await BringAsync("1;Siu Lan;Sui");
        var (id, count) = await BringAsync("1;Siu Lan;Sui", "2;Rmah Hoa;Sui", "3;Ama Thin;Blăk");
        Assert.Equal(new ImportCount(2, 1, 0), count);

        Assert.Equal((2, 0), await UndoAsync(id, Now.AddHours(23)));

        Assert.Equal("Siu Lan", Assert.Single(await PeopleAsync()).Name);
        Assert.Null(await UndoAsync(id, Now.AddHours(23)));
    }

    [Fact]
    public async Task After_a_day_it_is_too_late_to_take_back_and_its_lines_are_gone()
    {
        var (id, _) = await BringAsync("1;Siu Lan;Sui");

        Assert.Null(await UndoAsync(id, Now.AddHours(25)));
        Assert.NotNull(await FindAsync(id));
        await ClearAsync(Now.AddHours(25));

        Assert.Null(await FindAsync(id));
        Assert.Single(await PeopleAsync());
    }

    [Fact]
    public async Task Who_was_booked_since_is_not_taken_back()
    {
        var (id, _) = await BringAsync("1;Siu Lan;Sui", "2;Rmah Hoa;Sui");
        var lan = (await PeopleAsync()).Single(one => one.Name == "Siu Lan").Id;
        await _ledger.Gate.RunAsync<VillagerBook, PersonId>(book => book.PersonOf(lan, Now));

        Assert.Equal((1, 1), await UndoAsync(id, Now));
        Assert.Equal("Siu Lan", Assert.Single(await PeopleAsync()).Name);
    }

    [Theory]
    [InlineData("Số CCCD")]
    [InlineData("Cột lạ")]
    [InlineData("Ghi chú thêm")]
    public async Task A_column_of_id_numbers_is_never_kept_whatever_stands_above_it(string heading)
    {
        var (list, _) = Lists.Stage(Lists.Csv($"Họ tên,Làng,{heading}", "Siu Lan,Sui,079203001234", "Rmah Hoa,Sui,231234567"));
        Assert.Equal([2], list!.IdColumns);

        await _ledger.Gate.RunAsync<ImportDesk, Guid>(desk => desk.Show(list, Guid.NewGuid(), Now));

        var kept = Assert.Single(await _ledger.ReadAsync(db => db.ListImports.Select(import => import.Lines).ToListAsync()));
        Assert.DoesNotContain("079203001234", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("231234567", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1;Siu Lan;Sui;079203001234")]
    [InlineData("1;Siu Lan;Sui;231234567")]
    [InlineData("1;Siu Lan;Sui;0912345678;;;;;;;;;CCCD 079203001234")]
    [InlineData("1;Siu Lan;Sui;0912345678;;079203001234")]
    [InlineData("1;Siu Lan 079 203 001 234;Sui")]
    public async Task One_id_number_among_the_words_refuses_the_line_and_is_covered(string line)
    {
        string[] others = ["7;Rmah Hoa;Sui;0987654321;;rẫy;;;;;;;khoẻ", "8;Ama Thin;Sui;0987654322;;rẫy;;;;;;;khoẻ", "9;Ama Mai;Sui;0987654323;;rẫy;;;;;;;khoẻ"];
        var (id, count) = await BringAsync([line, .. others]);

        Assert.Equal((3, 1), (count.Added, count.Refused));
        var refused = (await ReadAsync((await FindAsync(id))!)).Single(read => read.Form is null);
        Assert.StartsWith("Có số giấy tờ", refused.Problems[0], StringComparison.Ordinal);
        var kept = Assert.Single(await _ledger.ReadAsync(db => db.ListImports.Select(import => import.Lines).ToListAsync()))!;
        Assert.DoesNotContain("079203001234", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("231234567", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("001 234", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_thousand_people_are_on_the_list_in_ten_seconds_and_in_little_memory()
    {
        var rows = Enumerable.Range(1, 5_000).Select(at => (IDictionary<string, object?>)new Dictionary<string, object?>
        {
            ["Họ và tên"] = $"Siu {(char)('A' + at % 26)}{(char)('a' + at / 26 % 26)}{(char)('a' + at / 676)}",
            ["Buôn"] = at % 2 == 0 ? "Sui" : "Blăk",
            ["Điện thoại"] = at % 3 == 0 ? null : 900_000_000d + at,
            ["Rẫy"] = "rẫy suối Ea Rmok",
        });
        var file = Lists.Xlsx(rows);
        var before = GC.GetTotalAllocatedBytes();
        var started = Stopwatch.GetTimestamp();

        var (_, count) = await _ledger.BringAsync(file, Now);

        var took = Stopwatch.GetElapsedTime(started);
        GC.Collect();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"5000 lines, {file.Length} bytes: {took.TotalSeconds:0.00} s, {(GC.GetTotalAllocatedBytes() - before) / 1048576} MB allocated, {GC.GetTotalMemory(true) / 1048576} MB held afterwards"));
        Assert.Equal(new ImportCount(5_000, 0, 0), count);
        Assert.InRange(took, TimeSpan.Zero, Long.AtMost(seconds: 10));
    }

    [Theory]
    [InlineData(29, 4)]
    [InlineData(31, 2)]
    [InlineData(364, 2)]
    [InlineData(366, 0)]
    public async Task Nobody_stays_on_the_list_longer_than_it_helps_them(int days, int left)
    {
        await BringAsync("1;Siu Lan;Sui;;;;;;có;có", "2;Rmah Hoa;Sui;;;;;;có;chưa", "3;Ama Thin;Sui", "4;Ksor Blứt;Sui");
        var gone = (await PeopleAsync()).Single(one => one.Name == "Ksor Blứt").Id;
        Assert.True(await _ledger.Gate.RunAsync<VillagerBook, bool>(book => book.Leave(gone, _ => true, Now)));

        await ClearAsync(Now.AddDays(days));

        Assert.Equal(left, (await PeopleAsync()).Count);
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_goes_from_the_list_too()
    {
        await BringAsync("1;Siu Lan;Sui", "2;Rmah Hoa;Sui");
        var lan = (await PeopleAsync()).Single(one => one.Name == "Siu Lan").Id;
        var person = await _ledger.Gate.RunAsync<VillagerBook, PersonId>(book => book.PersonOf(lan, Now));

        await _ledger.Gate.RunAsync<IServiceProvider>(async desk =>
        {
            foreach (var room in desk.GetServices<IForgetsPerson>())
            {
                await room.ForgetAsync(person, [], CancellationToken.None);
            }
        });

        Assert.Equal("Rmah Hoa", Assert.Single(await PeopleAsync()).Name);
    }

    [Fact]
    public async Task A_volunteer_changes_nobody_of_another_village()
    {
        await BringAsync("1;Siu Lan;Blăk");
        var lan = (await PeopleAsync()).Single().Id;
        var news = new VillagerNews(Known.Yes, Known.Yes, null, null, null);

        Assert.False(await _ledger.Gate.RunAsync<VillagerBook, bool>(book => book.Change(lan, place => place == "sui", news, Now)));
        Assert.False(await _ledger.Gate.RunAsync<VillagerBook, bool>(book => book.Leave(lan, place => place == "sui", Now)));
        Assert.True(await _ledger.Gate.RunAsync<VillagerBook, bool>(book => book.Change(lan, place => place == "blak", news, Now)));
    }

    private Task<(Guid Id, ImportCount Count)> BringAsync(params string[] lines) => _ledger.BringAsync(Lists.Csv([Lists.Heading, .. lines]), Now);

    private Task<ImportCount?> TakeOverAsync(Guid id) => _ledger.Gate.RunAsync<ImportDesk, ImportCount?>(desk => desk.TakeOver(id, Now, _ => { }));

    private Task<(int Gone, int Stay)?> UndoAsync(Guid id, DateTime now) => _ledger.Gate.RunAsync<ImportDesk, (int Gone, int Stay)?>(desk => desk.Undo(id, now));

    private Task<StagedList?> FindAsync(Guid id) => _ledger.Gate.RunAsync<ImportDesk, StagedList?>(desk => desk.Find(id));

    private Task<List<ReadLine>> ReadAsync(StagedList list) => _ledger.Gate.RunAsync<ImportDesk, List<ReadLine>>(desk => [.. desk.Read(list, Now)]);

    private Task<List<Villager>> PeopleAsync() => _ledger.ReadAsync(db => db.Villagers.AsNoTracking().ToListAsync());

    private Task ClearAsync(DateTime now) => _ledger.Gate.RunAsync<IServiceProvider>(async desk =>
    {
        foreach (var room in desk.GetServices<IClearsOld>())
        {
            await room.ClearAsync(now, CancellationToken.None);
        }
    });
}
