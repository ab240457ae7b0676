namespace CccdBot.Core.Booking.Visits;

/// <summary>The village that a family's words about their house name, so that officers can visit neighbours one after the other.</summary>
internal sealed class VillageOf(WishEar ear, EveningPattern commune)
{
    /// <summary>"Buôn Sui"; null where no village we know is named.</summary>
    public string? Read(string home, DateTime now)
    {
        var code = ear.ReadAnswer(home, now).Place;
        return commune.Places.FirstOrDefault(place => place.Code == code)?.ShortName;
    }
}
