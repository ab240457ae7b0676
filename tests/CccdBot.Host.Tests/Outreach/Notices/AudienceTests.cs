using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.Outreach.Registry;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Outreach.Notices;

/// <summary>Whom a notice is for, by all that is known of people: nobody is meant of whom nobody knows, and it is said how many those are.</summary>
public sealed class AudienceTests : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 11, 26, 3, 0, 0, DateTimeKind.Utc);

    private static readonly NoticeDraft All = new("Kính mời bà con đến nhà sinh hoạt cộng đồng tối thứ Bảy.", [], BookedOrNot.Everyone, HasButton: true, SendAt: null);

    private Ledger _ledger = null!;

    public async Task InitializeAsync() => _ledger = await Lists.OpenAsync();

    public async Task DisposeAsync() => await _ledger.DisposeAsync();

    [Theory]
    [InlineData(GoalReached.NoCard, "Siu A")]
    [InlineData(GoalReached.NoVneid, "Siu B")]
    [InlineData(GoalReached.Done, "Siu C")]
    public async Task By_the_way_to_card_and_vneid_only_those_of_whom_it_is_known(GoalReached goal, string only)
    {
        await WriteDownAsync(
            new VillagerForm("Siu A", "sui") { HasCard = Known.No },
            new VillagerForm("Siu B", "sui") { HasCard = Known.Yes, HasVneid = Known.No },
            new VillagerForm("Siu C", "sui") { HasCard = Known.Yes, HasVneid = Known.Yes },
            new VillagerForm("Siu D", "sui"));

        Assert.Equal(new AudienceCount(1, 0, 1), await CountAsync(All with { Goal = goal }));
        Assert.Equal([only], await FixedAsync(All with { Goal = goal }));
    }

    [Theory]
    [InlineData(AgeBand.Under14, 2013)]
    [InlineData(AgeBand.From14, 2012, 2002)]
    [InlineData(AgeBand.From25, 2001, 1987)]
    [InlineData(AgeBand.From40, 1986, 1967)]
    [InlineData(AgeBand.From60, 1966)]
    public async Task By_age_from_the_year_of_birth_and_each_year_is_in_one_band(AgeBand age, params int[] meant)
    {
        int[] years = [1966, 1967, 1986, 1987, 2001, 2002, 2012, 2013];
        await WriteDownAsync([.. years.Select(year => new VillagerForm($"Siu {(char)('A' + year % 26)}", "sui") { BirthYear = year }), new VillagerForm("Rmah Hoa", "sui")]);

        Assert.Equal(new AudienceCount(meant.Length, 0, 1), await CountAsync(All with { Age = age }));
        Assert.Equal(meant.Select(year => $"Siu {(char)('A' + year % 26)}").Order(), await FixedAsync(All with { Age = age }));
    }

    [Theory]
    [InlineData(HelpedFirst.AnyOfThem, "Siu A", "Siu B", "Siu C")]
    [InlineData(HelpedFirst.Old, "Siu A")]
    [InlineData(HelpedFirst.Disabled, "Siu B")]
    [InlineData(HelpedFirst.SmallChild, "Siu C")]
    public async Task By_who_is_helped_first_and_who_only_wrote_to_us_is_not_known(HelpedFirst first, params string[] meant)
    {
        await WriteDownAsync(
            new VillagerForm("Siu A", "sui") { Frail = Frail.Old },
            new VillagerForm("Siu B", "sui") { Frail = Frail.Disabled },
            new VillagerForm("Siu C", "sui") { Frail = Frail.SmallChild },
            new VillagerForm("Siu D", "sui"));
        await PersonAsync("Ksor Hoan", "sui", chat: "77");

        Assert.Equal(new AudienceCount(meant.Length, 0, 1), await CountAsync(All with { First = first }));
        Assert.Equal(meant, await FixedAsync(All with { First = first }));
    }

    [Fact]
    public async Task Everyone_is_who_wrote_to_us_and_who_is_on_the_list_each_once()
    {
        var (lan, _) = (await WriteDownAsync(new VillagerForm("Siu Lan", "sui")), await WriteDownAsync(new VillagerForm("Rmah Hoa", "blak")));
        var person = await _ledger.Gate.RunAsync<VillagerBook, PersonId>(book => book.PersonOf(lan, Now));
        await ChatAsync(person, "77");
        await PersonAsync("Ksor Hoan", null, chat: "78");

        Assert.Equal(new AudienceCount(3, 2, 0), await CountAsync(All));
        Assert.Equal(["Ksor Hoan", "Rmah Hoa", "Siu Lan"], await FixedAsync(All));
        Assert.Equal(new AudienceCount(1, 1, 1), await CountAsync(All with { Villages = ["sui"] }));
    }

    [Fact]
    public async Task Who_speaks_for_someone_who_is_meant_is_told_for_them_once()
    {
        var son = await PersonAsync("Siu Nam", "sui", chat: "77");
        foreach (var name in new[] { "Siu H'Bia", "Siu H'Mai" })
        {
            var mother = await _ledger.Gate.RunAsync<VillagerBook, PersonId>(book =>
            {
                book.Open();
                return book.PersonOf(book.Add(new VillagerForm(name, "sui") { HasCard = Known.No, Frail = Frail.Old }, null, Now)!.Value, Now);
            });
            await _ledger.SqlAsync($"UPDATE people SET keeper_id = (SELECT id FROM people WHERE name = 'Siu Nam') WHERE name = '{name.Replace("'", "''", StringComparison.Ordinal)}'");
            Assert.NotEqual(son, mother);
        }

        Assert.Equal(new AudienceCount(1, 1, 0), await CountAsync(All with { Goal = GoalReached.NoCard }));
        Assert.Equal(["Siu Nam"], await FixedAsync(All with { First = HelpedFirst.Old }));
    }

    [Fact]
    public async Task Who_has_all_by_the_list_is_not_asked_to_book_and_who_left_or_wants_no_messages_is_not_meant()
    {
        await WriteDownAsync(new VillagerForm("Siu A", "sui") { HasCard = Known.Yes, HasVneid = Known.Yes });
        var gone = await WriteDownAsync(new VillagerForm("Siu B", "sui"));
        await WriteDownAsync(new VillagerForm("Siu C", "sui"));
        await PersonAsync("Ksor Hoan", "sui", chat: "77");
        await _ledger.Gate.RunAsync<VillagerBook, bool>(book => book.Leave(gone, _ => true, Now));
        await _ledger.SqlAsync("UPDATE people SET stopped_notices_at = created_at WHERE name = 'Ksor Hoan'");

        Assert.Equal(["Siu C"], await FixedAsync(All with { Booked = BookedOrNot.NotBooked }));
        Assert.Equal(["Siu A", "Siu C"], await FixedAsync(All));
    }

    public static TheoryData<string, NoticeDraft> Changed => new()
    {
        { "villages", All with { Villages = ["sui"] } },
        { "booked", All with { Booked = BookedOrNot.Booked } },
        { "goal", All with { Goal = GoalReached.NoCard } },
        { "age", All with { Age = AgeBand.From60 } },
        { "first", All with { First = HelpedFirst.Old } },
        { "evening", All with { SessionId = 1 } },
    };

    [Theory]
    [MemberData(nameof(Changed), DisableDiscoveryEnumeration = true)]
    public async Task A_change_of_whom_it_is_for_voids_the_approval_that_was_asked_for(string what, NoticeDraft changed)
    {
        await _ledger.SlotsAsync(1, capacity: 3, Now);
        var author = Guid.NewGuid();
        var notice = await Desk(desk => desk.Write(All, author, Now));
        Assert.Equal(AskOutcome.Asked, await Desk(desk => desk.Ask(notice, 1, again: false, Now)));

        Assert.True(await Desk(desk => desk.Change(notice, 1, changed, author)), what);

        Assert.Equal(ApproveOutcome.NotAsked, await Desk(desk => desk.Approve(notice, All.Seal, Guid.NewGuid(), Now)));
        Assert.Equal(AskOutcome.Asked, await Desk(desk => desk.Ask(notice, 2, again: false, Now)));
        Assert.Equal(ApproveOutcome.ChangedMeanwhile, await Desk(desk => desk.Approve(notice, All.Seal, Guid.NewGuid(), Now)));
        Assert.Equal(ApproveOutcome.Approved, await Desk(desk => desk.Approve(notice, changed.Seal, Guid.NewGuid(), Now)));
    }

    private Task<AudienceCount> CountAsync(NoticeDraft draft) => _ledger.Gate.RunAsync<Audience, AudienceCount>(audience => audience.Count(draft, Now));

    /// <summary>The names of those it is for, once it is approved.</summary>
    private async Task<List<string>> FixedAsync(NoticeDraft draft)
    {
        var notice = await Desk(desk => desk.Write(draft, Guid.NewGuid(), Now));
        Assert.True(await Desk(desk => desk.SendUrgently(notice, draft.Seal, Guid.NewGuid(), Now)));
        return await _ledger.ReadAsync(async db =>
        {
            var (people, villagers) = (db.People, db.Villagers);
            var names = await db.NoticeReceipts.Where(r => r.NoticeId == notice).Select(r =>
                people.Where(p => p.Id == r.PersonId).Select(p => p.Name).FirstOrDefault() ?? villagers.Where(v => v.Id == r.VillagerId).Select(v => v.Name).First()).ToListAsync();
            return names.Order(StringComparer.Ordinal).ToList();
        });
    }

    private Task<T> Desk<T>(Func<NoticeDesk, T> act) => _ledger.Gate.RunAsync(act);

    /// <summary>The number of the last of them.</summary>
    private Task<long> WriteDownAsync(params VillagerForm[] forms) => _ledger.Gate.RunAsync<VillagerBook, long>(book =>
    {
        book.Open();
        return forms.ToList().ConvertAll(form => book.Add(form, null, Now)!.Value)[^1];
    });

    private async Task<PersonId> PersonAsync(string name, string? village, string chat)
    {
        var person = new Person { CreatedAt = Now, HomePlace = village };
        person.CallMe(name);
        await _ledger.Gate.RunAsync<CccdDb>(async db =>
        {
            db.Add(person);
            await db.SaveChangesAsync();
        });
        await ChatAsync(person.Id, chat);
        return person.Id;
    }

    private Task ChatAsync(PersonId person, string chat) => _ledger.Gate.RunAsync<CccdDb>(async db =>
    {
        db.Add(new ContactRoute { Channel = "telegram", Address = chat, PersonId = person });
        await db.SaveChangesAsync();
    });
}
