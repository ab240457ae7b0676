using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Reminders;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Reminding;

/// <summary>A household that comes in one evening is reminded once in its chat, and each of it counts.</summary>
public sealed class FamilyReminderTests
{
    private const string Evening = "2026-11-26 18:30";

    [Fact]
    public async Task Three_of_one_household_get_one_message_each_time_though_they_sit_in_two_half_hours()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:59:00");
        var startsAt = Almanac.Utc(Evening);
        await almanac.InLedgerAsync(db => db.Slots.Where(s => s.StartsAt == startsAt).ExecuteUpdateAsync(set => set.SetProperty(s => s.Capacity, 2)));
        var (lan, _) = await almanac.FamilyBookedAsync(Evening, "Mẹ", "H'Bia");

        await almanac.GoToAsync("2026-11-25 18:02:00");
        var first = Assert.Single(almanac.Reminders);
        Assert.Equal(3, await almanac.InLedgerAsync(db => db.Reminders.CountAsync(r => r.Kind == "evening-before")));
        await almanac.JumpToAsync("2026-11-26 16:29:30");
        await almanac.GoToAsync("2026-11-26 16:31:00");
        await almanac.JumpToAsync("2026-11-26 16:59:30");
        await almanac.GoToAsync("2026-11-26 17:01:00");

        Assert.Equal(2, almanac.Reminders.Count);
        Assert.Equal(lan.Chat, first.Chat);
        Assert.StartsWith(
            "Em nhắc bà con lịch hẹn ngày mai của 3 người, thứ Năm, 26/11/2026:\nA1: 18h30\nA2 cho Mẹ: 18h30\nB1 cho H'Bia: 19h00\nNhà sinh hoạt", first.Text, StringComparison.Ordinal);
        Assert.StartsWith("Em nhắc bà con lịch hẹn hôm nay của 3 người", almanac.Reminders[1].Text, StringComparison.Ordinal);
        Assert.Equal(3, await almanac.InLedgerAsync(db => db.Reminders.CountAsync(r => r.Kind == "two-hours-before")));
    }

    [Fact]
    public async Task One_tap_says_that_all_will_come_and_another_asks_who_does_not()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:59:00");
        var (lan, all) = await almanac.FamilyBookedAsync(Evening, "Mẹ", "H'Bia");
        await almanac.GoToAsync("2026-11-25 18:02:00");
        var reminder = await lan.Citizen.HearsAsync();

        var coming = await lan.Citizen.TapsAsync("Cả nhà sẽ đến");
        await almanac.GoToAsync("2026-11-25 18:03:00");
        var who = await lan.Citizen.TapsAsync("Huỷ lịch");

        Assert.Equal(["Cả nhà sẽ đến", "Đổi giờ", "Có người không đến"], reminder.Buttons.Select(button => button.Label[3..]));
        Assert.StartsWith("Dạ, em ghi 3 người sẽ đến.", coming.Text, StringComparison.Ordinal);
        Assert.Equal(3, await almanac.InLedgerAsync(db => db.Reservations.CountAsync(r => all.Contains(r.Id) && r.ComingAt != null)));
        Assert.Contains(who.Buttons, button => button.Label.Contains("Mẹ 18h30", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_cancels_before_the_hour_is_not_named_and_the_others_are()
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:59:00");
        var (_, all) = await almanac.FamilyBookedAsync(Evening, "Mẹ", "H'Bia");
        await CancelAsync(almanac, all[1]);

        await almanac.GoToAsync("2026-11-25 18:02:00");

        var rang = Assert.Single(almanac.Reminders);
        Assert.Contains("của 2 người", rang.Text, StringComparison.Ordinal);
        Assert.Contains("H'Bia", rang.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mẹ", rang.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_message_that_is_written_but_not_yet_sent_is_written_anew_for_the_others_when_one_cancels(int who)
    {
        await using var almanac = await Almanac.OpenAsync("2026-11-25 17:59:00");
        var (_, all) = await almanac.FamilyBookedAsync(Evening, "Mẹ", "H'Bia");
        almanac.Telegram.Faults = call => call.IsSend ? new Fault.TooManyRequests(120) : null;
        await almanac.GoToAsync("2026-11-25 18:00:30");
        await almanac.InLedgerAsync(async db =>
        {
            for (var look = 0; look < 100 && !await db.OutgoingMessages.AnyAsync(m => m.Kind == MessageKind.Reminder && m.State == OutgoingState.Queued); look++)
            {
                await Task.Delay(50);
            }

            return true;
        });

        await CancelAsync(almanac, all[who]);
        almanac.Telegram.Faults = null;
        await almanac.GoToAsync("2026-11-25 18:04:00");

        var rang = Assert.Single(almanac.Reminders);
        Assert.Contains("của 2 người", rang.Text, StringComparison.Ordinal);
        Assert.Equal(who == 0, rang.Text.Contains("Mẹ", StringComparison.Ordinal));
        Assert.Equal(2, await almanac.InLedgerAsync(db => db.Reminders.CountAsync(r => r.ReservationId != all[who])));
    }

    private static async Task CancelAsync(Almanac almanac, Guid id) => Assert.True(await almanac.Service.Services.GetRequiredService<WriteGate>()
        .RunAsync<SeatBook, bool>(seats => seats.Cancel(id, Doing.OfService(StepReason.CannotCome), almanac.Now)));
}
