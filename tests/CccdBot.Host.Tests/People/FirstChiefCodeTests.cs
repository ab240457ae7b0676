using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.People;

public sealed class FirstChiefCodeTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 5, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_code_opens_the_door_once_however_many_type_it_at_once()
    {
        await using var ledger = await Ledger.OpenAsync();
        var code = await IssueAsync(ledger);

        var chiefs = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => SpendAsync(ledger, code!)));

        Assert.Single(chiefs, chief => chief is not null);
    }

    [Fact]
    public async Task Dashes_blanks_and_small_letters_do_not_matter_and_a_wrong_code_opens_nothing()
    {
        await using var ledger = await Ledger.OpenAsync();
        var code = (await IssueAsync(ledger))!;

        Assert.Matches("^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$", code);
        Assert.Null(await SpendAsync(ledger, "AAAA-BBBB-CCCC-DDDD"));
        Assert.Null(await SpendAsync(ledger, ""));
        Assert.NotNull(await SpendAsync(ledger, $" {code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()} "));
    }

    [Fact]
    public async Task Each_start_voids_the_code_before_until_the_chief_is_in_and_then_there_is_none()
    {
        await using var ledger = await Ledger.OpenAsync();
        var older = await IssueAsync(ledger);
        var newer = await IssueAsync(ledger);

        Assert.Null(await SpendAsync(ledger, older!));
        Assert.NotNull(await SpendAsync(ledger, newer!));
        Assert.Null(await IssueAsync(ledger));
    }

    [Fact]
    public async Task Where_other_nodes_start_too_the_code_the_first_one_printed_stays_good()
    {
        await using var ledger = await Ledger.OpenAsync();
        var printed = await IssueAsync(ledger);

        var byAnother = await ledger.Gate.RunAsync<CccdDb, string?>(db => FirstChiefCode.IssueFirstAsync(db, keepsUnused: true, CancellationToken.None));

        Assert.Null(byAnother);
        Assert.NotNull(await SpendAsync(ledger, printed!));
    }

    [Fact]
    public async Task Whoever_sits_at_the_server_can_have_a_new_code_when_the_shift_is_over()
    {
        await using var ledger = await Ledger.OpenAsync();
        await SpendAsync(ledger, (await IssueAsync(ledger))!);

        var again = await AgainAsync(ledger);

        Assert.NotNull(await SpendAsync(ledger, again));
        Assert.Null(await SpendAsync(ledger, again));
    }

    [Fact]
    public async Task A_later_code_lets_in_the_chief_there_is_and_makes_no_other()
    {
        await using var ledger = await Ledger.OpenAsync();
        var chief = (await SpendAsync(ledger, (await IssueAsync(ledger))!))!;
        var (later, officer) = (new StaffMember { Since = Now.AddDays(1) }, new StaffMember { Since = Now.AddDays(-1), Role = Role.Officer });
        await ledger.Gate.RunAsync<CccdDb>(async db =>
        {
            db.AddRange(later, officer);
            await db.SaveChangesAsync();
        });

        Assert.Equal(chief.Id, (await SpendAsync(ledger, await AgainAsync(ledger)))!.Id);
        Assert.True(await ledger.Gate.RunAsync<StaffList, bool>(staff => staff.RemoveAsync(chief.Id, Now, CancellationToken.None)));
        Assert.Equal(later.Id, (await SpendAsync(ledger, await AgainAsync(ledger)))!.Id);
        Assert.Equal(3, await ledger.ReadAsync(db => db.StaffMembers.CountAsync()));
    }

    [Fact]
    public async Task The_code_itself_is_not_kept()
    {
        await using var ledger = await Ledger.OpenAsync();
        var code = (await IssueAsync(ledger))!.Replace("-", "", StringComparison.Ordinal);

        var kept = await ledger.ReadAsync(db => db.FirstChiefCodes.Select(c => c.Hash).SingleAsync());

        Assert.DoesNotContain(code, kept, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(64, kept.Length);
    }

    private static Task<string?> IssueAsync(Ledger ledger) =>
        ledger.Gate.RunAsync<CccdDb, string?>(db => FirstChiefCode.IssueFirstAsync(db, keepsUnused: false, CancellationToken.None));

    private static Task<string> AgainAsync(Ledger ledger) =>
        ledger.Gate.RunAsync<CccdDb, string>(db => FirstChiefCode.IssueAsync(db, CancellationToken.None));

    private static Task<StaffMember?> SpendAsync(Ledger ledger, string code) =>
        ledger.Gate.RunAsync<CccdDb, StaffMember?>(db => FirstChiefCode.SpendAsync(db, code, Now, CancellationToken.None));
}
