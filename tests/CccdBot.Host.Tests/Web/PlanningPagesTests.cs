using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Staff;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CccdBot.Host.Tests.Web;

/// <summary>What the chief does before an evening, on a phone or at a desk: sees what is to decide, plans, and tells those whom no message reaches.</summary>
[Collection(Chromium.Name)]
[Trait("Engine", "sqlite")]
public sealed class PlanningPagesTests(Chromium chromium)
{
    private static readonly ShiftedClock Morning = new(ShiftedClock.UntilMorning);

    private static DateTime Now => Morning.GetUtcNow().UtcDateTime;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_chief_plans_an_evening_closes_a_day_and_prints_whom_to_tell(int width)
    {
        await using var service = await RunningService.StartAsync(clock: Morning);
        var evening = await ADayAsync(service);
        var chief = await chromium.EnterAsync(service, width);
        await Expect(chief.GetByRole(AriaRole.Link, new() { Name = "Xác nhận buổi" })).ToBeVisibleAsync();
        await chief.FitsAsync(width, "truc");
        await chief.GetByRole(AriaRole.Link, new() { Name = "Xác nhận buổi" }).ClickAsync();
        await chief.FitsAsync(width, "buoi-cho-xac-nhan");

        await chief.GetByRole(AriaRole.Link, new() { Name = "Đổi phân công" }).ClickAsync();
        await chief.GetByRole(AriaRole.Checkbox, new() { Name = "Rơ Châm Nam" }).CheckAsync();
        await chief.GetByRole(AriaRole.Checkbox).Last.CheckAsync();
        await chief.GetByRole(AriaRole.Button, new() { Name = "Ghi phân công" }).ClickAsync();
        await chief.GotoAsync($"/truc/buoi/{evening}/phan-cong");
        await Expect(chief.GetByText("cùng giờ này còn ở").First).ToBeVisibleAsync();
        await chief.FitsAsync(width, "phan-cong");

        await chief.GotoAsync("/truc/ngay-nghi");
        await chief.GetByLabel("Ngày", new() { Exact = true }).FillAsync(Now.AddHours(7).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await chief.GetByLabel("Lý do, cán bộ khác sẽ đọc").FillAsync("máy đem đi bảo trì");
        await chief.GetByRole(AriaRole.Button, new() { Name = "Ghi ngày nghỉ", Exact = true }).ClickAsync();
        await Expect(chief.GetByRole(AriaRole.Status)).ToContainTextAsync("không mở buổi nào");
        await chief.FitsAsync(width, "ngay-nghi");
        await chief.GotoAsync("/truc/mo-buoi");
        await chief.FitsAsync(width, "mo-buoi");
        await chief.GotoAsync("/truc/buoi");
        await chief.FitsAsync(width, "cac-buoi");

        await chief.GotoAsync($"/truc/buoi/{evening}");
        await chief.GetByRole(AriaRole.Button, new() { Name = "Xác nhận buổi này, báo mọi người" }).ClickAsync();
        await Expect(chief.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã xác nhận buổi này. 3 người được báo ngay.");
        await chief.GotoAsync("/truc");
        await Expect(chief.GetByRole(AriaRole.Link, new() { Name = "1 bà con cần gặp người thật" })).ToBeVisibleAsync();
        await Expect(chief.GetByRole(AriaRole.Link, new() { Name = "Xác nhận buổi" })).ToHaveCountAsync(0);

        await chief.GotoAsync("/truc/can-goi");
        await chief.FitsAsync(width, "danh-sach-can-goi");
        await chief.GetByRole(AriaRole.Link, new() { Name = "In danh sách đi báo" }).ClickAsync();
        await Expect(chief.GetByRole(AriaRole.Cell, new() { Name = "Ksor Y Blứt" }).First).ToBeVisibleAsync();
        await chief.FitsAsync(width, "di-bao");
        await chief.GotoAsync("/truc/dien-thoai");
        await chief.GetByRole(AriaRole.Button, new() { Name = "Lấy đường dẫn lịch" }).ClickAsync();
        await Expect(chief.Locator(".code.long")).ToBeVisibleAsync();
        await chief.FitsAsync(width, "lich-truc");
    }

    /// <summary>An evening in five hours that three count on, two to be told, one who asks for a person, and an officer who is elsewhere at that hour.</summary>
    private static async Task<long> ADayAsync(RunningService service)
    {
        var evening = await Tonight.BeginAsync(service, Morning, "Ksor Y Blứt", "Siu Lan", "Rmah Hoa");
        var startsAt = Now.AddHours(5);
        await service.InLedgerAsync(db => db.Sessions.Where(s => s.Id == evening)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.StartsAt, startsAt).SetProperty(s => s.EndsAt, startsAt.AddHours(2))));
        var nam = await service.StaffAsync(Role.Officer, Now, name: "Rơ Châm Nam");
        using var lan = await Visitor.AtHomeAsync(service.Address);
        await lan.SaysAsync("/gapnguoi");
        await lan.SaysAsync("Mẹ cháu nằm một chỗ, cháu phải làm sao?");
        await service.Services.GetRequiredService<WriteGate>().RunAsync<IServiceProvider>(async pen =>
        {
            var (db, crew) = (pen.GetRequiredService<CccdDb>(), pen.GetRequiredService<Core.Booking.Evenings.Crew>());
            var other = await db.Sessions.Where(s => s.Id != evening).OrderBy(s => s.StartsAt).Select(s => s.Id).FirstAsync();
            await db.Sessions.Where(s => s.Id == other)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.StartsAt, startsAt.AddMinutes(30)).SetProperty(s => s.EndsAt, startsAt.AddHours(2)));
            crew.Set(other, [nam.Id], []);
            foreach (var (at, seat) in (await db.Reservations.Where(r => r.SessionId == evening).OrderBy(r => r.Code).Take(2).ToListAsync()).Index())
            {
                pen.GetRequiredService<Displaced>().AskToCall(
                    seat.PersonId, seat.Id, at == 0 ? CallReason.EveningCalledOff : CallReason.ComesAgain, Now.AddHours(3 + at), Now);
            }
        });
        return evening;
    }
}
