using System.Text;
using CccdBot.Core.Booking;
using CccdBot.Core.People;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Flows;

public sealed class BookingTests : VillageTests
{
    private static readonly TimeSpan ASweep = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_farmer_books_an_evening_in_five_taps_and_is_told_code_day_place_and_what_to_bring()
    {
        var lan = Village.NewCitizen();

        var told = await lan.BooksAtSuiAsync();

        Assert.Contains("Mã lịch: A1\n18h30, thứ Năm, 26/11/2026\nNhà sinh hoạt cộng đồng buôn Sui", told.Text, StringComparison.Ordinal);
        Assert.Contains("nhớ mang", told.Text, StringComparison.Ordinal);
        Assert.Equal(5, lan.Taps);
        Assert.Equal([1], await TakenSeatsAsync());
    }

    [Fact]
    public async Task Before_the_first_booking_four_lines_say_what_is_kept_and_the_farmer_agrees()
    {
        var lan = Village.NewCitizen();
        await ToTheTimesAsync(lan);

        var asked = await lan.TapsAsync("1.");
        var nameLess = await Village.AllAsync(db => db.People.AsNoTracking());
        var last = await lan.SaysAsync("Siu Lan");
        await lan.TapsAsync("Đồng ý, giữ chỗ");

        Assert.Equal(4, asked.Text.Split('\n').Count(line => line.StartsWith('•')));
        Assert.Contains("/xoadulieu", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Siu Lan\n18h30", last.Text, StringComparison.Ordinal);
        Assert.All(nameLess, person => Assert.Equal((null, false), (person.Name, person.HasConsented)));
        var person = Assert.Single(await Village.AllAsync(db => db.People.AsNoTracking()));
        Assert.Equal(("Siu Lan", true), (person.Name, person.HasConsented));
    }

    [Fact]
    public async Task Who_does_not_agree_leaves_no_name_and_no_seat_behind()
    {
        var lan = Village.NewCitizen();
        await ToTheTimesAsync(lan);
        await lan.TapsAsync("1.");

        var told = await lan.TapsAsync("Không đồng ý");

        Assert.Contains("không giữ tên", told.Text, StringComparison.Ordinal);
        Assert.Empty(await TakenSeatsAsync());
        Assert.All(await Village.AllAsync(db => db.People.AsNoTracking()), person => Assert.False(person.HasConsented));
    }

    [Fact]
    public async Task Who_draws_back_after_saying_a_name_leaves_nothing_of_it_anywhere()
    {
        var lan = Village.NewCitizen();
        await ToTheTimesAsync(lan);
        await lan.TapsAsync("1.");
        await lan.SaysAsync("Siu H'Bia");

        await lan.TapsAsync("Thôi, không đặt");

        Assert.Equal(0, await Village.RowsWithAsync("H'Bia"));
        Assert.Empty(await TakenSeatsAsync());
    }

    [Fact]
    public async Task The_name_is_asked_once_and_remembered()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await lan.SaysAsync("/datlich");
        await lan.TapsAsync("Buôn Sui");
        await lan.TapsAsync("2.");

        var asked = await lan.TapsAsync("1.");

        Assert.Contains("Em ghi như sau:\nSiu Lan\n18h30, thứ Sáu, 27/11/2026", asked.Text, StringComparison.Ordinal);
        Assert.StartsWith("1. Giữ chỗ", asked.Buttons[0].Label, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_books_the_same_evening_twice_is_told_that_it_is_already_theirs()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await ToTheTimesAsync(lan);

        var told = await lan.TapsAsync("2.");

        Assert.Contains("Tối đó bà con đã có chỗ. Mã lịch: A1", told.Text, StringComparison.Ordinal);
        Assert.Equal([1], await TakenSeatsAsync());
    }

    [Fact]
    public async Task A_seat_not_confirmed_within_five_minutes_is_given_back()
    {
        var lan = Village.NewCitizen();
        await ToTheTimesAsync(lan);
        await lan.TapsAsync("1.");
        await lan.SaysAsync("Siu Lan");
        var heldBefore = await TakenSeatsAsync();

        await Village.MovingOnAsync(ASweep, () => Village.Service.InLedgerAsync(db => db.Slots.AllAsync(slot => slot.Taken == 0)));
        var heldFor = Village.Clock.GetUtcNow() - HeldClock.ThursdayMorning;
        var told = await lan.TapsAsync("giữ chỗ");

        Assert.Equal([1], heldBefore);
        // The clock goes on a sweep's length every few real milliseconds; on a busy machine a sweep takes many of these.
        Assert.InRange(heldFor, Reservation.HoldLasts, (Long.IsAsked ? 2 : 4) * Reservation.HoldLasts);
        Assert.Contains("Quá 5 phút", told.Text, StringComparison.Ordinal);
        Assert.Empty(await TakenSeatsAsync());
        Assert.Equal([ReservationState.Lapsed], await Village.AllAsync(db => db.Reservations.Select(r => r.State)));
        Assert.Equal([null], await Village.AllAsync(db => db.People.Select(p => p.Name)));
    }

    [Fact]
    public async Task A_half_hour_that_filled_up_meanwhile_is_answered_with_the_three_nearest()
    {
        var (lan, other) = (Village.NewCitizen(), Village.NewCitizen());
        await ToTheTimesAsync(lan);
        await Village.Service.InLedgerAsync(db => db.Slots.Where(s => s.Session!.PlaceCode == "sui" && s.Letter == "A")
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, s => s.Capacity - 1)));
        await other.BooksAtSuiAsync();

