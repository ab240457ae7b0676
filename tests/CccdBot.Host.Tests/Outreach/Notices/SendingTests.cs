using CccdBot.Core.Channels;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Duty;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Outreach.Notices;

/// <summary>An approved notice on its way to a village through Telegram: everyone ends in exactly one state, and the sum is everyone.</summary>
public sealed class SendingTests : NoticeTests
{
    [Fact]
    public async Task Everyone_with_a_chat_gets_it_once_with_its_code_and_who_has_none_is_named()
    {
        await PeopleAsync(30, withoutChat: 2);
        var notice = await ApprovedAsync(Words);

        await EndsAsync(notice);

        var got = Received();
        Assert.Equal(Enumerable.Range(0, 30).Select(i => FirstChat + i), got.Select(call => call.ChatId!.Value).Order());
        var code = (await FindAsync(notice)).Code;
        Assert.All(got, call => Assert.Contains($"Mã thông báo {code}", call.Text, StringComparison.Ordinal));
        Assert.Equal("1. Đặt lịch", got[0].Buttons[0].Label);
        Assert.Equal(Sorted((ReceiptState.Sent, 30), (ReceiptState.NoChannel, 2)), await TallyAsync(notice));
        Assert.Equal(NoticeState.Done, (await FindAsync(notice)).State);
    }

    [Fact]
    public async Task Who_has_an_evening_soonest_is_told_first_and_who_wants_no_messages_is_left_in_peace()
    {
        var lan = Village.NewCitizen();
        await PeopleAsync(20);
        await lan.BooksAtSuiAsync();
        await StopAsync(FirstChat + 3);
        var notice = await ApprovedAsync(Words);
        await StopAsync(FirstChat + 4);

        await EndsAsync(notice);

        Assert.Equal(
            [$"{lan.Chat}"],
            await Village.AllAsync(db => db.NoticeReceipts.Where(r => r.Place == 1).Join(db.ContactRoutes, r => r.PersonId, route => route.PersonId, (_, route) => route.Address)));
        Assert.DoesNotContain(FirstChat + 3, Received().Select(call => call.ChatId));
        Assert.Equal(Sorted((ReceiptState.Sent, 19), (ReceiptState.OptedOut, 1)), await TallyAsync(notice));
    }

    [Fact]
    public async Task Who_wants_no_more_notices_gets_none_from_that_moment_and_is_still_reminded_of_the_own_evening()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await EndsAsync(await ApprovedAsync(Words));
        var later = OutgoingMessage.For(new ChannelAddress("telegram", $"{lan.Chat}"), MessageKind.Notice, new Reply("Kính mời bà con"), Now.AddHours(1));
        await Village.Gate().RunAsync<Outbox>(outbox => outbox.Add(later));

        await lan.HearsAsync();
        Assert.Contains("Tin nhắc lịch của bà con vẫn gửi", (await lan.TapsAsync("Thôi nhận thông báo")).Text, StringComparison.Ordinal);

