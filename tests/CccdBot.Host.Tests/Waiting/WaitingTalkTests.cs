using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Waiting;

/// <summary>The waiting line as a citizen lives it, on Telegram.</summary>
public sealed class WaitingTalkTests : VillageTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_full_evening_a_place_in_the_line_an_offer_within_half_a_minute_and_the_seat()
    {
        var (lan, mai) = await FullForMaiAsync();

        var told = await mai.SaysAsync("đặt lịch tối nay ở buôn Sui");
        var asked = await mai.TapsAsync("Chờ chỗ tối đó");
        var stands = await mai.TapsAsync("Từ 60 tuổi");
        await GivesBackAsync(lan);
        var tookSoLong = await OfferedAsync();
        var offer = await mai.HearsAsync();
        var taken = await mai.TapsAsync("Nhận chỗ");

        Assert.Contains("không có giờ nào còn chỗ", told.Text, StringComparison.Ordinal);
        Assert.Contains("60 tuổi", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Tối thứ Năm, 26/11/2026, Nhà sinh hoạt cộng đồng buôn Sui: đứng thứ 1", stands.Text, StringComparison.Ordinal);
        Assert.True(tookSoLong <= TimeSpan.FromSeconds(30), $"Offered after {tookSoLong}.");
        Assert.StartsWith("Có chỗ trống:\n18h30, thứ Năm, 26/11/2026", offer.Text, StringComparison.Ordinal);
        Assert.StartsWith("Đã giữ chỗ. Mã lịch: A1", taken.Text, StringComparison.Ordinal);
        Assert.Equal([WaitingState.Taken], await StatesAsync());
        Assert.Equal(
            [WaitingReason.Joined, WaitingReason.SeatFreed, WaitingReason.Accepted],
            await Village.AllAsync(db => db.WaitingSteps.OrderBy(step => step.Id).Select(step => step.Reason)));
    }

    [Fact]
    public async Task A_family_waits_together_is_offered_together_and_takes_all_its_seats_with_one_tap()
    {
        var (lan, mai) = await FullForMaiAsync();
        var told = await mai.SaysAsync("đặt lịch tối nay ở buôn Sui 2 người");
        await mai.TapsAsync("Chờ chỗ tối đó");
        await mai.TapsAsync("Đồng ý");
        var full = await mai.SaysAsync("tôi, Mẹ");
        await mai.TapsAsync("Chờ chỗ tối đó");
        var stands = await mai.TapsAsync("Không ạ");

        await GivesBackAsync(lan);
        await Village.Service.Ground.SqlAsync("UPDATE slots SET capacity = 2 WHERE letter = 'A' AND starts_at < '2026-11-27'");
        await OfferedAsync();
        var offer = await mai.HearsAsync();
        var taken = await mai.TapsAsync("Nhận chỗ");

        Assert.Contains("không có giờ nào còn chỗ", told.Text, StringComparison.Ordinal);
        Assert.Contains("không đủ 2 chỗ liền nhau", full.Text, StringComparison.Ordinal);
        Assert.Contains("buôn Sui cho 2 người: đứng thứ 1", stands.Text, StringComparison.Ordinal);
        Assert.StartsWith("Có 2 chỗ liền nhau cho cả nhà:\nBà con: 18h30, thứ Năm, 26/11/2026\nMẹ: 18h30", offer.Text, StringComparison.Ordinal);
        Assert.StartsWith("Đã giữ 2 chỗ.", taken.Text, StringComparison.Ordinal);
        Assert.Equal([WaitingState.Taken, WaitingState.Taken], await StatesAsync());
    }

    [Fact]
    public async Task A_family_leaves_the_line_together()
    {
        var (_, mai) = await FullForMaiAsync();
        await mai.SaysAsync("đặt lịch tối nay ở buôn Sui 2 người");
        await mai.TapsAsync("Chờ chỗ tối đó");
        await mai.TapsAsync("Đồng ý");
        await mai.SaysAsync("tôi, Mẹ");
        await mai.TapsAsync("Chờ chỗ tối đó");
        await mai.TapsAsync("Không ạ");

        var left = await mai.TapsAsync("Thôi chờ");

        Assert.Contains("bỏ tên khỏi hàng chờ", left.Text, StringComparison.Ordinal);
        Assert.Equal([WaitingState.Left, WaitingState.Left], await StatesAsync());
    }

    [Fact]
    public async Task Who_passes_the_seat_on_leaves_it_to_the_next()
    {
        var (lan, mai) = await FullForMaiAsync();
        var hoa = await KnownAsync();
        await WaitsAsync(mai);
        await WaitsAsync(hoa);
        await GivesBackAsync(lan);
        await OfferedAsync();
        await mai.HearsAsync();

        var told = await mai.TapsAsync("Nhường người sau");
        await OfferedAsync();
        var offer = await hoa.HearsAsync();

        Assert.Contains("nhường chỗ này", told.Text, StringComparison.Ordinal);
        Assert.StartsWith("Có chỗ trống", offer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nhận chỗ")]
    [InlineData("Nhường người sau")]
    public async Task Who_answers_after_a_quarter_of_an_hour_hears_that_it_went_on_and_takes_it_from_nobody(string answer)
    {
        var (lan, mai) = await FullForMaiAsync();
        var hoa = await KnownAsync();
        await WaitsAsync(mai);
        await WaitsAsync(hoa);
        await GivesBackAsync(lan);
        await OfferedAsync();
        await mai.HearsAsync();
        Village.Clock.Advance(TimeSpan.FromMinutes(14));
        await Village.MovingOnAsync(Tick, async () => (await StatesAsync()).Contains(WaitingState.Lapsed));
        await OfferedAsync();

        var told = await mai.TapsAsync(answer);

        Assert.Contains("không còn giữ cho bà con", told.Text, StringComparison.Ordinal);
        Assert.Equal([WaitingState.Lapsed, WaitingState.Offered], await StatesAsync());
    }

    [Fact]
    public async Task A_half_hour_that_is_full_is_waited_for_while_the_others_stay_open()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        var (mai, hoa) = (await KnownAsync(), await KnownAsync());
        await hoa.SaysAsync("/datlich");
        await hoa.TapsAsync("Buôn Sui");
        await hoa.TapsAsync("1.");
        await Village.Service.Ground.SqlAsync("UPDATE slots SET capacity = 1 WHERE taken = 1 AND letter = 'A' AND starts_at < '2026-11-27'");

        await hoa.TapsAsync("1.");
        await hoa.TapsAsync("Chờ chỗ tối đó");
        var stands = await hoa.TapsAsync("Không ạ");
        var open = await mai.SaysAsync("đặt lịch tối nay ở buôn Sui");

        Assert.Contains("18h30, thứ Năm, 26/11/2026, Nhà sinh hoạt cộng đồng buôn Sui: đứng thứ 1", stands.Text, StringComparison.Ordinal);
        Assert.Equal(4, open.Buttons.Count(button => button.Label.Contains("còn 8 chỗ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_line_is_shown_and_left_with_a_word()
    {
        var (_, mai) = await FullForMaiAsync();
        await WaitsAsync(mai);

        var shown = await mai.SaysAsync("/chocho");
        var left = await mai.TapsAsync("Thôi chờ");

        Assert.Contains("đứng thứ 1", shown.Text, StringComparison.Ordinal);
        Assert.Contains("bỏ tên khỏi hàng chờ", left.Text, StringComparison.Ordinal);
        Assert.Equal([WaitingState.Left], await StatesAsync());
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_stands_in_no_line_and_the_seat_offered_goes_on()
    {
        var (lan, mai) = await FullForMaiAsync();
        var hoa = await KnownAsync();
        await WaitsAsync(mai);
        await WaitsAsync(hoa);
        await GivesBackAsync(lan);
        await OfferedAsync();
        await mai.HearsAsync();

        await mai.SaysAsync("/xoadulieu");
        await mai.TapsAsync("Xoá hết");
        await OfferedAsync();
        var offer = await hoa.HearsAsync();

        Assert.StartsWith("Có chỗ trống", offer.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Village.Service.Ground.NumberAsync("SELECT COUNT(*) FROM waiting_steps WHERE reason = 'Forgotten'"));
    }

    [Fact]
    public async Task Who_is_new_gives_a_name_before_the_offered_seat_is_kept()
    {
        var (lan, _) = await FullForMaiAsync();
        var hoa = Village.NewCitizen();
        await WaitsAsync(hoa);
        await GivesBackAsync(lan);
        await OfferedAsync();
        await hoa.HearsAsync();

        var asked = await hoa.TapsAsync("Nhận chỗ");
        await hoa.SaysAsync("Rơ Châm Hoa");
        var taken = await hoa.TapsAsync("Đồng ý, giữ chỗ");
        await Village.MovingOnAsync(Tick, async () => await StatesAsync() is [WaitingState.Taken]);

        Assert.Contains("em xin nói rõ", asked.Text, StringComparison.Ordinal);
        Assert.StartsWith("Đã giữ chỗ.", taken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_turned_messages_off_is_told_before_standing_in_line_for_nothing()
    {
        var (_, mai) = await FullForMaiAsync();
        await mai.SaysAsync("/ngung");
        await mai.SaysAsync("đặt lịch tối nay ở buôn Sui");

        var told = await mai.TapsAsync("Chờ chỗ tối đó");

        Assert.Contains("đang tắt tin nhắc", told.Text, StringComparison.Ordinal);
        Assert.Empty(await StatesAsync());
    }

    /// <summary>Lan has the only seat of this evening at buôn Sui; Mai is known here.</summary>
    private async Task<(Citizen Lan, Citizen Mai)> FullForMaiAsync()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        var mai = await KnownAsync();
        await Village.Service.InLedgerAsync(db => db.Slots.Where(s => s.Session!.PlaceCode == "sui" && s.Session.Date == new DateOnly(2026, 11, 26))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Capacity, s => s.Taken)));
        return (lan, mai);
    }

    /// <summary>Someone whose name is known, from an evening at the other hall.</summary>
    private async Task<Citizen> KnownAsync()
    {
        var citizen = Village.NewCitizen();
        await citizen.SaysAsync("/datlich");
        await citizen.TapsAsync("Buôn Blăk");
        await citizen.TapsAsync("2.");
        await citizen.TapsAsync("1.");
        await citizen.SaysAsync("Nay Mai");
        await citizen.TapsAsync("giữ chỗ");
        return citizen;
    }

    private static async Task WaitsAsync(Citizen citizen)
    {
        await citizen.SaysAsync("đặt lịch tối nay ở buôn Sui");
        await citizen.TapsAsync("Chờ chỗ tối đó");
        await citizen.TapsAsync("Không ạ");
    }

    private static async Task GivesBackAsync(Citizen citizen)
    {
        await citizen.SaysAsync("/huylich");
        await citizen.TapsAsync("1.");
    }

    /// <summary>Turns the clock on tick by tick until someone has an offer; how long that took by our clock.</summary>
    private async Task<TimeSpan> OfferedAsync()
    {
        var since = Village.Clock.GetUtcNow();
        while (!await IsOfferedAsync() && Village.Clock.GetUtcNow() - since < TimeSpan.FromMinutes(2))
        {
            Village.Clock.Advance(Tick);
            for (var look = 0; look < 50 && !await IsOfferedAsync(); look++)
            {
                await Task.Delay(20);
            }
        }

        Assert.True(await IsOfferedAsync());
        return Village.Clock.GetUtcNow() - since;
    }

    private async Task<bool> IsOfferedAsync() => (await StatesAsync()).Contains(WaitingState.Offered);

    private Task<List<WaitingState>> StatesAsync() => Village.AllAsync(db => db.WaitingEntries.OrderBy(entry => entry.JoinedAt).Select(entry => entry.State));
}
