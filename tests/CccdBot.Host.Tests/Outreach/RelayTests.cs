using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Outreach.Relay;
using CccdBot.Core.Outreach.Rosters;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Duty;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Outreach;

/// <summary>Who has no chat is told by a human being: each is a named errand before each evening, with an hour by which, and never passed over.</summary>
public sealed class RelayTests : VillageTests
{
    [Fact]
    public async Task Everyone_of_the_village_without_a_chat_is_an_errand_of_its_volunteer_and_she_is_told_once()
    {
        await Village.WriteDownAsync("Siu Lan");
        await Village.WriteDownAsync("Rmah Hoa");
        await Village.WriteDownAsync("Ama Thin", "blak");
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        var evening = await Village.ConfirmedEveningAsync();

        await Village.LookAsync();
        await Village.LookAsync();

        Assert.Contains("Có 2 bà con không có điện thoại", (await mai.HearsAsync()).Text, StringComparison.Ordinal);
        var starts = (await Village.AllAsync(db => db.Sessions.AsNoTracking().Where(s => s.Id == evening))).Single().StartsAt;
        var me = await Village.IdOfAsync("Mai");
        Assert.All(await Village.ErrandsAsync(), task => Assert.Equal((evening, me, RelayState.Open, starts.AddHours(-24)), (task.SessionId, task.AssignedTo, task.State, task.DueAt)));
        Assert.Equal(2, (await Village.ErrandsAsync()).Count);
        Assert.Single(Village.Telegram.Calls, call => call.ChatId == mai.Chat && call.Text?.Contains("Có 2 bà con", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_volunteer_sees_one_after_the_other_and_says_in_one_tap_how_it_went()
    {
        foreach (var name in new[] { "Siu A", "Siu B", "Siu C", "Siu D", "Siu E", "Siu G" })
        {
            await Village.WriteDownAsync(name);
        }

        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await Village.ConfirmedEveningAsync();
        await Village.LookAsync();
        await mai.HearsAsync();
        var first = await mai.TapsAsync("Xem ai cần báo");
        Assert.Contains("Cần báo: Siu A. Ở rẫy suối Ea Rmok. Báo qua con gái H'Lan. Thường về tối thứ Bảy. Lời báo: làm căn cước lúc 18h30, thứ Bảy, 28/11/2026", first.Text, StringComparison.Ordinal);

        Assert.Contains("Siu B", (await mai.TapsAsync("Đã báo")).Text, StringComparison.Ordinal);
        Assert.Contains("Siu C", (await mai.TapsAsync("Từ chối")).Text, StringComparison.Ordinal);
        Assert.Contains("Siu D", (await mai.TapsAsync("Đã chuyển đi")).Text, StringComparison.Ordinal);
        Assert.Contains("Siu E", (await mai.TapsAsync("Đã mất")).Text, StringComparison.Ordinal);
        Assert.Contains("Siu G", (await mai.TapsAsync("Chưa gặp")).Text, StringComparison.Ordinal);
        await mai.TapsAsync("Gọi lại ngày");
        Assert.Contains("Siu E", (await mai.TapsAsync("Thứ Sáu, 27/11")).Text, StringComparison.Ordinal);

        Assert.Equal(
            [RelayState.Told, RelayState.Refused, RelayState.MovedAway, RelayState.Died, RelayState.NotMet, RelayState.CallAgain],
            (await Village.ErrandsAsync()).Select(task => task.State));
        var people = await Village.AllAsync(db => db.Villagers.AsNoTracking().OrderBy(v => v.Name));
        Assert.Equal(WhyNotYet.DoesNotWantTo, people[1].WhyNot);
        Assert.Equal([false, false, true, true, false, false], people.Select(one => one.LeftAt is not null));
        Assert.Contains("không còn ai", (await mai.TapsAsync("Đã báo")).Text, StringComparison.Ordinal);
        Village.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Contains("Siu G", (await mai.SaysAsync("/baotin")).Text, StringComparison.Ordinal);
        Assert.Equal(7, (await Village.AllAsync(db => db.Set<AuditEntry>().Where(entry => entry.What.StartsWith("chat /baotin")))).Count);
    }

    [Fact]
    public async Task A_receipt_counts_once_and_nobody_notes_anothers_errand()
    {
        await Village.WriteDownAsync("Siu Lan");
        await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await Village.ConfirmedEveningAsync();
        await Village.LookAsync();
        await Village.StaffInChatAsync(Role.Volunteer, "sui", "Hoa");
        var task = Assert.Single(await Village.ErrandsAsync()).Id;
        var (mai, hoa) = (await StaffAsync("Mai"), await StaffAsync("Hoa"));

        Assert.False(await NoteAsync(task, hoa));
        var both = await Task.WhenAll(NoteAsync(task, mai), NoteAsync(task, mai));

        Assert.Single(both, won => won);
    }

    [Fact]
    public async Task Told_by_the_volunteer_is_told_for_the_police_too_and_the_other_way_round()
    {
        var (lan, hoa) = (await Village.WriteDownAsync("Siu Lan"), await Village.WriteDownAsync("Rmah Hoa"));
        await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await SeatAsync(lan);
        await SeatAsync(hoa);
        await Village.ConfirmedEveningAsync(inDays: 0);
        var calls = await Village.AllAsync(db => db.CallTasks.AsNoTracking().OrderBy(c => c.Id));
        Assert.Equal(2, calls.Count);
        await Village.LookAsync();
        var errands = await Village.ErrandsAsync();

        Assert.True(await NoteAsync(errands.Single(task => task.VillagerId == lan).Id, await StaffAsync("Mai")));
        var hoas = (await Village.AllAsync(db => db.Villagers.Where(v => v.Id == hoa))).Single().PersonId!.Value;
        var hers = calls.Single(call => call.PersonId == hoas).Id;
        Assert.True(await Village.Gate().RunAsync<Displaced, bool>(displaced => displaced.Told(hers, Guid.NewGuid(), Village.Now())));
        await Village.LookAsync();

        Assert.All(await Village.AllAsync(db => db.CallTasks.AsNoTracking()), call => Assert.NotNull(call.DoneAt));
        Assert.All(await Village.ErrandsAsync(), task => Assert.Equal(RelayState.Told, task.State));
    }

    [Fact]
    public async Task Who_refuses_gives_the_seat_back_and_nobody_is_left_to_call_them()
    {
        var lan = await Village.WriteDownAsync("Siu Lan");
        await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await SeatAsync(lan);
        await Village.ConfirmedEveningAsync(inDays: 0);
        await Village.LookAsync();

        Assert.True(await NoteAsync((await Village.ErrandsAsync()).Single().Id, await StaffAsync("Mai"), RelayState.Refused));

        Assert.Equal([ReservationState.Cancelled], await Village.AllAsync(db => db.Reservations.Select(r => r.State)));
        Assert.All(await Village.AllAsync(db => db.CallTasks.AsNoTracking()), call => Assert.NotNull(call.DoneAt));
    }

    [Fact]
    public async Task Where_nobody_works_for_the_village_the_chief_reads_so_once_a_day_and_sees_the_names()
    {
        await Village.WriteDownAsync("Siu Lan");
        await Village.WriteDownAsync("Rmah Hoa", "blak");
        await Village.WriteDownAsync("Ama Thin", "blak");
        var chief = await Village.StaffInChatAsync(Role.Chief);
        await Village.ConfirmedEveningAsync();
        await Village.ConfirmedEveningAsync("blak");
        await Village.LookAsync();
        Assert.DoesNotContain(Village.Telegram.Calls, call => call.Text?.Contains("Chưa có ai nhận", StringComparison.Ordinal) == true);

        Village.Clock.Advance(TimeSpan.FromHours(9));
        await Village.LookAsync();
        await Village.LookAsync();

        Assert.Contains("Buôn Sui 1 bà con, Buôn Blăk 2 bà con", (await chief.HearsAsync()).Text, StringComparison.Ordinal);
        using var page = await Village.Service.ChiefAsync();
        await page.OpensAsync("/truc/can-goi");
        Assert.Contains("Siu Lan</strong> · chưa ai nhận", page.Page, StringComparison.Ordinal);
        Assert.Contains("báo qua con gái H'Lan", page.Page, StringComparison.Ordinal);
        var task = (await Village.ErrandsAsync())[0].Id;
        using var noted = await page.FillsInAsync("/truc/can-goi?handler=Carried", ("id", $"{task}"));
        Assert.Equal(RelayState.Told, (await Village.ErrandsAsync()).Single(one => one.Id == task).State);

        await Village.StaffInChatAsync(Role.Volunteer, "sui,blak", "Mai");
        await Village.LookAsync();
        Village.Clock.Advance(TimeSpan.FromHours(24));
        await Village.LookAsync();
        await Village.Telegram.WaitForAsync(call => call.ChatId == chief.Chat && call.Text?.Contains("0 bà con chưa được báo", StringComparison.Ordinal) == true);
        Assert.Equal(2, await Village.Service.Ground.NumberAsync("SELECT COUNT(*) FROM relay_reports"));
    }

    [Fact]
    public async Task When_a_volunteer_leaves_her_errands_are_another_ones()
    {
        await Village.WriteDownAsync("Siu Lan");
        await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await Village.ConfirmedEveningAsync();
        await Village.LookAsync();
        var hoa = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Hoa");
        var mais = await Village.IdOfAsync("Mai");

        Assert.True(await Village.Gate().RunAsync<StaffList, bool>(list => list.RemoveAsync(mais, Village.Now(), CancellationToken.None)));
        await Village.LookAsync();

        Assert.Contains("Có 1 bà con", (await hoa.HearsAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(await Village.IdOfAsync("Hoa"), (await Village.ErrandsAsync()).Single().AssignedTo);
    }

    [Fact]
    public async Task Nobody_is_called_on_who_has_all_left_or_has_a_chat_and_told_once_is_enough_until_there_is_a_seat()
    {
        var (all, left, chats, lan) = (await Village.WriteDownAsync("Siu A"), await Village.WriteDownAsync("Siu B"), await Village.WriteDownAsync("Siu C"), await Village.WriteDownAsync("Siu Lan"));
        await Village.Gate().RunAsync<VillagerBook>(book =>
        {
            book.Change(all, _ => true, new VillagerNews(Known.Yes, Known.Yes, null, null, null), Village.Now());
            book.Leave(left, _ => true, Village.Now());
        });
        var person = await Village.Gate().RunAsync<VillagerBook, PersonId>(book => book.PersonOf(chats, Village.Now()));
        await Village.Gate().RunAsync<CccdDb>(async db =>
        {
            db.Add(new ContactRoute { Channel = "telegram", Address = "77", PersonId = person });
            await db.SaveChangesAsync();
        });
        await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await Village.ConfirmedEveningAsync(inDays: 1);
        await Village.LookAsync();
        Assert.Equal([lan], (await Village.ErrandsAsync()).Select(task => task.VillagerId));
        Assert.True(await NoteAsync((await Village.ErrandsAsync()).Single().Id, await StaffAsync("Mai")));

        var next = await Village.ConfirmedEveningAsync(inDays: 2);
        await Village.LookAsync();
        Assert.Single(await Village.ErrandsAsync());
        await SeatAsync(lan, next);
        await Village.LookAsync();

        Assert.Equal([(next, lan)], (await Village.ErrandsAsync()).Where(task => task.State == RelayState.Open).Select(task => (task.SessionId, task.VillagerId)));
    }

    [Fact]
    public async Task What_was_not_carried_before_the_evening_is_over_with_it()
    {
        await Village.WriteDownAsync("Siu Lan");
        await Village.ConfirmedEveningAsync(inDays: 0);
        await Village.LookAsync();

        Village.Clock.Advance(TimeSpan.FromHours(12));
        await Village.LookAsync();

        Assert.Equal([RelayState.TooLate], (await Village.ErrandsAsync()).Select(task => task.State));
    }

    /// <summary>A seat in the next evening, or in this one.</summary>
    private async Task SeatAsync(long villager, long? evening = null)
    {
        if (evening is null)
        {
            var who = new StaffMember { Since = Village.Now(), Role = Role.Officer };
            Assert.Single((await Village.Gate().RunAsync<RosterDesk, RosterSeats>(desk => desk.Book([villager], who, Village.Now()))).Kept);
            return;
        }

        var slot = (await Village.AllAsync(db => db.Slots.AsNoTracking().Where(s => s.SessionId == evening).OrderBy(s => s.StartsAt))).First().Id;
        var person = await Village.Gate().RunAsync<VillagerBook, PersonId>(book => book.PersonOf(villager, Village.Now()));
        var held = Assert.IsType<HoldOutcome.Held>(await Village.Gate().RunAsync<SeatBook, HoldOutcome>(seats => seats.Hold(person, slot, Village.Now())));
        Assert.NotNull(await Village.Gate().RunAsync<SeatBook, Appointment?>(seats => seats.Confirm(person, held.Appointment.Id, Village.Now())));
    }

    private async Task<StaffMember> StaffAsync(string name) => (await Village.AllAsync(db => db.StaffMembers.AsNoTracking().Where(s => s.Name == name))).Single();

    private Task<bool> NoteAsync(long task, StaffMember who, RelayState state = RelayState.Told) =>
        Village.Gate().RunAsync<RelayBook, bool>(book => book.Receipt(task, state, null, who, Village.Now()));
}
