using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Cases;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>Something is recorded wrongly about someone: what they say is a case, and their seat stays.</summary>
public sealed class WrongDataTests : VillageTests
{
    private readonly Guid _officer = Guid.NewGuid();

    [Fact]
    public async Task What_they_say_is_written_down_as_said_with_a_deadline_and_the_seat_stays()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();

        var asked = await lan.SaysAsync("/saidulieu");
        var opened = await lan.SaysAsync("bị ghi là đã mất, số 064099001234");

        Assert.Contains("Đừng nhắn số giấy tờ", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Em ghi điều bà con nói: “bị ghi là đã mất", opened.Text, StringComparison.Ordinal);
        Assert.Contains("trước thứ Năm, 03/12/2026", opened.Text, StringComparison.Ordinal);
        Assert.Contains("Lịch của bà con vẫn giữ", opened.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Village.RowsWithAsync("064099001234"));
        Assert.Equal([ReservationState.Booked], await Village.AllAsync(db => db.Reservations.Select(r => r.State)));
    }

    [Fact]
    public async Task Of_two_officers_one_takes_it_and_the_decision_reaches_the_citizen_in_the_officers_words()
    {
        var (lan, id) = await OpenAsync();

        Assert.True(await CaseAsync(desk => desk.Take(id, _officer)));
        Assert.False(await CaseAsync(desk => desk.Take(id, Guid.NewGuid())));
        Assert.False(await CaseAsync(desk => desk.Decide(id, DataCaseState.Corrected, "Đã sửa xong.", Guid.NewGuid(), Now)));
        Assert.True(await CaseAsync(desk => desk.Decide(id, DataCaseState.Corrected, "Đã sửa tên đệm.", _officer, Now)));
        Assert.False(await CaseAsync(desk => desk.Decide(id, DataCaseState.Declined, "Chưa được.", _officer, Now)));
        var told = await lan.HearsAsync();

        Assert.Equal("Thông tin bà con báo sai đã được sửa. Cán bộ nhắn: Đã sửa tên đệm.", told.Text);
    }

    [Fact]
    public async Task Said_again_it_is_the_same_case_and_it_can_be_taken_back()
    {
        var (lan, _) = await OpenAsync();

        var still = await lan.SaysAsync("/saidulieu");
        await lan.SaysAsync("sai cả ngày sinh");
        var open = await Village.AllAsync(db => db.DataCases.Where(c => c.State == DataCaseState.Open).Select(c => c.Claim));
        var gone = await lan.TapsAsync("Thôi, không báo");

        Assert.Contains("Cán bộ đang xem", still.Text, StringComparison.Ordinal);
        Assert.Equal(["sai cả ngày sinh"], open);
        Assert.Contains("em đã bỏ điều bà con báo", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_leaves_no_word_of_it()
    {
        var (lan, _) = await OpenAsync();

        await lan.SaysAsync("/xoadulieu");
        await lan.TapsAsync("Xoá hết");

        Assert.Equal(0, await Village.RowsWithAsync("sai tên đệm"));
        Assert.Equal([DataCaseState.Withdrawn], await Village.AllAsync(db => db.DataCases.Select(c => c.State)));
    }

    private DateTime Now => Village.Clock.GetUtcNow().UtcDateTime;

    private async Task<(Citizen Lan, Guid Id)> OpenAsync()
    {
        var lan = Village.NewCitizen();
        await lan.SaysAsync("/saidulieu");
        await lan.SaysAsync("sai tên đệm");
        return (lan, (await Village.AllAsync(db => db.DataCases.Select(c => c.Id))).Single());
    }

    private async Task<bool> CaseAsync(Func<CaseDesk, bool> act)
    {
        var done = await Village.Service.Services.GetRequiredService<WriteGate>().RunAsync(act);
        Village.Service.Services.GetRequiredService<Postman>().RingAll();
        return done;
    }
}