        Assert.Equal(OutgoingState.Cancelled, (await Village.AllAsync(db => db.OutgoingMessages.AsNoTracking().Where(m => m.Id == later.Id))).Single().State);
        var second = await ApprovedAsync(Words with { Text = "Kính mời bà con đến nhà sinh hoạt cộng đồng sáng Chủ nhật." });
        await EndsAsync(second);
        Assert.Empty(await TallyAsync(second));
        Village.Clock.Advance(TimeSpan.FromHours(8.5));
        await Village.MovingOnAsync(TimeSpan.FromSeconds(5), () => Task.FromResult(lan.Screen.Text.Contains("18h30", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_marked_in_one_attempt_and_who_gave_no_answer_is_named_and_not_tried_again()
    {
        await PeopleAsync(20);
        Village.Telegram.Faults = call => call.IsSend && call.ChatId == FirstChat + 1 ? new Fault.Forbidden()
            : call.IsSend && call.ChatId == FirstChat + 2 ? new Fault.DropAfterAccepting() : null;
        var notice = await ApprovedAsync(Words);

        await EndsAsync(notice);
        Village.Clock.Advance(TimeSpan.FromMinutes(2));
        await LookAsync();

        Assert.Equal(Sorted((ReceiptState.Sent, 18), (ReceiptState.Blocked, 1), (ReceiptState.Unknown, 1)), await TallyAsync(notice));
        Assert.Equal(1, Village.Telegram.CallsTo(FirstChat + 1).Count(call => call.IsSend));
        Assert.Equal(1, Village.Telegram.CallsTo(FirstChat + 2).Count(call => call.IsSend));
        var page = await Village.Service.ChiefAsync();
        await page.OpensAsync($"/truc/thong-bao/{notice}/can-bao");
        Assert.Contains("Siu Lan 1 <", page.Page, StringComparison.Ordinal);
        Assert.Contains("Siu Lan 2 <", page.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Siu Lan 3 <", page.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_in_the_middle_no_further_message_leaves_and_the_sum_is_still_everyone()
    {
        await PeopleAsync(800);
        var notice = await ApprovedAsync(Words);
        await Village.MovingOnAsync(TimeSpan.FromMilliseconds(500), async () =>
        {
            await LookAsync();
            return Received().Count >= 60;
        });

        using var chief = await Village.Service.ChiefAsync();
        await chief.OpensAsync($"/truc/thong-bao/{notice}");
        Assert.Matches("1 phút qua gửi được [1-9][0-9]+ tin", chief.Page);
        var before = Received().Count;
        using var stopped = await chief.FillsInAsync($"/truc/thong-bao/{notice}?handler=Stop");
        await EndsAsync(notice);

        var tally = await TallyAsync(notice);
        Assert.True(Received().Count - before <= 60, $"{Received().Count - before} left after the stop.");
        Assert.Equal(800, tally.Values.Sum());
        Assert.Equal([ReceiptState.Sent, ReceiptState.Stopped], tally.Keys.Order());
        Assert.Equal(Received().Count, tally[ReceiptState.Sent]);
    }

    [Fact]
    public async Task It_waits_for_its_hour_and_for_the_morning()
    {
        await PeopleAsync(3);
        var tonight = Now.Date.AddHours(14).AddMinutes(30);
        var notice = await ApprovedAsync(Words with { SendAt = tonight });
        await LookAsync();
        Assert.Empty(Received());

        Village.Clock.Advance(tonight - Now + TimeSpan.FromMinutes(1));
        await LookAsync();
        Assert.Equal(NoticeState.Sending, (await FindAsync(notice)).State);
        Assert.Empty(Received());
        Village.Clock.Advance(TimeSpan.FromHours(10));
        await EndsAsync(notice);

        Assert.Equal(3, Received().Count);
    }

    [Fact]
    public async Task Anyone_can_ask_whether_a_notice_is_ours_and_a_forged_code_warns_and_alarms_the_police_once()
    {
        await PeopleAsync(1);
        var (lan, nam) = (Village.NewCitizen(), await Village.OfficerAsync("Rơ Châm Nam"));
        var notice = await ApprovedAsync(Words);
        await EndsAsync(notice);
        var code = (await FindAsync(notice)).Code;
        var forged = $"TB-{(int.Parse(code[3..], System.Globalization.CultureInfo.InvariantCulture) + 1) % 10_000:0000}";

        Assert.Contains("đúng là thông báo của xã", (await lan.SaysAsync($"/xacminh {code.ToLowerInvariant()}")).Text, StringComparison.Ordinal);
        Assert.Contains("nhắn mã trên thông báo", (await lan.SaysAsync("/xacminh")).Text, StringComparison.Ordinal);
        Assert.Contains("Có thể có người giả danh", (await lan.SaysAsync(forged)).Text, StringComparison.Ordinal);
        Assert.Contains($"mã {forged}, xã không có mã này", (await nam.HearsAsync()).Text, StringComparison.Ordinal);
        await lan.SaysAsync($"/xacminh {forged}");
        Assert.Equal(1, Village.Telegram.CallsTo(nam.Chat).Count(call => call.Text?.Contains(forged, StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task A_draft_is_not_yet_the_communes_word()
    {
        var draft = await DraftAsync(Words);
        var code = (await FindAsync(draft)).Code;

        Assert.Contains("Xã không gửi thông báo nào", (await Village.NewCitizen().SaysAsync($"/xacminh {code}")).Text, StringComparison.Ordinal);
    }

    private Task StopAsync(long chat) => Village.Gate().RunAsync<CccdDb>(async db =>
    {
        var (address, routes) = ($"{chat}", db.ContactRoutes);
        var person = await db.People.SingleAsync(p => routes.Any(c => c.Address == address && c.PersonId == p.Id));
        person.Stop(MessageKind.Notice, Now);
        await db.SaveChangesAsync();
    });
}
