using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Flows;

public sealed class BookingTests : IAsyncLifetime
{
    private FakeTelegram _telegram = null!;
    private RunningService _service = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync();
        _service = await RunningService.StartAsync(_telegram);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    [Fact]
    public async Task A_farmer_books_an_evening_in_five_taps_and_is_told_code_day_place_and_what_to_bring()
    {
        var lan = Citizen.New(_telegram);

        var told = await lan.BooksAtSuiAsync();

        Assert.Matches("Mã lịch: A1\n18h30, (thứ|Chủ)", told.Text);
        Assert.Contains("Nhà sinh hoạt cộng đồng buôn Sui", told.Text, StringComparison.Ordinal);
        Assert.Contains("mang theo", told.Text, StringComparison.Ordinal);
        Assert.Empty(_telegram.Violations);
    }
}
