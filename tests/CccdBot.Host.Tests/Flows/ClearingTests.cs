using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Storage;
using CccdBot.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Flows;

/// <summary>What was promised in the four lines of consent: thirty days after the appointment the name is gone.</summary>
public sealed class ClearingTests : VillageTests
{
    [Fact]
    public async Task After_a_week_what_was_said_to_us_is_gone_and_the_name_still_there()
    {
        await AskedAndBookedAsync();

        await ClearAsync(days: 8);

        Assert.Empty(await Village.AllAsync(db => db.IncomingMessages));
        Assert.NotEmpty(await Village.AllAsync(db => db.OutgoingMessages));
        Assert.Equal(["Siu Lan"], await Village.AllAsync(db => db.People.Select(p => p.Name)));
    }

    [Fact]
    public async Task Thirty_days_after_the_evening_no_word_and_no_name_is_left()
    {
        await AskedAndBookedAsync();

        await ClearAsync(days: 32);

        Assert.Empty(await Village.AllAsync(db => db.OutgoingMessages));
        Assert.Empty(await Village.AllAsync(db => db.HelpRequests));
        Assert.Equal([""], await Village.AllAsync(db => db.UnansweredQuestions.Select(q => q.Text)));
        Assert.Equal(0, await Village.RowsWithAsync("Con tôi ở xa"));
        Assert.Equal([null], await Village.AllAsync(db => db.People.Select(p => p.Name)));
        Assert.Equal(0, await Village.RowsWithAsync("Siu Lan"));
    }

    [Fact]
    public async Task Within_thirty_days_of_the_evening_the_name_stays()
    {
        await AskedAndBookedAsync();

        await ClearAsync(days: 29);

        Assert.Equal(["Siu Lan"], await Village.AllAsync(db => db.People.Select(p => p.Name)));
    }

    private async Task AskedAndBookedAsync()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        await lan.SaysAsync("/gapnguoi");
        await lan.SaysAsync("Con tôi ở xa thì làm sao?");
    }

    private async Task ClearAsync(int days)
    {
        var later = Village.Clock.GetUtcNow().UtcDateTime.AddDays(days);
        await Village.Service.Services.GetRequiredService<WriteGate>().RunAsync<IEnumerable<IClearsOld>>(async rooms =>
        {
            foreach (var room in rooms)
            {
                await room.ClearAsync(later, CancellationToken.None);
            }
        });
    }
}
