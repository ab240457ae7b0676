using System.Diagnostics;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Channels;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.People.Staff;
using CccdBot.Host.Tests.Staff;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Outreach;

/// <summary>A list pasted in the chat: everyone good is written down at once, every bad line is answered by itself.</summary>
public sealed class RosterTests : VillageTests
{
    private static readonly TimeSpan Promise = Long.AtMost(seconds: 5);

    [Fact]
    public async Task Thirty_lines_are_written_down_in_five_seconds_and_each_bad_one_is_answered_by_itself()
    {
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui");
        string[] good = [.. Enumerable.Range(0, 26).Select(at => $"{at + 1}. Siu {(char)('A' + at)}nh, làng Sui, không đt, rẫy suối Ea Rmok, qua con gái H'Lan, về tối thứ Bảy")];
        string[] bad = ["27. , làng Sui", "28. Rmah Hoa, làng Blăk, 0912345678", "29. Ksor Blứt, làng Xa Lạ", "30. Ama Thin, làng Sui, đt 0912"];
        var started = Stopwatch.GetTimestamp();

        await mai.SaysAsync($"/danhsach\n{string.Join('\n', good.Concat(bad))}");
        await SaidAsync("Đã ghi 26 người mới, 0 người đã có trong danh sách, 4 dòng cần sửa");

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Promise);
        var mend = await SaidAsync("Dòng 27:");
        Assert.Contains("Dòng 27: Chưa có tên.", mend, StringComparison.Ordinal);
        Assert.Contains("Dòng 28: Buôn này do đoàn viên khác phụ trách.", mend, StringComparison.Ordinal);
        Assert.Contains("Dòng 29: Không thấy buôn", mend, StringComparison.Ordinal);
        Assert.Contains("Dòng 30: Số điện thoại", mend, StringComparison.Ordinal);
        var people = await Village.AllAsync(db => db.Villagers.AsNoTracking().OrderBy(v => v.Name));
        Assert.Equal(26, people.Count);
        Assert.All(people, one => Assert.Equal(("sui", null, "rẫy suối Ea Rmok", "con gái H'Lan", "tối thứ Bảy"), (one.PlaceCode, one.Phone, one.FieldArea, one.Carrier, one.Back)));
    }

    [Fact]
    public async Task Pasted_again_it_changes_nothing_and_nobody_gets_a_second_seat()
    {
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui");
        const string List = "/danhsach Siu Lan, không đt, qua trưởng buôn\nRmah Hoa, 0912345678";
        await mai.SaysAsync(List);
        await mai.TapsAsync("Giữ chỗ");
        await SaidAsync("Đã giữ chỗ cho 2 người");
        await SaidAsync("Siu Lan: A");
        var before = await Village.AllAsync(db => db.Villagers.AsNoTracking().OrderBy(v => v.Id));

        await mai.SaysAsync(List);
        await SaidAsync("Đã ghi 0 người mới, 2 người đã có");
        await mai.TapsAsync("Giữ chỗ");
        await SaidAsync("Đã giữ chỗ cho 0 người, 2 người đã có lịch từ trước");

        var after = await Village.AllAsync(db => db.Villagers.AsNoTracking().OrderBy(v => v.Id));
        Assert.Equivalent(before, after, strict: true);
        Assert.Equal([ReservationState.Booked, ReservationState.Booked], await Village.AllAsync(db => db.Reservations.Select(r => r.State)));
    }

    [Fact]
    public async Task Who_has_neither_phone_nor_someone_who_carries_word_is_written_down_and_kept_no_seat()
    {
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui");
        await mai.SaysAsync("/danhsach Siu Lan, không đt");

        await mai.TapsAsync("Giữ chỗ");

        await SaidAsync("Siu Lan: chưa có điện thoại và người báo giúp");
        Assert.Empty(await Village.AllAsync(db => db.Reservations));
        await mai.SaysAsync("/danhsach Siu Lan, qua trưởng buôn");
        await SaidAsync("Đã ghi 0 người mới, 1 người đã có");
        await mai.TapsAsync("Giữ chỗ");
        await SaidAsync("Đã giữ chỗ cho 1 người");
    }

    [Fact]
    public async Task Who_is_kept_a_seat_in_a_confirmed_evening_without_a_chat_is_a_named_task_with_an_hour()
    {
        var evening = await Village.ConfirmedEveningAsync(inDays: 0);
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui");
        await mai.SaysAsync("/danhsach Siu Lan, không đt, qua trưởng buôn");

        await mai.TapsAsync("Giữ chỗ");
        await SaidAsync("Siu Lan: A");

        var seat = Assert.Single(await Village.AllAsync(db => db.Reservations.Include(r => r.Slot).AsNoTracking()));
        var task = Assert.Single(await Village.AllAsync(db => db.CallTasks.AsNoTracking()));
        Assert.Equal((evening, ReservationState.Confirmed), (seat.SessionId, seat.State));
        Assert.Equal((seat.Id, seat.PersonId, CallReason.NoChannel, seat.Slot!.StartsAt.AddHours(-2)), (task.ReservationId, task.PersonId, task.Reason, task.DueAt));
    }

    [Fact]
    public async Task A_list_longer_than_one_message_goes_on_in_the_next()
    {
        var officer = await Village.StaffInChatAsync(Role.Officer);
        string[] lines = [.. Enumerable.Range(0, 90).Select(at => $"Siu {(char)('A' + at % 26)}{(char)('a' + at / 26)}, làng Sui, không đt, rẫy suối Ea Rmok, qua con gái")];

        await officer.SaysAsync($"/danhsach\n{string.Join('\n', lines[..62])}");
        await SaidAsync("Đã ghi 62 người mới");
        await officer.SaysAsync(string.Join('\n', lines[62..]));

        await SaidAsync("Đã ghi 28 người mới");
        Assert.Equal(90, (await Village.AllAsync(db => db.Villagers)).Count);
    }

    [Fact]
    public async Task After_the_bare_command_the_list_is_asked_for_and_taken_however_long_it_is()
    {
        var officer = await Village.StaffInChatAsync(Role.Officer);
        Assert.Contains("mỗi người một dòng", (await officer.SaysAsync("/danhsach")).Text, StringComparison.Ordinal);

        await officer.SaysAsync(string.Join('\n', Enumerable.Range(0, 26).Select(at => $"Siu {(char)('A' + at)}nh, làng Sui, không đt, rẫy suối Ea Rmok, qua con gái")));

        await SaidAsync("Đã ghi 26 người mới");
    }

    [Fact]
    public async Task An_id_number_in_a_line_refuses_that_line_and_is_nowhere_kept()
    {
        var officer = await Village.StaffInChatAsync(Role.Officer);

        await officer.SaysAsync("/danhsach\nSiu Lan, làng Sui, 079203001234\nRmah Hoa, làng Sui, không đt");

        await SaidAsync("Đã ghi 1 người mới");
        Assert.Contains("Dòng 1: Có số giấy tờ", await SaidAsync("Dòng 1:"), StringComparison.Ordinal);
        Assert.Equal(0, await Village.RowsWithAsync("079203001234"));
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(null)]
    public async Task Leaders_and_strangers_write_down_nobody(Role? role)
    {
        var someone = role is { } theirs ? await Village.StaffInChatAsync(theirs) : Village.NewCitizen();

        Assert.Contains("dành cho cán bộ", (await someone.SaysAsync("/danhsach Siu Lan, làng Sui")).Text, StringComparison.Ordinal);

        Assert.Empty(await Village.AllAsync(db => db.Villagers));
    }

    [Fact]
    public async Task The_sheet_to_print_has_everyone_of_the_own_village_and_is_shut_for_others()
    {
        await Village.WriteDownAsync("Siu Lan");
        await Village.WriteDownAsync("Rmah Hoa", "blak");
        using var mai = await Village.Service.AtTheDeskAsync(await Village.Service.StaffAsync(Role.Volunteer, Village.Now(), "sui"));
        using var leader = await Village.Service.AtTheDeskAsync(await Village.Service.StaffAsync(Role.Leader, Village.Now()));

        await mai.OpensAsync("/truc/to-goi?lang=blak");
        Assert.DoesNotContain("Rmah Hoa", mai.Page, StringComparison.Ordinal);
        await mai.OpensAsync("/truc/to-goi");
        await leader.OpensAsync("/truc/to-goi");

        Assert.Contains("Buôn Sui: 1 người", mai.Page, StringComparison.Ordinal);
        Assert.Contains("qua con gái H'Lan", mai.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rmah Hoa", mai.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Siu Lan", leader.Page, StringComparison.Ordinal);
    }

    /// <summary>The text of a message that was written down with these words.</summary>
    private async Task<string> SaidAsync(string words)
    {
        OutgoingMessage? said = null;
        await Village.LedgerShowsAsync(async db => (said = await db.OutgoingMessages.AsNoTracking().Where(m => m.Text.Contains(words)).OrderByDescending(m => m.Id).FirstOrDefaultAsync()) is not null);
        await Village.Telegram.WaitForAsync(call => call.Text?.Contains(words, StringComparison.Ordinal) == true);
        return said!.Text;
    }
}
