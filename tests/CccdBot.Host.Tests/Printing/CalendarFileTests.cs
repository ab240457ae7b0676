using System.Text;
using CccdBot.Core.Booking;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Printing;

/// <summary>The file for a phone's calendar, read line by line as RFC 5545 says, not by the library that writes it.</summary>
public sealed class CalendarFileTests : PrintedTests
{
    /// <summary>RFC 5545, 3.1: octets without the line break.</summary>
    private const int LongestLine = 75;

    [Fact]
    public async Task It_holds_every_booking_in_utc_with_its_end_place_and_an_alarm_two_hours_before()
    {
        using var lan = await VisitorAsync();
        await lan.BooksAtSuiAsync();
        await lan.SaysAsync("dat cho me toi 7h toi thu bay o blak");
        await lan.TapsAsync("Đồng ý");
        await lan.TapsAsync("Mẹ");
        await lan.TapsAsync("Giữ chỗ");
        var ids = await Service.InLedgerAsync(db => db.Reservations.OrderBy(r => r.Slot!.StartsAt).Select(r => r.Id.ToString()).ToListAsync());

        var lines = Unfolded(await FileAsync(lan));

        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        Assert.Contains("VERSION:2.0", lines);
        Assert.Equal(ids, Values(lines, "UID"), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(["20261127T113000Z", "20261128T120000Z"], Values(lines, "DTSTART"));
        Assert.Equal(["20261127T120000Z", "20261128T123000Z"], Values(lines, "DTEND"));
        Assert.Equal(["Nhà sinh hoạt cộng đồng buôn Sui", "Nhà sinh hoạt cộng đồng buôn Blăk"], Values(lines, "LOCATION"));
        Assert.Equal(["Làm căn cước\\, mã lịch A1", "Làm căn cước\\, mã lịch B1 cho Mẹ"], Values(lines, "SUMMARY"));
        Assert.Equal(["-PT2H", "-PT2H"], Values(lines, "TRIGGER"));
        Assert.Equal(["DISPLAY", "DISPLAY"], Values(lines, "ACTION"));
    }

    [Fact]
    public async Task Every_line_ends_as_the_standard_wants_and_none_is_too_long_or_cut_inside_a_letter()
    {
        using var lan = await VisitorAsync();
        await lan.BooksAtSuiAsync("Siu Lan");
        await lan.SaysAsync("dat cho me toi 7h toi thu bay o blak");
        await lan.TapsAsync("Đồng ý");
        await lan.SaysAsync("Nguyễn Thị Phương Thảo Quỳnh Hương");
        await lan.TapsAsync("Giữ chỗ");

        var file = await FileAsync(lan);
        var lines = Encoding.Latin1.GetString(file).Split("\r\n");

        Assert.Equal("", lines[^1]);
        Assert.DoesNotContain(lines, line => line.Contains('\n', StringComparison.Ordinal) || line.Contains('\r', StringComparison.Ordinal));
        Assert.InRange(lines.Max(line => line.Length), 60, LongestLine);
        Assert.Contains(lines, line => line.StartsWith(' '));
        // A letter of several bytes that was cut would be no text any more.
        Assert.All(lines, line => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.Latin1.GetBytes(line)));
        Assert.Contains(Values(Unfolded(file), "SUMMARY"), summary => summary.EndsWith("cho Nguyễn Thị Phương Thảo Quỳnh Hương", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_booking_taken_in_twice_is_one_entry()
    {
        using var lan = await VisitorAsync();
        await lan.BooksAtSuiAsync();

        var (first, second) = (Unfolded(await FileAsync(lan)), Unfolded(await FileAsync(lan)));

        Assert.Equal(Values(first, "UID"), Values(second, "UID"));
    }

    [Fact]
    public async Task An_old_address_leads_to_the_page_that_says_so()
    {
        using var lan = await VisitorAsync();

        using var answer = await lan.OpensAsync("/lich/cu-roi/lich-hen.ics");

        Assert.Equal("/lich/cu-roi", answer.Headers.Location?.ToString());
    }

    private static async Task<byte[]> FileAsync(Visitor visitor)
    {
        using var answer = await visitor.Browser.GetAsync(new Uri($"{await LinkOfAsync(visitor)}/lich-hen.ics", UriKind.Relative));
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("lich-hen.ics", answer.Content.Headers.ContentDisposition?.FileName);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static List<string> Unfolded(byte[] file) =>
        [.. Encoding.UTF8.GetString(file).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];

    private static IEnumerable<string> Values(IEnumerable<string> lines, string name) => lines
        .Where(line => line.StartsWith($"{name}:", StringComparison.Ordinal)).Select(line => line[(name.Length + 1)..]);
}
