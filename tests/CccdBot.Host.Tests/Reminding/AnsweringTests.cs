using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Reminders;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Reminding;

/// <summary>What a reminder leads to, what stops it, and what a long silence of the service does to it.</summary>
public sealed class AnsweringTests
{
    private const string Evening = "2026-11-26 18:30";

    [Fact]
    public async Task I_cannot_come_frees_the_seat_and_no_further_reminder_rings()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:59:00");
        var lan = await RemindedAsync(almanac);
        Assert.Equal(1, await almanac.TakenAsync(Evening));

        var told = await lan.Citizen.TapsAsync("Không đến được");

        Assert.StartsWith("Đã huỷ lịch", told.Text, StringComparison.Ordinal);
        Assert.Equal(0, await almanac.TakenAsync(Evening));
        await almanac.JumpToAsync("2026-11-26 16:29:30");
        await almanac.GoToAsync("2026-11-26 16:31:00");
        Assert.Single(almanac.Reminders);
    }

    [Fact]
    public async Task I_will_come_is_noted_and_the_second_reminder_still_rings()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:59:00");
        var lan = await RemindedAsync(almanac);

        var told = await lan.Citizen.TapsAsync("Tôi sẽ đến");

        Assert.Contains("em ghi bà con sẽ đến", told.Text, StringComparison.Ordinal);
        Assert.NotNull(await almanac.InLedgerAsync(db => db.Reservations.Where(r => r.Id == lan.Reservation).Select(r => r.ComingAt).SingleAsync()));
        Assert.Equal(1, await almanac.TakenAsync(Evening));
        await almanac.JumpToAsync("2026-11-26 16:29:30");
        await almanac.GoToAsync("2026-11-26 16:31:00");
        Assert.Equal(2, almanac.Reminders.Count);
    }

    [Fact]
    public async Task Another_hour_leads_to_a_new_seat_which_gets_its_own_reminders_and_the_old_one_none()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:59:00");
        var lan = await RemindedAsync(almanac);

        await lan.Citizen.TapsAsync("Đổi giờ");
        await almanac.GoToAsync("2026-11-25 18:03:00"); // Telegram takes one message a second in a chat, by the clock we hold.
        await lan.Citizen.TapsAsync("27/11");
        await almanac.GoToAsync("2026-11-25 18:04:00");
        await lan.Citizen.TapsAsync("19h00");
        await almanac.GoToAsync("2026-11-25 18:05:00");
        var told = await lan.Citizen.TapsAsync("Đổi lịch");

        Assert.Contains("Đã đổi lịch", told.Text, StringComparison.Ordinal);
        Assert.Equal(0, await almanac.TakenAsync(Evening));
        Assert.Equal(1, await almanac.TakenAsync("2026-11-27 19:00"));
        await almanac.JumpToAsync("2026-11-26 16:29:30");
        await almanac.GoToAsync("2026-11-26 16:31:00");
        Assert.Single(almanac.Reminders);
        await almanac.JumpToAsync("2026-11-26 17:59:30");
        await almanac.GoToAsync("2026-11-26 18:01:00");
        Assert.Equal(2, almanac.Reminders.Count);
        Assert.Contains("19h00, thứ Sáu, 27/11/2026", almanac.Reminders[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reminder_that_is_written_but_not_yet_sent_is_called_back_when_the_booking_ends(bool isMove)
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:59:00");
        var lan = await almanac.BookedAsync(Evening);
        almanac.Telegram.Faults = call => call.IsSend ? new Fault.TooManyRequests(120) : null;
        await almanac.GoToAsync("2026-11-25 18:00:30");
        await WaitsToBeTriedAgainAsync(almanac, lan);

        await EndAsync(almanac, lan, isMove);

        Assert.Equal(OutgoingState.Cancelled, await ReminderStateAsync(almanac, lan));
        almanac.Telegram.Faults = null;
        await almanac.GoToAsync("2026-11-25 18:04:00");
        Assert.Empty(almanac.Reminders);
    }

    [Fact]
    public async Task Who_said_ngung_hears_no_reminder_until_they_want_them_again()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:58:00");
        var lan = await almanac.BookedAsync(Evening);
        await lan.Citizen.SaysAsync("/ngung");
        await almanac.GoToAsync("2026-11-25 18:01:00");
        Assert.Empty(almanac.Reminders);

        await lan.Citizen.TapsAsync("Bật lại tin nhắc");
        await almanac.JumpToAsync("2026-11-26 16:29:30");
        await almanac.GoToAsync("2026-11-26 16:31:00");

        Assert.NotEmpty(almanac.Reminders);
    }

    [Fact]
    public async Task After_six_hours_of_standing_still_nothing_stale_goes_out()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 16:00:00");
        var tonight = await almanac.BookedAsync("2026-11-25 20:00");
        var tomorrow = await almanac.BookedAsync(Evening);
        await almanac.StopAsync();
        almanac.Clock.Advance(TimeSpan.FromHours(6));

        await almanac.StartAsync();
        await almanac.GoToAsync("2026-11-25 22:02:00");
        Assert.Empty(almanac.Reminders);
        Assert.Equal(0, await almanac.InLedgerAsync(db => db.Reminders.CountAsync()));
        await almanac.JumpToAsync("2026-11-26 06:59:30");
        await almanac.GoToAsync("2026-11-26 07:02:00");
        Assert.Empty(almanac.Reminders);
        await almanac.JumpToAsync("2026-11-26 16:29:30");
        await almanac.GoToAsync("2026-11-26 16:31:00");

        var rang = Assert.Single(almanac.Reminders);
        Assert.Equal(tomorrow.Chat, rang.Chat);
        Assert.NotEqual(tonight.Chat, rang.Chat);
    }

    [Fact]
    public async Task A_written_reminder_that_could_not_leave_before_the_start_never_leaves()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:58:00");
        var tonight = await almanac.BookedAsync("2026-11-25 20:00");
        almanac.Telegram.Faults = call => call.IsSend ? new Fault.TooManyRequests(30) : null;
        await almanac.GoToAsync("2026-11-25 18:00:30");
        await WaitsToBeTriedAgainAsync(almanac, tonight);
        await almanac.StopAsync();
        almanac.Clock.Advance(TimeSpan.FromHours(6));
        almanac.Telegram.Faults = null;

        await almanac.StartAsync();
        await almanac.GoToAsync("2026-11-26 00:02:00");
        await almanac.JumpToAsync("2026-11-26 07:02:00");

        Assert.Empty(almanac.Reminders);
        Assert.Equal(OutgoingState.Expired, await ReminderStateAsync(almanac, tonight));
    }

    [Fact]
    public async Task Sweeping_twice_at_once_writes_each_reminder_once_and_the_ledger_refuses_a_second()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:59:00");
        var lan = await almanac.BookedAsync(Evening);
        almanac.Clock.SetUtcNow(new DateTimeOffset(Almanac.Utc("2026-11-25 18:00:01"), TimeSpan.Zero));
        var sweep = almanac.Service.Services.GetRequiredService<DueReminders>();

        var written = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(sweep.WriteAsync)));

        Assert.True(written.Sum() <= 1);
        Assert.Equal(1, await almanac.InLedgerAsync(db => db.Reminders.CountAsync()));
        var gate = almanac.Service.Services.GetRequiredService<WriteGate>();
        await Assert.ThrowsAsync<DbUpdateException>(() => gate.RunAsync<CccdDb>(async db =>
        {
            db.Add(new Reminder { Kind = "evening-before", ReservationId = lan.Reservation, DueAt = almanac.Now, WrittenAt = almanac.Now });
            await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Two_hundred_who_cannot_be_reached_do_not_stand_in_the_way_of_the_others()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:59:00");
        var gone = await almanac.BookedAsync("2026-11-26 18:15", 200, capacity: 200);
        var lan = await almanac.BookedAsync(Evening);
        var gate = almanac.Service.Services.GetRequiredService<WriteGate>();
        await gate.RunAsync<Outbox>(outbox =>
        {
            gone.ForEach(guest => outbox.CloseAddress(new ChannelAddress("telegram", $"{guest.Chat}")));
            return Task.CompletedTask;
        });

        await almanac.GoToAsync("2026-11-25 18:01:00");

        Assert.Equal(lan.Chat, Assert.Single(almanac.Reminders).Chat);
    }

    private static async Task<Guest> RemindedAsync(Almanac almanac)
    {
        var lan = await almanac.BookedAsync(Evening);
        await almanac.GoToAsync("2026-11-25 18:02:00");
        Assert.Single(almanac.Reminders);
        await lan.Citizen.HearsAsync();
        return lan;
    }

    /// <summary>It may be in hand for one more moment.</summary>
    private static async Task WaitsToBeTriedAgainAsync(Almanac almanac, Guest guest)
    {
        for (var look = 0; look < 100 && await ReminderStateAsync(almanac, guest) == OutgoingState.Sending; look++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(OutgoingState.Queued, await ReminderStateAsync(almanac, guest));
    }

    private static Task<OutgoingState> ReminderStateAsync(Almanac almanac, Guest guest)
    {
        var mark = Reservation.MarkOf(guest.Reservation);
        return almanac.InLedgerAsync(db => db.OutgoingMessages
            .Where(m => m.About == mark && m.Kind == MessageKind.Reminder).Select(m => m.State).SingleAsync());
    }

    private static async Task EndAsync(Almanac almanac, Guest guest, bool isMove)
    {
        var gate = almanac.Service.Services.GetRequiredService<WriteGate>();
        await gate.RunAsync<IServiceProvider>(async desk =>
        {
            var seats = desk.GetRequiredService<SeatBook>();
            if (!isMove)
            {
                Assert.True(seats.Cancel(guest.Reservation, Doing.OfService(StepReason.CannotCome), almanac.Now));
                return;
            }

            var later = Almanac.Utc("2026-11-28 18:30");
            var slot = await desk.GetRequiredService<CccdDb>().Slots.FirstAsync(s => s.StartsAt == later);
            var outcome = seats.Hold(guest.Person, slot.Id, almanac.Now, guest.Reservation);
            var hold = Assert.IsType<HoldOutcome.Held>(outcome).Appointment;
            Assert.NotNull(seats.Confirm(guest.Person, hold.Id, almanac.Now));
        });
    }
}
