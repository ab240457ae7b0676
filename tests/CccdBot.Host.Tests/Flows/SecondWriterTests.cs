using CccdBot.Core.Booking;
using CccdBot.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Flows;

public sealed class SecondWriterTests : VillageTests
{
    [Fact]
    public async Task Somebody_else_writing_into_the_ledger_does_not_lock_the_pen_out()
    {
        var lan = Village.NewCitizen();
        for (var i = 0; i < 20; i++)
        {
            await lan.SaysAsync("/start");
            await Village.Service.InLedgerAsync(db => db.Slots.ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, 1)));
        }

        Assert.Equal(20, Village.Telegram.CallsTo(lan.Chat).Count);
    }
}
