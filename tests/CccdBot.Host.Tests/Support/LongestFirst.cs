using Xunit.Abstractions;

[assembly: TestCollectionOrderer("CccdBot.Host.Tests.Support.LongestFirst", "CccdBot.Host.Tests")]

namespace CccdBot.Host.Tests.Support;

/// <summary>The classes that take longest begin first: one of them begun last would leave the other core idle for minutes.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        "Crash.KillTests", "Nodes.KilledNodeTests", "Nodes.SameSeatTests", "Reminding.ToTheMinuteTests", Web.Chromium.Name,
        "Races.LastSeatTests", "Races.SeatModelTests", "Races.SameReservationTests", "Reminding.AnsweringTests", "Moving.MoveTests", "Crash.SilentLogTests",
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    private static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(Long, name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