        var told = await lan.TapsAsync("1.");
        var labels = told.Buttons.Select(button => button.Label).ToList();
        await lan.TapsAsync("1.");
        await lan.SaysAsync("Siu Lan");
        var booked = await lan.TapsAsync("giữ chỗ");

        Assert.Contains("18h30, thứ Năm, 26/11/2026 vừa hết chỗ", told.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["1. 19h00 Thứ Năm 26/11", "2. 19h30 Thứ Năm 26/11", "3. 20h00 Thứ Năm 26/11", "4. Chờ chỗ tối đó", "5. Chọn chỗ khác"], labels);
        Assert.Contains("Mã lịch: B1", booked.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/start", "2", "1", "1", "1")]
    [InlineData("/start", "2.", "số 1", "1)", "1")]
    [InlineData("/start", "Đặt lịch tối", "Buôn Sui", "Thứ Năm 26/11", "18h30 · còn 8 chỗ")]
    [InlineData("/start", "dat lich toi", "sui", "thu nam 26/11", "18h30")]
    [InlineData("/START", "ĐẶT LỊCH TỐI", "SUI", "THỨ NĂM 26/11", "so 1")]
    public async Task What_can_be_tapped_can_be_typed(params string[] words)
    {
        var lan = Village.NewCitizen();
        foreach (var word in words)
        {
            await lan.SaysAsync(word);
        }

        await lan.SaysAsync("Siu Lan");
        var told = await lan.SaysAsync("dong y, giu cho");

        Assert.Contains("Mã lịch: A1\n18h30, thứ Năm, 26/11/2026\nNhà sinh hoạt cộng đồng buôn Sui", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_in_pieces_is_understood_as_well()
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync("/start");

        var told = await lan.SaysAsync("Đặt lịch tối".Normalize(NormalizationForm.FormD));

        Assert.Contains("làm ở đâu", told.Text, StringComparison.Ordinal);
    }

    private static async Task ToTheTimesAsync(Citizen citizen)
    {
        await citizen.SaysAsync("/datlich");
        await citizen.TapsAsync("Buôn Sui");
        await citizen.TapsAsync("1.");
    }

    private Task<List<int>> TakenSeatsAsync() => Village.AllAsync(db => db.Slots.Where(s => s.Taken > 0).Select(s => s.Taken));
}
