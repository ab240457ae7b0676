using System.Text.RegularExpressions;
using CccdBot.Core.Booking;
using CccdBot.Core.Time;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CccdBot.Host.Tests.Web;

/// <summary>What can become of a booking, as a citizen lives it on a phone of 360 points, by a clock we hold.</summary>
[Collection(Chromium.Name)]
[Trait("Engine", "sqlite")]
public sealed partial class LifeInTheBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private const int Phone = 360;

    /// <summary>Ten in the morning of the real tomorrow: the browser forgets cookies by its own clock.</summary>
    private readonly FakeTimeProvider _clock = new(DateTime.UtcNow.Date.AddDays(1).AddHours(3));

    private RunningService _service = null!;

    public async Task InitializeAsync() => _service = await RunningService.StartAsync(clock: _clock);

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_full_evening_is_waited_for_and_the_freed_seat_is_offered_and_taken()
    {
        var lan = await BooksAsync("Siu Lan");
        await _service.InLedgerAsync(db => db.Slots.Where(slot => slot.Session!.Date == Tomorrow && slot.Session.PlaceCode == "sui")
            .ExecuteUpdateAsync(set => set.SetProperty(slot => slot.Capacity, slot => slot.Taken)));
        var mai = await OpensAsync();
        await mai.SayAsync("đặt lịch tối mai ở buôn Sui");
        await Expect(mai.LastSaid()).ToContainTextAsync("không có giờ nào còn chỗ");
        await mai.ChooseAsync("Chờ chỗ tối đó");
        await Expect(mai.LastSaid()).ToContainTextAsync("60 tuổi");
        await mai.ChooseAsync("Không ạ");
        await Expect(mai.LastSaid()).ToContainTextAsync("đứng thứ 1");
        await mai.FitsAsync(Phone, "hang-cho");

        await lan.SayAsync("/huylich");
        await lan.ChooseAsync("18h30");
        await Expect(lan.LastSaid()).ToContainTextAsync("Đã huỷ lịch A1");
        await _clock.TickUntilAsync(mai.Said("Em giữ chỗ này tới"));
        await mai.ChooseAsync("Nhận chỗ");
        await Expect(mai.LastSaid()).ToContainTextAsync("nhắn tên gọi");
        await mai.SayAsync("Nay Mai");
        await mai.ChooseAsync("Đồng ý, giữ chỗ");

        await Expect(mai.LastSaid()).ToContainTextAsync($"Đã giữ chỗ. Mã lịch: A1\n{Moment(Tomorrow)}");
    }

    [Fact]
    public async Task Who_is_ill_puts_it_off_and_is_asked_again_on_the_day_they_named()
    {
        var lan = await BooksAsync("Siu Lan");
        await lan.SayAsync("/hoanom");
        await Expect(lan.LastSaid()).ToContainTextAsync("không mất lượt");
        await lan.ChooseAsync("1 tuần nữa");
        await Expect(lan.LastSaid()).ToContainTextAsync($"{VietnamTime.DayText(Today.AddDays(7))[1..]} em hỏi thăm lại");

        GoTo(Today.AddDays(7), new TimeOnly(8, 0));
        await _clock.TickUntilAsync(lan.Said("hỏi thăm sức khoẻ"));
        await lan.ChooseAsync("Đặt lịch tối");

        await Expect(lan.LastSaid()).ToContainTextAsync("Bà con muốn làm ở đâu");
    }

    [Fact]
    public async Task Who_was_not_there_is_offered_three_times_the_next_morning_and_takes_one()
    {
        var lan = await BooksAsync("Siu Lan");
        GoTo(Tomorrow, new TimeOnly(20, 0));
        var officer = await OpensEveningAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Chưa đến: A1 Siu Lan" }).ClickAsync();
        await Expect(officer.Locator(".card")).ToContainTextAsync("chưa đến");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Kết thúc buổi này" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã kết thúc buổi này");

        GoTo(Tomorrow.AddDays(1), new TimeOnly(7, 30));
        await _clock.TickUntilAsync(lan.Said("Không sao ạ"));
        await Expect(lan.Locator(".line.bot").Last.Locator(".choices button", new() { HasTextRegex = Hour() })).ToHaveCountAsync(3);
        await lan.FitsAsync(Phone, "lo-buoi");
        await lan.ChooseAsync("18h30");
        await Expect(lan.LastSaid()).ToContainTextAsync("Em ghi như sau");
        await lan.ChooseAsync("Giữ chỗ");

        await Expect(lan.LastSaid()).ToContainTextAsync("Đã giữ chỗ. Mã lịch: A1");
    }

    [Fact]
    public async Task A_returned_dossier_comes_with_its_reason_and_a_seat_that_is_kept_and_taken()
    {
        var lan = await BooksAsync("Siu Lan");
        GoTo(Tomorrow, new TimeOnly(18, 45));
        var officer = await OpensEveningAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Đã đến: A1 Siu Lan" }).ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Xong: A1 Siu Lan" }).ClickAsync();
        await officer.GetByText("Hồ sơ bị trả về", new() { Exact = true }).ClickAsync();
        await officer.GetByLabel("Thiếu gì, mang theo gì").FillAsync("ảnh bị mờ, mang thêm giấy khai sinh");
        await officer.FitsAsync(Phone, "ho-so-tra-ve");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Mời đến bổ sung A1" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã mời bà con đến bổ sung");

        var told = lan.Said("cần bổ sung: ảnh bị mờ, mang thêm giấy khai sinh");
        await _clock.TickUntilAsync(told);
        await Expect(told).ToContainTextAsync($"Em giữ sẵn một chỗ lúc {Moment(Tomorrow.AddDays(1))}");
        await lan.ChooseAsync("Nhận chỗ này");

        await Expect(lan.LastSaid()).ToContainTextAsync($"Đã giữ chỗ. Mã lịch: A1\n{Moment(Tomorrow.AddDays(1))}");
    }

    private DateOnly Today { get; } = VietnamTime.DateOf(DateTime.UtcNow.Date.AddDays(1).AddHours(3));

    private DateOnly Tomorrow => Today.AddDays(1);

    private static string Moment(DateOnly day) => VietnamTime.MomentText(VietnamTime.ToUtc(day, new TimeOnly(18, 30)));

    private void GoTo(DateOnly day, TimeOnly hour) => _clock.SetUtcNow(new DateTimeOffset(VietnamTime.ToUtc(day, hour), TimeSpan.Zero));

    private async Task<IPage> OpensAsync()
    {
        var page = await chromium.OpenAsync(_service.Address, Phone);
        await page.GotoAsync("/");
        return page;
    }

    /// <summary>Someone has a seat tomorrow at half past six at buôn Sui.</summary>
    private async Task<IPage> BooksAsync(string name)
    {
        var page = await OpensAsync();
        await page.SayAsync("tối mai 6 giờ rưỡi ở buôn Sui");
        await Expect(page.LastSaid()).ToContainTextAsync("nhắn tên gọi cho em");
        await page.SayAsync(name);
        await Expect(page.LastSaid()).ToContainTextAsync("Em ghi như sau");
        await page.ChooseAsync("Đồng ý, giữ chỗ");
        await Expect(page.LastSaid()).ToContainTextAsync("Đã giữ chỗ. Mã lịch: A1");
        return page;
    }

    /// <summary>An officer looks at the evening that somebody has booked.</summary>
    private async Task<IPage> OpensEveningAsync()
    {
        var officer = await chromium.EnterAsync(_service, Phone);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Các buổi" }).First.ClickAsync();
        await officer.Locator(".card").Filter(new() { HasText = "1/" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(officer.Locator(".card")).ToContainTextAsync("Siu Lan");
        return officer;
    }

    [GeneratedRegex("[0-9]{2}h[0-9]{2}")]
    private static partial Regex Hour();
}
