namespace CccdBot.Core.Booking.Visits;

/// <summary>A request on its way through the questions that are still open: it travels in the buttons and comes back whole.</summary>
/// <param name="IsMine">It is for the owner of the chat.</param>
/// <param name="Days">As <see cref="HomeVisit.GoodDays"/>.</param>
internal sealed record VisitForm(bool IsMine = false, string Name = "", VisitNeed Need = VisitNeed.Other, string Home = "", string Days = "")
{
    /// <summary>None of the answers has one in it.</summary>
    private const char Between = '\n';

    public string Write() => string.Join(Between, IsMine, Name, Need, Home, Days);

    public static VisitForm Read(string written) => written.Split(Between) is [var isMine, var name, var need, var home, var days]
        ? new VisitForm(bool.Parse(isMine), name, Enum.Parse<VisitNeed>(need), home, days)
        : new VisitForm();

    public VisitForm WithDay(string day) => this with { Days = HomeVisit.WriteDays([.. HomeVisit.ReadDays(Days), .. HomeVisit.ReadDays(day)]) };
}
