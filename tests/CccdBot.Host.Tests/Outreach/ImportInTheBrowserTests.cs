using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CccdBot.Host.Tests.Outreach;

/// <summary>A list with mistakes in the hands of an officer with a phone or a laptop.</summary>
[Collection(Chromium.Name)]
[Trait("Engine", "sqlite")]
public sealed class ImportInTheBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task An_officer_brings_a_list_with_mistakes_takes_over_the_good_lines_and_fetches_the_others(int width)
    {
        await using var service = await RunningService.StartAsync();
        var officer = await chromium.EnterAsync(service, width);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Bà con", Exact = true }).ClickAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = "Nhập từ file" }).ClickAsync();
        await officer.FitsAsync(width, "nhap-danh-sach");
        await officer.GetByLabel("File .xlsx hoặc .csv").SetInputFilesAsync(new FilePayload
        {
            Name = "danh sách buôn Sui.csv",
            MimeType = "text/csv",
            Buffer = Lists.Csv(
                "Họ và tên,Buôn,Liên hệ,Số CCCD,Rẫy,Người báo giúp,Ngày về,Ưu tiên",
                "Siu H'Bia,Sui,,079203001234,rẫy suối Ea Rmok,con gái H'Lan,tối thứ Bảy,người già",
                "Siu Lan,Sui,0912345678,,,,,",
                "Rmah Hoa,Suy,0912,,,,,"),
        });
        await officer.GetByRole(AriaRole.Button, new() { Name = "Xem trước" }).ClickAsync();
        await Expect(officer.GetByText("2 dòng nhập được")).ToBeVisibleAsync();
        await Expect(officer.GetByText("Dòng 4: Không thấy buôn")).ToBeVisibleAsync();
        await officer.FitsAsync(width, "xem-truoc-danh-sach");
        await officer.GetByLabel("Cột “Liên hệ”").SelectOptionAsync(new SelectOptionValue { Label = "điện thoại" });
        await officer.GetByRole(AriaRole.Button, new() { Name = "Đọc lại theo cột đã chọn" }).ClickAsync();
        await Expect(officer.GetByText("Đã đọc lại theo cột cán bộ chọn.")).ToBeVisibleAsync();
        await Expect(officer.GetByRole(AriaRole.Cell, new() { Name = "0912345678" })).ToBeVisibleAsync();

        var fetched = await officer.RunAndWaitForDownloadAsync(() => officer.GetByRole(AriaRole.Link, new() { Name = "Tải các dòng này" }).ClickAsync());
        Assert.Equal("can-sua.xlsx", fetched.SuggestedFilename);
        await officer.GetByLabel("Bỏ cột ấy").CheckAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Nhập 2 người" }).ClickAsync();
        await Expect(officer.GetByText("thêm 2 người, 0 người đã có trong danh sách, 1 dòng cần sửa")).ToBeVisibleAsync();
        await officer.FitsAsync(width, "da-nhap-danh-sach");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Xem danh sách" }).ClickAsync();
        await Expect(officer.GetByText("0912345678")).ToBeVisibleAsync();
        await officer.FitsAsync(width, "danh-sach-ba-con");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Thêm một người" }).ClickAsync();
        await officer.GetByLabel("Tên gọi").FillAsync("Siu Hoa");
        await officer.GetByLabel("Buôn", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Buôn Sui" });
        await officer.GetByLabel("Điện thoại").FillAsync("079203001234");
        await officer.FitsAsync(width, "them-mot-nguoi");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Ghi vào danh sách" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Alert)).ToContainTextAsync("dịch vụ không giữ số này");
        await officer.FitsAsync(width, "them-mot-nguoi-loi");
        await officer.GetByLabel("Điện thoại").FillAsync("");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Ghi vào danh sách" }).ClickAsync();
        await Expect(officer.GetByText("Đã ghi vào danh sách.")).ToBeVisibleAsync();
        await officer.GetByRole(AriaRole.Link, new() { Name = "Tờ gọi để in" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Heading, new() { Name = "Buôn Sui: 3 người" })).ToBeVisibleAsync();
        await officer.FitsAsync(width, "to-goi");
    }
}
