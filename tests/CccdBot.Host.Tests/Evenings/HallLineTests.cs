using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.People;
using CccdBot.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Evenings;

/// <summary>The line in the hall: who came, who is next, what was done for each, and that nobody is lost in it.</summary>
public sealed class HallLineTests : IAsyncLifetime
{
    private Hall _hall = null!;

    private long Evening => _hall.Slots[0].SessionId;

    public async Task InitializeAsync()
    {
        _hall = await Hall.OpenAsync(capacity: 30);
        _hall.Now = _hall.Slots[0].StartsAt;
    }

    public async Task DisposeAsync() => await _hall.DisposeAsync();

    [Fact]
    public async Task Everyone_who_comes_in_has_the_next_number_with_a_booking_or_without()
    {
        var (lan, mai) = (await BookedAsync("Siu Lan"), await BookedAsync("Siu Mai"));

        await CheckInAsync(mai);
        var thin = await LetInAsync("Ama Thin", WishService.Vneid);
        await CheckInAsync(lan);

        Assert.Equal(2, thin);
        var line = await LineAsync();
        Assert.Equal([(1, "Siu Mai", "A2"), (2, "Ama Thin", null), (3, "Siu Lan", "A1")], line.Select(one => (one.Number, one.Name!, one.Code)));
        Assert.Equal([WishService.Card, WishService.Vneid, WishService.Card], line.Select(one => one.Service));
        Assert.Equal(0, await _hall.WrongCountsAsync());
    }

    [Fact]
    public async Task Who_was_checked_in_by_mistake_does_not_wait_and_has_the_same_number_when_they_come()
    {
        var lan = await BookedAsync("Siu Lan");
        await CheckInAsync(lan);
        await LetInAsync("Ama Thin");
        await MarkAsync(lan, ReservationState.Confirmed, StepReason.SlipOfFinger);
        Assert.Equal([2], (await WaitingAsync()).Select(one => one.Number));

        await CheckInAsync(lan);

        Assert.Equal([1, 2], (await WaitingAsync()).Select(one => one.Number));
    }

    [Fact]
    public async Task Forty_who_come_through_the_doors_at_once_have_forty_numbers()
    {
        var booked = new List<Guid>();
        for (var i = 0; i < 20; i++)
        {
            booked.Add(await BookedAsync($"Người {i}"));
        }

        await Task.WhenAll(booked.Select(CheckInAsync).Concat(Enumerable.Range(0, 20).Select(i => LetInAsync($"Khách {i}"))));

        Assert.Equal(Enumerable.Range(1, 40), (await LineAsync()).Select(one => one.Number));
    }

    [Fact]
    public async Task The_old_who_have_small_children_and_who_came_far_are_called_first_and_then_by_number()
    {
        await LetInAsync("Siu Lan");
        await LetInAsync("Ama Thin", first: WhyFirst.CameFar);
        await LetInAsync("Siu Mai");
        await LetInAsync("Ami Hbia");
        var number4 = await IdAsync(4);
        Assert.True(await _hall.Do<HallLine, bool>(queue => queue.LetGoFirst(Evening, number4, WhyFirst.Old)));

        Assert.Equal([2, 4, 1, 3, null], await CallAllAsync());
    }

    [Fact]
    public async Task Who_is_not_there_is_called_again_after_everyone_who_waits_even_if_they_were_to_go_first()
    {
        await LetInAsync("Ama Thin", first: WhyFirst.Old);
        await LetInAsync("Siu Lan");
        var called = await CallAsync();

        Assert.True(await _hall.Do<HallLine, bool>(queue => queue.PutBack(Evening, called!.Id)));
        Assert.False(await _hall.Do<HallLine, bool>(queue => queue.PutBack(Evening, called!.Id)));
        await LetInAsync("Siu Mai");

        Assert.Equal([2, 1, 3, null], await CallAllAsync());
    }

