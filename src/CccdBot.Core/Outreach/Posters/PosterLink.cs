using CccdBot.Core.Booking;
using CccdBot.Core.Channels;

namespace CccdBot.Core.Outreach.Posters;

/// <summary>What the code on a village's poster carries: what one comes for, and the village; never who scans it.</summary>
public static class PosterLink
{
    /// <summary>What one comes for: an evening is booked.</summary>
    internal const string Purpose = "datlich-";

    /// <summary>As it stands in a link that opens the chat: "datlich-sui".</summary>
    public static string Carries(string village) => Purpose + village;

    /// <summary>False for what stands on none of our posters.</summary>
    public static bool IsOurs(string? carried, EveningPattern commune) => VillageIn(carried, commune) is not null;

    /// <summary>The welcome as who comes from a poster has it: booking leads to the evenings of that village.</summary>
    public static Reply Lead(Reply welcome, string? carried, EveningPattern commune)
    {
        ArgumentNullException.ThrowIfNull(welcome);
        return VillageIn(carried, commune) is not { } village ? welcome : welcome with
        {
            Choices = [.. welcome.Choices.Select(choice => choice.Topic == BookSlot.Called
                ? choice with { Topic = $"{ComeFromPoster.Called} {village.Code}", Label = PosterTexts.BookAt(village.ShortName) }
                : choice)],
        };
    }

    /// <summary>What stands on the button with that command; null for another command.</summary>
    public static string? LabelOf(string command, EveningPattern commune)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Split(' ') is [ComeFromPoster.Called, var code] && Find(code, commune) is { } village ? PosterTexts.BookAt(village.ShortName) : null;
    }

    internal static PlaceEntry? Find(string code, EveningPattern commune) => commune.Places.FirstOrDefault(place => place.Code == code);

    private static PlaceEntry? VillageIn(string? carried, EveningPattern commune) =>
        carried?.StartsWith(Purpose, StringComparison.Ordinal) == true ? Find(carried[Purpose.Length..], commune) : null;
}
