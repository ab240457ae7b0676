using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Outreach.Notices;

/// <summary>S5: nothing goes to the villages that one person alone has wanted, or that is not what the second person read.</summary>
public sealed class ApprovalTests : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 11, 26, 3, 0, 0, DateTimeKind.Utc);

    private static readonly NoticeDraft Words = new("Kính mời bà con đến nhà sinh hoạt cộng đồng tối thứ Bảy.", ["sui"], BookedOrNot.Everyone, HasButton: true, SendAt: null);

    private readonly Guid _author = Guid.NewGuid();
    private readonly Guid _officer = Guid.NewGuid();
    private Ledger _ledger = null!;

    public async Task InitializeAsync()
    {
        _ledger = await Ledger.OpenAsync();
        await PersonAsync("Siu Lan", "sui");
        await PersonAsync("Rmah Hoa", "dan");
        await PersonAsync("Ksor Hoan", null);
    }

    public async Task DisposeAsync() => await _ledger.DisposeAsync();

    [Fact]
    public async Task A_second_person_approves_what_they_read_and_the_recipients_are_fixed()
    {
        var notice = await AskedAsync(Words);
        await PersonAsync("Nay Phai", "sui");

        Assert.Equal(ApproveOutcome.Approved, await ApproveAsync(notice, Words.Seal, _officer));
        await PersonAsync("Kpă Thin", "sui");

        Assert.Equal(["Nay Phai", "Siu Lan"], await NamesAsync(notice));
        Assert.Equal((NoticeState.Approved, _officer), (await FindAsync(notice) is var found ? (found.State, found.ApprovedBy) : default));
    }

    [Fact]
    public async Task The_author_does_not_approve_the_own_notice_and_the_ledger_itself_refuses_it()
    {
        var notice = await AskedAsync(Words);

        Assert.Equal(ApproveOutcome.OwnNotice, await ApproveAsync(notice, Words.Seal, _author));
        await Assert.ThrowsAnyAsync<Exception>(() => _ledger.SqlAsync("UPDATE notices SET approved_by = author_id"));
        Assert.Empty(await NamesAsync(notice));
    }

    [Fact]
    public async Task What_was_changed_after_it_was_read_is_not_approved()
    {
        var notice = await AskedAsync(Words);
        var others = Words with { Villages = ["dan"] };
        Assert.True(await Desk(desk => desk.Change(notice, 1, others, _author)));

        Assert.Equal(ApproveOutcome.NotAsked, await ApproveAsync(notice, Words.Seal, _officer));
        Assert.Equal(AskOutcome.Asked, await Desk(desk => desk.Ask(notice, 2, again: false, Now)));
        Assert.Equal(ApproveOutcome.ChangedMeanwhile, await ApproveAsync(notice, Words.Seal, _officer));
        Assert.Equal(ApproveOutcome.Approved, await ApproveAsync(notice, others.Seal, _officer));
        Assert.Equal(["Rmah Hoa"], await NamesAsync(notice));
    }

    [Fact]
    public void Words_audience_button_and_hour_are_all_under_the_seal()
    {
        var all = new[]
        {
            Words, Words with { Text = Words.Text + "!" }, Words with { Villages = [] }, Words with { Booked = BookedOrNot.Booked }, Words with { HasButton = false },
            Words with { SendAt = Now },
        };

        Assert.Equal(all.Length, all.Select(draft => draft.Seal).Distinct().Count());
        Assert.Equal(Words.Seal, (Words with { Villages = ["sui"] }).Seal);
    }

    [Fact]
    public async Task An_approval_that_comes_after_a_day_is_void_and_so_is_one_sent_twice()
    {
        var late = await AskedAsync(Words);
        Assert.Equal(ApproveOutcome.TooLate, await ApproveAsync(late, Words.Seal, _officer, Now.AddHours(24).AddSeconds(1)));
        var once = await AskedAsync(Words with { HasButton = false });

        Assert.Equal(ApproveOutcome.Approved, await ApproveAsync(once, (Words with { HasButton = false }).Seal, _officer, Now.AddHours(24)));
        Assert.Equal(ApproveOutcome.NotAsked, await ApproveAsync(once, (Words with { HasButton = false }).Seal, _officer, Now.AddHours(24)));
        Assert.Single(await NamesAsync(once));
    }

    [Fact]
    public async Task After_it_is_approved_nothing_of_it_can_be_changed()
    {
        var notice = await AskedAsync(Words);
        await ApproveAsync(notice, Words.Seal, _officer);

        Assert.False(await Desk(desk => desk.Change(notice, 1, Words with { Text = "Một lời khác hẳn." }, _author)));
        Assert.Equal(AskOutcome.ChangedMeanwhile, await Desk(desk => desk.Ask(notice, 1, again: true, Now)));
        Assert.False(await Desk(desk => desk.SendUrgently(notice, Words.Seal, _officer, Now)));
        Assert.False(await Desk(desk => desk.GiveBack(notice)));
    }

    [Fact]
    public async Task Only_the_author_changes_a_notice()
    {
        var notice = await AskedAsync(Words);

        Assert.False(await Desk(desk => desk.Change(notice, 1, Words with { Text = "Một lời khác hẳn." }, _officer)));
    }

    [Fact]
    public async Task The_same_words_to_the_same_people_within_a_day_ask_again()
    {
        await ApproveAsync(await AskedAsync(Words), Words.Seal, _officer);
        var same = await Desk(desk => desk.Write(Words, _author, Now));

        Assert.Equal(AskOutcome.SameLately, await Desk(desk => desk.Ask(same, 1, again: false, Now.AddHours(23))));
        Assert.Equal(AskOutcome.Asked, await Desk(desk => desk.Ask(same, 1, again: true, Now.AddHours(23))));
        Assert.Equal(AskOutcome.Asked, await Desk(desk => desk.Ask(same, 1, again: false, Now.AddHours(25))));
    }

    [Fact]
    public async Task The_chief_sends_urgently_alone_and_another_looks_at_it_afterwards()
    {
        var notice = await Desk(desk => desk.Write(Words, _author, Now));

        Assert.True(await Desk(desk => desk.SendUrgently(notice, Words.Seal, _author, Now)));

        Assert.True((await FindAsync(notice)).IsUrgent);
        Assert.False(await Desk(desk => desk.Review(notice, _author)));
        Assert.True(await Desk(desk => desk.Review(notice, _officer)));
    }

    [Theory]
    [InlineData("Vào https://kiemtra-cccd.xyz nhé", "kiemtra-cccd.xyz")]
    [InlineData("xem kiemtra.com/nhan", "kiemtra.com")]
    [InlineData("xem dichvucong.gov.vn.lua.top", "dichvucong.gov.vn.lua.top")]
    [InlineData("xem https://www.dichvucong.gov.vn/p", null)]
    [InlineData("Mời bà con.Nhà sinh hoạt, lúc 18.30", null)]
    public void A_notice_leads_only_where_the_settings_allow(string text, string? refused) =>
        Assert.Equal(refused, new LinkRule(["dichvucong.gov.vn"]).Refuses(text));

    [Theory]
    [InlineData(BookedOrNot.Everyone, 3)]
    [InlineData(BookedOrNot.NotBooked, 2)]
    [InlineData(BookedOrNot.Booked, 1)]
    public async Task Whom_it_is_for_is_counted_before_and_fixed_as_counted(BookedOrNot booked, int count)
    {
        var slot = (await _ledger.SlotsAsync(1, capacity: 3, Now))[0];
        var lan = (await _ledger.ReadAsync(db => db.People.SingleAsync(p => p.Name == "Siu Lan"))).Id;
        var held = (CccdBot.Core.Booking.HoldOutcome.Held)await _ledger.Gate.RunAsync<CccdBot.Core.Booking.SeatBook, CccdBot.Core.Booking.HoldOutcome>(seats => seats.Hold([lan], slot.Id, Now));
        await _ledger.Gate.RunAsync<CccdBot.Core.Booking.SeatBook, CccdBot.Core.Booking.Appointment?>(seats => seats.Confirm(lan, held.Appointment.Id, Now));
        var draft = Words with { Villages = [], Booked = booked };

        var counted = await _ledger.Gate.RunAsync<Audience, AudienceCount>(audience => audience.Count(draft, Now));
        var notice = await AskedAsync(draft);
        await ApproveAsync(notice, draft.Seal, _officer);

        Assert.Equal(new AudienceCount(count, 0, 0), counted);
        Assert.Equal(count, (await NamesAsync(notice)).Count);
    }

    private async Task<long> AskedAsync(NoticeDraft draft)
    {
        var notice = await Desk(desk => desk.Write(draft, _author, Now));
        Assert.Equal(AskOutcome.Asked, await Desk(desk => desk.Ask(notice, 1, again: false, Now)));
        return notice;
    }

    private Task<ApproveOutcome> ApproveAsync(long notice, string seal, Guid officer, DateTime? at = null) => Desk(desk => desk.Approve(notice, seal, officer, at ?? Now));

    private Task<Notice> FindAsync(long notice) => _ledger.ReadAsync(db => db.Notices.AsNoTracking().SingleAsync(n => n.Id == notice));

    private Task<List<string?>> NamesAsync(long notice) => _ledger.ReadAsync(db => db.NoticeReceipts.Where(r => r.NoticeId == notice)
        .Join(db.People, r => r.PersonId!.Value, p => p.Id, (r, p) => p.Name).OrderBy(name => name).ToListAsync());

    private Task<T> Desk<T>(Func<NoticeDesk, T> act) => _ledger.Gate.RunAsync(act);

    private Task PersonAsync(string name, string? village) => _ledger.Gate.RunAsync<CccdDb>(async db =>
    {
        var person = new Person { CreatedAt = Now, HomePlace = village };
        person.CallMe(name);
        db.Add(person);
        await db.SaveChangesAsync();
    });
}