    [Fact]
    public async Task One_tap_calls_one_person_and_one_form_lets_in_one_however_often_they_arrive()
    {
        var (tap, form) = (Guid.NewGuid(), Guid.NewGuid());
        var numbers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _hall.Do<HallLine, int?>(
            queue => queue.LetIn(Evening, "Ama Thin", WishService.Card, null, form, _hall.Now))));
        await LetInAsync("Siu Lan");

        var called = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CallAsync(tap: tap)));

        Assert.Equal([1, 1, 1, 1], numbers);
        Assert.Equal([1, 1, 1, 1], called.Select(one => one!.Number));
        Assert.Equal([2], (await WaitingAsync()).Select(one => one.Number));
    }

    [Fact]
    public async Task Of_two_officers_who_settle_one_person_one_is_first_and_what_he_noted_counts()
    {
        await CheckInAsync(await BookedAsync("Siu Lan"));
        await LetInAsync("Ama Thin");

        foreach (var id in new[] { await IdAsync(1), await IdAsync(2) })
        {
            var both = await Task.WhenAll(
                DoneAsync(id, DeedKind.DossierTaken),
                _hall.Do<HallDesk, bool>(desk => desk.ComeAgain(Evening, id, "Giấy khai sinh", null, Guid.NewGuid(), _hall.Now)));
            Assert.Single(both, won => won);
        }

        var deeds = await _hall.Do<HallDesk, Dictionary<DeedKind, int>>(desk => desk.DeedsOf(Evening));
        var line = await LineAsync();
        Assert.Equal(line.Count(one => one.State == ArrivalState.Done), deeds.GetValueOrDefault(DeedKind.DossierTaken));
        Assert.Equal(line.Count(one => one.State == ArrivalState.ToComeBack), deeds.GetValueOrDefault(DeedKind.PapersMissing));
    }

    [Fact]
    public async Task What_was_noted_by_mistake_no_longer_counts_and_is_still_there_to_be_seen()
    {
        var lan = await BookedAsync("Siu Lan");
        await CheckInAsync(lan);
        await LetInAsync("Ama Thin");
        await CallAllAsync();
        foreach (var id in new[] { await IdAsync(1), await IdAsync(2) })
        {
            Assert.True(await DoneAsync(id, DeedKind.DossierTaken, DeedKind.VneidActivated));
            Assert.True(await _hall.Do<HallDesk, bool>(desk => desk.TakeBack(Evening, id, _hall.Officer, _hall.Now)));
            Assert.True(await DoneAsync(id, DeedKind.DossierTaken));
        }

        Assert.Equal(
            [KeyValuePair.Create(DeedKind.DossierTaken, 2)], await _hall.Do<HallDesk, Dictionary<DeedKind, int>>(desk => desk.DeedsOf(Evening)));
        Assert.Equal(4, await _hall.Ledger.CountAsync("SELECT COUNT(*) FROM hall_deeds WHERE taken_back_at IS NOT NULL AND taken_back_by IS NOT NULL"));
        Assert.Equal(ReservationState.Served, await _hall.StateAsync(lan));
    }

    [Fact]
    public async Task Who_was_activated_at_the_table_is_not_reminded_to_activate()
    {
        var lan = await BookedAsync("Siu Lan");
        await CheckInAsync(lan);

        await DoneAsync(await IdAsync(1), DeedKind.VneidRegistered, DeedKind.VneidActivated);

        Assert.Equal(_hall.Now, await _hall.Ledger.ReadAsync(db => db.Reservations.Where(r => r.Id == lan).Select(r => r.ActivatedAt).SingleAsync()));
    }

    [Fact]
    public async Task Who_is_ticked_off_on_the_list_is_done_with_what_they_came_for_even_if_they_never_had_a_number()
    {
        var (lan, mai) = (await BookedAsync("Siu Lan"), await BookedAsync("Siu Mai"));
        await CheckInAsync(lan);
        await CheckInAsync(mai);
        await _hall.Ledger.SqlAsync("DELETE FROM arrivals WHERE number = 2");

        foreach (var booking in new[] { lan, mai })
        {
            Assert.True(await TickOffAsync(booking));
            Assert.False(await TickOffAsync(booking));
            Assert.Equal(ReservationState.Served, await _hall.StateAsync(booking));
        }

        Assert.Equal(
            [KeyValuePair.Create(DeedKind.DossierTaken, 1)], await _hall.Do<HallDesk, Dictionary<DeedKind, int>>(desk => desk.DeedsOf(Evening)));

        Task<bool> TickOffAsync(Guid booking) => _hall.Do<HallDesk, bool>(desk => desk.Served(
            Evening, booking, service => service == WishService.Card ? [DeedKind.DossierTaken] : [], _hall.Officer, _hall.Now));
    }

    [Fact]
    public async Task Of_two_officers_who_call_one_person_out_of_turn_one_is_first_and_the_others_keep_their_place()
    {
        await LetInAsync("Siu Lan");
        await LetInAsync("Ama Thin");
        await LetInAsync("Siu Mai");
        var last = await IdAsync(3);

        var both = await Task.WhenAll(new[] { _hall.Officer, Guid.NewGuid() }.Select(
            officer => _hall.Do<HallLine, bool>(line => line.Call(Evening, last, officer, Guid.NewGuid(), _hall.Now))));

        Assert.Single(both, won => won);
        Assert.Equal([1, 2, null], await CallAllAsync());
    }

    [Fact]
    public async Task Who_left_before_they_were_called_is_missed_and_may_come_in_again_behind_the_others()
    {
        var lan = await BookedAsync("Siu Lan");
        await CheckInAsync(lan);
        await LetInAsync("Ama Thin");
        await CallAsync();

        var number1 = await IdAsync(1);
        Assert.True(await _hall.Do<HallDesk, bool>(desk => desk.NotThere(Evening, number1, _hall.Officer, _hall.Now)));
        Assert.Equal(ReservationState.Missed, await _hall.StateAsync(lan));
        Assert.False(await _hall.Do<HallDesk, bool>(desk => desk.NotThere(Evening, number1, _hall.Officer, _hall.Now)));

        await CheckInAsync(lan);
        Assert.Equal([2, 1, null], await CallAllAsync());
    }

    [Fact]
    public async Task When_the_evening_closes_everyone_is_accounted_for_whether_they_booked_or_walked_in()
    {
        var (lan, mai, _) = (await BookedAsync("Siu Lan"), await BookedAsync("Siu Mai"), await BookedAsync("Ama Thin"));
        await CheckInAsync(lan);
        await CheckInAsync(mai);
        foreach (var name in new[] { "Khách một", "Khách hai", "Khách ba" })
        {
            await LetInAsync(name);
        }

        var number2 = await IdAsync(2);
        await _hall.Do<HallDesk, bool>(desk => desk.ComeAgain(Evening, number2, null, new DateOnly(2026, 12, 5), _hall.Officer, _hall.Now));
        var number3 = await IdAsync(3);
        await _hall.Do<HallDesk, bool>(desk => desk.NotThere(Evening, number3, _hall.Officer, _hall.Now));
        var before = await SumAsync();

        Assert.Equal(1, await _hall.AtDesk(desk => desk.Close(Evening, _hall.Officer, _hall.Now)));

        var sum = await SumAsync();
        Assert.Equal((4, false), (before.Unsettled, before.Fits));
        Assert.True(sum.Fits);
        Assert.Equal((1, 1, 1), (sum.Of(ReservationState.Served), sum.Of(ReservationState.Deferred), sum.Of(ReservationState.Missed)));
        Assert.Equal((2, 1), (sum.Of(ArrivalState.Done), sum.Of(ArrivalState.Left)));
        Assert.Null(await _hall.Do<HallLine, int?>(queue => queue.LetIn(Evening, "Khách bốn", WishService.Card, null, Guid.NewGuid(), _hall.Now)));
        await _hall.Ledger.SqlAsync($"UPDATE slots SET taken = taken - 1 WHERE session_id = {Evening}");
        Assert.False((await SumAsync()).Fits);
    }

    [Fact]
    public async Task Who_was_never_called_was_not_served_and_is_told_with_a_seat_kept()
    {
        var (lan, mai, thin) = (await BookedAsync("Siu Lan"), await BookedAsync("Siu Mai"), await BookedAsync("Ama Thin"));
        await CheckInAsync(lan);
        await LetInAsync("Khách một");
        await CheckInAsync(mai);
        await CheckInAsync(thin);
        await LetInAsync("Khách hai");
        await CallAsync();
        await CallAsync();
        await CallAsync();
        var number3 = await IdAsync(3);
        Assert.True(await _hall.Do<HallLine, bool>(queue => queue.PutBack(Evening, number3)));

        Assert.Equal(0, await _hall.AtDesk(desk => desk.Close(Evening, _hall.Officer, _hall.Now, waitingComeAgain: true)));

        Assert.Equal([ReservationState.Served, ReservationState.Deferred, ReservationState.Deferred], await StatesAsync(lan, mai, thin));
        var sum = await SumAsync();
        Assert.True(sum.Fits);
        Assert.Equal((1, 1), (sum.Of(ArrivalState.Done), sum.Of(ArrivalState.ToComeBack)));
        Assert.Equal([StepReason.NotReached], await _hall.Ledger.ReadAsync(db => db.Set<ReservationStep>()
            .Where(s => s.To == ReservationState.Deferred).Select(s => s.Why).Distinct().ToListAsync()));
        var told = await _hall.ToldAsync();
        Assert.Equal(2, told.Count);
        Assert.All(told, message => Assert.StartsWith("Xin lỗi bà con, buổi vừa rồi đông quá, chưa tới lượt.\nEm giữ sẵn một chỗ", message.Text, StringComparison.Ordinal));
        Assert.All(await _hall.DisplacedAsync(), one => Assert.Equal((EveningChange.ComesAgain, true), (one.Change, one.KeptId is not null)));
        Assert.Equal(0, await _hall.WrongCountsAsync());
    }

    [Fact]
    public async Task Where_the_line_was_not_used_who_came_was_served()
    {
        var lan = await BookedAsync("Siu Lan");
        await CheckInAsync(lan);
        await LetInAsync("Khách một");

        Assert.Equal(0, await _hall.AtDesk(desk => desk.Close(Evening, _hall.Officer, _hall.Now)));

        Assert.Equal([ReservationState.Served], await StatesAsync(lan));
        Assert.Equal(1, (await SumAsync()).Of(ArrivalState.Done));
        Assert.Empty(await _hall.ToldAsync());
    }

    [Fact]
    public async Task Who_is_to_come_again_reads_the_day_and_the_paper_and_has_a_seat_kept_on_that_day()
    {
        var lan = await BookedAsync("Siu Lan");
        await CheckInAsync(lan);
        var (number1, day) = (await IdAsync(1), VietnamTime.DateOf(_hall.Slots[2].StartsAt));

        Assert.True(await _hall.Do<HallDesk, bool>(desk => desk.ComeAgain(Evening, number1, "Giấy khai sinh", day, _hall.Officer, _hall.Now)));

        var told = Assert.Single(await _hall.ToldAsync());
        Assert.StartsWith(
            $"Việc hôm nay chưa xong. Lần tới bà con mang thêm: Giấy khai sinh. Cán bộ hẹn {VietnamTime.DayText(day)}.\nEm giữ sẵn một chỗ", told.Text, StringComparison.Ordinal);
        var kept = Assert.Single(await _hall.DisplacedAsync()).KeptId;
        Assert.Equal(_hall.Slots[2].Id, await _hall.Ledger.ReadAsync(db => db.Reservations.Where(r => r.Id == kept).Select(r => r.SlotId).SingleAsync()));
        _hall.Now += DisplacedBooking.MayThink;
        Assert.Equal(1, await _hall.Do<Displaced, int>(displaced => displaced.Settle(_hall.Now)));
        Assert.Equal([CallReason.ComesAgain], await _hall.Ledger.ReadAsync(db => db.CallTasks.Select(t => t.Reason).ToListAsync()));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Without_a_day_nothing_is_kept_and_who_has_no_chat_heard_it_at_the_table(bool hasChat, int told)
    {
        var lan = await BookedAsync("Siu Lan", hasChat);
        await CheckInAsync(lan);
        var number1 = await IdAsync(1);
        DateOnly? day = hasChat ? null : VietnamTime.DateOf(_hall.Slots[1].StartsAt);

        Assert.True(await _hall.Do<HallDesk, bool>(desk => desk.ComeAgain(Evening, number1, null, day, _hall.Officer, _hall.Now)));

        Assert.Equal(told, (await _hall.ToldAsync()).Count(message => message.Text == "Việc hôm nay chưa xong. Khi nào tiện, bà con đặt buổi khác nhé."));
        Assert.Empty(await _hall.DisplacedAsync());
    }

    [Fact]
    public async Task Nobody_is_let_in_long_before_the_doors_open_or_through_the_form_of_another_evening()
    {
        var tomorrow = _hall.Slots[1];
        Assert.Null(await _hall.Do<HallLine, int?>(queue => queue.LetIn(tomorrow.SessionId, "Ama Thin", WishService.Card, null, Guid.NewGuid(), _hall.Now)));
        await LetInAsync("Siu Lan");

        var number1 = await IdAsync(1);
        Assert.False(await _hall.Do<HallDesk, bool>(desk => desk.Done(tomorrow.SessionId, number1, [], _hall.Officer, _hall.Now)));
        Assert.False(await _hall.Do<HallLine, bool>(queue => queue.LetGoFirst(tomorrow.SessionId, number1, WhyFirst.Old)));
        Assert.Null(await _hall.Do<HallLine, InHall?>(queue => queue.CallNext(tomorrow.SessionId, _hall.Officer, Guid.NewGuid(), _hall.Now)));
    }

    [Theory]
    [InlineData(29, "Ama Thin", "Giấy khai sinh")]
    [InlineData(31, null, null)]
    public async Task Thirty_days_later_no_name_and_no_word_is_left_of_who_walked_in(int days, string? name, string? words)
    {
        await LetInAsync("Ama Thin");
        var number1 = await IdAsync(1);
        await _hall.Do<HallDesk, bool>(desk => desk.ComeAgain(Evening, number1, "Giấy khai sinh", null, _hall.Officer, _hall.Now));

        await _hall.Ledger.Gate.RunAsync<IServiceProvider>(async desk =>
        {
            foreach (var room in desk.GetServices<IClearsOld>())
            {
                await room.ClearAsync(_hall.Now.AddDays(days), CancellationToken.None);
            }
        });

        Assert.Equal(name, (await LineAsync())[0].Name);
        Assert.Equal([words, null], await _hall.Ledger.ReadAsync(db => db.HallDeeds.OrderBy(d => d.Id).Select(d => d.Words).ToListAsync()));
    }

    private async Task<Guid> BookedAsync(string name, bool hasChat = true)
    {
        // Booked in time; the evening begins later.
        var now = _hall.Now;
        _hall.Now -= TimeSpan.FromHours(4);
        var booked = await _hall.BookAsync(await _hall.PersonAsync(name, hasChat), _hall.Slots[0]);
        _hall.Now = now;
        return booked;
    }

    private async Task MarkAsync(Guid id, ReservationState to, StepReason why) =>
        Assert.True(await _hall.AtDesk(desk => desk.Mark(id, to, why, _hall.Officer, _hall.Now)));

    private Task CheckInAsync(Guid id) => MarkAsync(id, ReservationState.CheckedIn, StepReason.CameIn);

    private async Task<int> LetInAsync(string name, WishService service = WishService.Card, WhyFirst? first = null) =>
        (await _hall.Do<HallLine, int?>(queue => queue.LetIn(Evening, name, service, first, Guid.NewGuid(), _hall.Now)))!.Value;

    private Task<InHall?> CallAsync(Guid? tap = null) =>
        _hall.Do<HallLine, InHall?>(queue => queue.CallNext(Evening, _hall.Officer, tap ?? Guid.NewGuid(), _hall.Now));

    /// <summary>Until nobody waits, and once more.</summary>
    private async Task<List<int?>> CallAllAsync()
    {
        var numbers = new List<int?>();
        do
        {
            numbers.Add((await CallAsync())?.Number);
        }
        while (numbers[^1] is not null);
        return numbers;
    }

    private Task<bool> DoneAsync(long id, params DeedKind[] deeds) => _hall.Do<HallDesk, bool>(desk => desk.Done(Evening, id, deeds, _hall.Officer, _hall.Now));

    private async Task<long> IdAsync(int number) => (await LineAsync()).Single(one => one.Number == number).Id;

    private Task<List<InHall>> LineAsync() => _hall.Do<HallLine, List<InHall>>(queue => queue.Of(Evening));

    private async Task<List<InHall>> WaitingAsync() => (await LineAsync()).FindAll(one => one.State == ArrivalState.Waiting);

    private async Task<List<ReservationState>> StatesAsync(params Guid[] all)
    {
        var states = new List<ReservationState>();
        foreach (var id in all)
        {
            states.Add(await _hall.StateAsync(id));
        }

        return states;
    }

    private Task<EveningSum> SumAsync() => _hall.AtDesk(desk => desk.SumOf(Evening));
}
