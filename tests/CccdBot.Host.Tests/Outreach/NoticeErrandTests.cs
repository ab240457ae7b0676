using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.Outreach.Relay;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Duty;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Outreach;

/// <summary>Whom a notice did not reach is told by a human being: a named errand each, once, and who was told counts as told.</summary>
public sealed class NoticeErrandTests : VillageTests
{
    private const long FirstChat = 700_000;

    private static readonly NoticeDraft Words = new("Kính mời bà con buôn Sui đến nhà sinh hoạt cộng đồng tối thứ Bảy để làm căn cước.", ["sui"], BookedOrNot.Everyone, HasButton: true, SendAt: null);

    [Fact]
    public async Task Blocked_without_an_answer_or_without_any_chat_each_becomes_one_errand_of_the_volunteer()
    {
        await PeopleAsync("Siu A", "Siu B", "Siu C");
        await Village.WriteDownAsync("Siu Lan");
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        Village.Telegram.Faults = call => call.IsSend && call.ChatId == FirstChat ? new Fault.Forbidden()
            : call.IsSend && call.ChatId == FirstChat + 1 ? new Fault.DropAfterAccepting() : null;
        var notice = await SentAsync(Words);

        await Village.LookAsync();
        await Task.WhenAll(Village.LookAsync(), Village.LookAsync());

        Assert.Contains("Có 3 bà con chưa nhận được lời nhắn của xã", (await mai.HearsAsync()).Text, StringComparison.Ordinal);
        var me = await Village.IdOfAsync("Mai");
        var errands = await Village.ErrandsAsync();
        Assert.Equal(3, errands.Count);
        Assert.All(errands, errand => Assert.Equal((notice, me, (long?)null), (errand.NoticeId, errand.AssignedTo, errand.SessionId)));
        Assert.Equal(4, (await TallyAsync(notice)).Values.Sum());
        Assert.Single(Village.Telegram.Calls, call => call.ChatId == mai.Chat && call.Text?.Contains("Có 3 bà con", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_volunteer_reads_the_code_and_the_words_and_her_receipt_counts_on_the_page()
    {
        await Village.WriteDownAsync("Siu Lan");
        await Village.WriteDownAsync("Siu Mai");
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        var notice = await SentAsync(Words);
        await Village.LookAsync();
        await mai.HearsAsync();

        var first = await mai.TapsAsync("Xem ai cần báo");
        Assert.Contains("Cần báo: Siu Lan.", first.Text, StringComparison.Ordinal);
        Assert.Contains($"{(await FindAsync(notice)).Code}: “Kính mời bà con buôn Sui", first.Text, StringComparison.Ordinal);
        await mai.TapsAsync("Đã báo");

        Assert.Equal(new Dictionary<ReceiptState, long> { [ReceiptState.Carried] = 1, [ReceiptState.NoChannel] = 1 }, await TallyAsync(notice));
        using var chief = await Village.Service.ChiefAsync();
        await chief.OpensAsync($"/truc/thong-bao/{notice}");
        Assert.Contains("<strong>1</strong> người còn phải báo, <strong>1</strong> người đã báo", chief.Page, StringComparison.Ordinal);
        await chief.OpensAsync($"/truc/thong-bao/{notice}/can-bao");
        Assert.Contains("Siu Mai <span class=\"meta\">· Mai đi báo</span>", chief.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Siu Lan <", chief.Page, StringComparison.Ordinal);
        await mai.TapsAsync("Từ chối");
        Assert.Null((await Village.AllAsync(db => db.Villagers.AsNoTracking().Where(v => v.Name == "Siu Mai"))).Single().WhyNot);
    }

    [Fact]
    public async Task Nobody_with_an_errand_of_an_evening_gets_a_second_for_a_notice_about_it()
    {
        var lan = await Village.WriteDownAsync("Siu Lan");
        await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        var evening = await Village.ConfirmedEveningAsync();
        await Village.LookAsync();
        var notice = await SentAsync(Words with { SessionId = evening });
        await Village.LookAsync();

        var errand = Assert.Single(await Village.ErrandsAsync());
        Assert.Equal((lan, evening), (errand.VillagerId, errand.SessionId));
        Assert.True(await NoteAsync(errand.Id));

        Assert.Equal(1, (await TallyAsync(notice))[ReceiptState.Carried]);
    }

    [Fact]
    public async Task The_evening_of_which_a_notice_speaks_brings_no_second_errand_either_and_another_notice_does()
    {
        await Village.WriteDownAsync("Siu Lan");
        var evening = await Village.ConfirmedEveningAsync();
        await SentAsync(Words with { SessionId = evening });
        await Village.LookAsync();
        await Village.LookAsync();
        Assert.Single(await Village.ErrandsAsync());

        await SentAsync(Words with { Text = "Kính mời bà con lên xã nhận thẻ căn cước." });
        await Village.LookAsync();

        Assert.Equal(2, (await Village.ErrandsAsync()).Count);
    }

    [Fact]
    public async Task An_errand_of_a_notice_keeps_nobody_from_being_told_of_an_evening()
    {
        var lan = await Village.WriteDownAsync("Siu Lan");
        await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await SentAsync(Words);
        await Village.LookAsync();
        Assert.True(await NoteAsync((await Village.ErrandsAsync()).Single().Id));

        var evening = await Village.ConfirmedEveningAsync();
        await Village.LookAsync();

        Assert.Equal([(null, (long?)lan), (evening, lan)], (await Village.ErrandsAsync()).Select(errand => (errand.SessionId, errand.VillagerId)));
    }

    [Fact]
    public async Task The_chief_reads_each_day_how_many_are_still_to_be_told_and_whose_village_nobody_works_for()
    {
        await Village.WriteDownAsync("Siu Lan");
        await Village.WriteDownAsync("Siu Mai");
        var chief = await Village.StaffInChatAsync(Role.Chief);
        await SentAsync(Words);
        await Village.LookAsync();
        var task = (await Village.ErrandsAsync())[0].Id;
        using var page = await Village.Service.ChiefAsync();
        await page.OpensAsync("/truc/can-goi");
        Assert.Contains("Siu Lan</strong> · chưa ai nhận", page.Page, StringComparison.Ordinal);
        using var noted = await page.FillsInAsync("/truc/can-goi?handler=Carried", ("id", $"{task}"));

        Village.Clock.Advance(TimeSpan.FromHours(9));
        await Village.LookAsync();

        var report = (await Village.Telegram.WaitForAsync(call => call.ChatId == chief.Chat && call.Text?.Contains("Chưa có ai nhận", StringComparison.Ordinal) == true)).Text;
        Assert.Contains("Buôn Sui 1 bà con", report, StringComparison.Ordinal);
        Assert.Contains("còn 1 bà con phải báo, hôm nay đã báo 1", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_was_stopped_and_one_of_two_weeks_ago_send_nobody_out_any_more()
    {
        await Village.WriteDownAsync("Siu Lan");
        var old = await SentAsync(Words);
        await Village.LookAsync();
        Village.Clock.Advance(TimeSpan.FromDays(15));
        await Village.LookAsync();
        Assert.Equal([RelayState.TooLate], (await Village.ErrandsAsync()).Select(errand => errand.State));

        var again = await Desk(desk => desk.Write(Words, Guid.NewGuid(), Village.Now()));
        Assert.True(await Desk(desk => desk.SendUrgently(again, Words.Seal, Guid.NewGuid(), Village.Now())));
        Assert.True(await Desk(desk => desk.Stop(again, Guid.NewGuid())));
        await Village.LookAsync();

        Assert.Equal([(long?)old], (await Village.ErrandsAsync()).Select(errand => errand.NoticeId));
    }

    [Fact]
    public async Task Who_is_forgotten_or_goes_from_the_list_takes_the_errand_along_and_still_counts()
    {
        await PeopleAsync("Siu A");
        Village.Telegram.Faults = call => call.IsSend && call.ChatId == FirstChat ? new Fault.Forbidden() : null;
        var lan = await Village.WriteDownAsync("Siu Lan");
        var notice = await SentAsync(Words);
        await Village.LookAsync();
        await Village.Gate().RunAsync<VillagerBook, bool>(book => book.Change(lan, _ => true, new VillagerNews(Known.Yes, Known.Yes, null, null, null), Village.Now()));
        Assert.Equal(2, (await Village.ErrandsAsync()).Count);

        var person = (await Village.AllAsync(db => db.People.Where(p => p.Name == "Siu A"))).Single().Id;
        await Village.Gate().RunAsync<IServiceProvider>(async pen =>
        {
            foreach (var room in pen.GetServices<IForgetsPerson>())
            {
                await room.ForgetAsync(person, [], CancellationToken.None);
            }

            foreach (var room in pen.GetServices<IClearsOld>())
            {
                await room.ClearAsync(Village.Now().AddDays(31), CancellationToken.None);
            }
        });

        Assert.Empty(await Village.ErrandsAsync());
        Assert.Empty(await Village.AllAsync(db => db.Villagers));
        Assert.Equal(2, (await TallyAsync(notice)).Values.Sum());
    }

    [Fact]
    public async Task On_the_day_they_said_the_volunteer_is_told_again_once_and_not_before_it_is_light()
    {
        await Village.WriteDownAsync("Siu Lan");
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await SentAsync(Words);
        await Village.LookAsync();
        await mai.HearsAsync();
        await mai.TapsAsync("Xem ai cần báo");
        await mai.TapsAsync("Gọi lại ngày");
        await mai.TapsAsync("Thứ Sáu, 27/11");
        await Village.LookAsync();
        Assert.Equal(0, Reminders());

        Village.Clock.Advance(new DateTime(2026, 11, 26, 18, 0, 0, DateTimeKind.Utc) - Village.Now());
        await Village.LookAsync();
        Assert.Null((await Village.ErrandsAsync()).Single().RemindedAt);
        Village.Clock.Advance(new DateTime(2026, 11, 27, 0, 30, 0, DateTimeKind.Utc) - Village.Now());
        await Task.WhenAll(Village.LookAsync(), Village.LookAsync());
        await Village.LookAsync();

        Assert.Contains("hẹn báo lại cho 1 bà con", (await mai.HearsAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("Cần báo: Siu Lan", (await mai.TapsAsync("Xem ai cần báo")).Text, StringComparison.Ordinal);
        Assert.Equal(1, Reminders());

        int Reminders() => Village.Telegram.Calls.Count(call => call.ChatId == mai.Chat && call.Text?.Contains("hẹn báo lại", StringComparison.Ordinal) == true);
    }

    private async Task<long> SentAsync(NoticeDraft draft)
    {
        var notice = await Desk(desk => desk.Write(draft, Guid.NewGuid(), Village.Now()));
        Assert.True(await Desk(desk => desk.SendUrgently(notice, draft.Seal, Guid.NewGuid(), Village.Now())));
        await Village.MovingOnAsync(TimeSpan.FromMilliseconds(500), async () =>
        {
            await Village.Service.Services.GetRequiredService<NoticeRounds>().LookAsync();
            return (await FindAsync(notice)).EndedAt is not null;
        });
        return notice;
    }

    private async Task<bool> NoteAsync(long task)
    {
        var who = (await Village.AllAsync(db => db.StaffMembers.AsNoTracking().Where(s => s.Name == "Mai"))).Single();
        return await Village.Gate().RunAsync<RelayBook, bool>(book => book.Receipt(task, RelayState.Told, null, who, Village.Now()));
    }

    private Task<Dictionary<ReceiptState, long>> TallyAsync(long notice) => Desk(desk => desk.Tally(notice));

    private Task<Notice> FindAsync(long notice) => Desk(desk => desk.Find(notice)!);

    private Task<T> Desk<T>(Func<NoticeDesk, T> act) => Village.Gate().RunAsync(act);

    /// <summary>People of buôn Sui who wrote to us.</summary>
    private Task PeopleAsync(params string[] names) => Village.Gate().RunAsync<CccdDb>(async db =>
    {
        foreach (var (at, name) in names.Index())
        {
            var person = new Person { CreatedAt = Village.Now(), HomePlace = "sui" };
            person.CallMe(name);
            db.Add(person);
            db.Add(new ContactRoute { Channel = "telegram", Address = $"{FirstChat + at}", PersonId = person.Id });
        }

        await db.SaveChangesAsync();
    });
}
