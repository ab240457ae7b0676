using System.Net;
using CccdBot.Core.Booking;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Printing;

/// <summary>The page on which one's bookings stand ready for printing.</summary>
public sealed class PrintedPageTests : PrintedTests
{
    private const string NoLonger = "Đường dẫn này không còn dùng được";

    [Fact]
    public async Task It_shows_code_day_hour_place_and_what_to_bring_and_nothing_that_was_given_back()
    {
        using var lan = await VisitorAsync();
        await lan.BooksAtSuiAsync();
        await lan.SaysAsync("7h tối chủ nhật ở Blăk");
        await lan.TapsAsync("Giữ chỗ");
        var link = await LinkOfAsync(lan);
        var (_, both) = await LooksAsync(link);
        await lan.SaysAsync("/huylich");
        await lan.TapsAsync("A1");

        var (_, page) = await LooksAsync(link);

        Assert.Contains("19h00, Chủ nhật, 29/11/2026", both, StringComparison.Ordinal);
        Assert.Contains("Nhà sinh hoạt cộng đồng buôn Sui", both, StringComparison.Ordinal);
        Assert.Contains("mang thẻ cũ", both, StringComparison.Ordinal);
        Assert.Matches("class=\"ticket\">B1<", both);
        Assert.DoesNotContain("buôn Sui", page, StringComparison.Ordinal);
        Assert.Contains("Nhà sinh hoạt cộng đồng buôn Blăk", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_those_one_speaks_for_and_nobody_elses()
    {
        using var lan = await VisitorAsync();
        using var mai = await VisitorAsync();
        await lan.BooksAtSuiAsync("Siu Lan");
        await mai.BooksAtSuiAsync("Nay Mai");
        await lan.SaysAsync("dat cho me toi 7h toi thu bay o blak");
        await lan.TapsAsync("Đồng ý");
        await lan.TapsAsync("Mẹ");
        await lan.TapsAsync("Giữ chỗ");

        await lan.OpensAsync(await LinkOfAsync(lan));
        await mai.OpensAsync(await LinkOfAsync(mai));

        Assert.Contains("Mã lịch cho Mẹ", lan.Page, StringComparison.Ordinal);
        Assert.Contains("buôn Sui", lan.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Blăk", mai.Page, StringComparison.Ordinal);
        Assert.Single(CodesOn(mai.Page));
        Assert.Equal(2, CodesOn(lan.Page).Count);
    }

    [Fact]
    public async Task An_address_that_was_changed_made_up_or_is_thirty_days_old_opens_nothing_and_says_what_to_do()
    {
        using var lan = await VisitorAsync();
        await lan.BooksAtSuiAsync();
        var link = await LinkOfAsync(lan);
        string[] wrong = [Changed(link), "/lich/abc", "/lich/%C3%A1", link[..^4], $"{link[..^1]}="];

        Assert.All(await Task.WhenAll(wrong.Select(LooksAsync)), AssertOpensNothing);
        Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        var last = await LooksAsync(link);
        Clock.Advance(TimeSpan.FromMinutes(2));

        AssertOpensNothing(await LooksAsync(link));
        Assert.Equal(HttpStatusCode.OK, last.Status);
    }

    [Fact]
    public async Task After_one_wants_to_be_forgotten_the_old_address_shows_nothing_of_theirs()
    {
        using var lan = await VisitorAsync();
        await lan.BooksAtSuiAsync("Siu H'Bia");
        var link = await LinkOfAsync(lan);
        await lan.SaysAsync("/xoadulieu");
        await lan.TapsAsync("Xoá hết");
        await lan.BooksAtSuiAsync("Siu H'Bia");

        await lan.OpensAsync(link);

        Assert.Contains("chưa có lịch nào", lan.Page, StringComparison.Ordinal);
        Assert.Empty(CodesOn(lan.Page));
    }

    [Fact]
    public async Task The_address_says_nothing_of_whose_it_is_and_no_two_are_alike()
    {
        using var lan = await VisitorAsync();
        await lan.BooksAtSuiAsync();
        var (one, another) = (await LinkOfAsync(lan), await LinkOfAsync(lan));
        var person = (await Service.InLedgerAsync(db => db.Reservations.Select(r => r.PersonId).FirstAsync())).Value;
        var read = System.Buffers.Text.Base64Url.DecodeFromChars(one.AsSpan("/lich/".Length));

        Assert.NotEqual(one, another);
        Assert.Equal(-1, read.AsSpan().IndexOf(person.ToByteArray()));
        Assert.Equal(-1, read.AsSpan().IndexOf(person.ToByteArray(bigEndian: true)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/lich-hen.ics")]
    public async Task It_is_kept_nowhere_sets_no_cookie_loads_nothing_from_elsewhere_and_changes_nothing(string file)
    {
        using var lan = await VisitorAsync();
        await lan.BooksAtSuiAsync();
        var link = await LinkOfAsync(lan);
        var before = await BookingsAsync();
        using var stranger = new Visitor(Service.Address);

        using var answer = await stranger.OpensAsync(link + file);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'self'; object-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotMatch("(?i)<script|<style|\\sstyle=|(src|href)=\"(?![/#])", stranger.Page);
        Assert.Equal(before, await BookingsAsync());
    }

    [Fact]
    public async Task On_telegram_the_button_opens_the_public_address()
    {
        var lan = Citizen.New(Telegram, Clock);
        await lan.BooksAtSuiAsync();

        var told = await lan.SaysAsync("/lichcuatoi");
        var link = Citizen.ButtonOn(told, "Lịch in ra").Url!;
        using var phone = new Visitor(Service.Address);
        await phone.OpensAsync(new Uri(link).PathAndQuery);

        Assert.StartsWith($"{PublicUrl}/lich/", link, StringComparison.Ordinal);
        Assert.Single(CodesOn(phone.Page));
    }

    [Fact]
    public async Task Without_a_public_address_telegram_shows_no_such_button()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var service = await RunningService.StartAsync(telegram);
        var lan = Citizen.New(telegram);
        await lan.BooksAtSuiAsync();

        var told = await lan.SaysAsync("/lichcuatoi");

        Assert.DoesNotContain(told.Buttons, button => button.Label.Contains("in ra", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_types_the_number_of_the_button_is_given_it_again()
    {
        using var lan = await VisitorAsync();
        await lan.BooksAtSuiAsync();
        await LinkOfAsync(lan);

        var told = await lan.SaysAsync("4");

        Assert.Contains("mở trang in", told.Text, StringComparison.Ordinal);
        Assert.StartsWith("/lich/", Assert.Single(told.Choices).Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_the_page_of_the_chat_shows_it_as_a_link()
    {
        using var lan = await VisitorAsync();
        await lan.BooksAtSuiAsync();
        var link = await LinkOfAsync(lan);

        await lan.OpensAsync("/");

        Assert.Contains($"<a class=\"button\" href=\"{link}\"", lan.Page, StringComparison.Ordinal);
    }

    private static string Changed(string link) => link[..40] + (link[40] == 'A' ? 'B' : 'A') + link[41..];

    private static List<string> CodesOn(string page) => [.. System.Text.RegularExpressions.Regex.Matches(page, "class=\"ticket\">([^<]+)<").Select(code => code.Groups[1].Value)];

    private async Task<(HttpStatusCode Status, string Page)> LooksAsync(string link)
    {
        using var someone = new Visitor(Service.Address);
        using var answer = await someone.OpensAsync(link);
        return (answer.StatusCode, someone.Page);
    }

    private static void AssertOpensNothing((HttpStatusCode Status, string Page) seen)
    {
        Assert.Equal(HttpStatusCode.NotFound, seen.Status);
        Assert.Contains(NoLonger, seen.Page, StringComparison.Ordinal);
        Assert.Contains("/lichcuatoi", seen.Page, StringComparison.Ordinal);
        Assert.Empty(CodesOn(seen.Page));
    }

    private Task<string> BookingsAsync() => Service.InLedgerAsync(async db =>
        string.Join(';', await db.Reservations.AsNoTracking().Select(r => $"{r.Id} {r.State} {r.ComingAt} {r.EndedAt}").ToListAsync()));
}
