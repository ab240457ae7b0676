using CccdBot.Core.Booking.Sentences;
using CccdBot.Host.Settings;

namespace CccdBot.Host.Commands;

/// <summary>The reader of sentences for the commune that is set up.</summary>
internal static class Readers
{
    /// <summary>Null when the settings are wrong; that has then been said.</summary>
    public static SentenceReader? ForCommune()
    {
        using var configuration = new ConfigurationManager();
        var (settings, problems) = SettingsReader.Read(configuration, []);
        if (settings is null)
        {
            FirstStart.Refuse(problems);
            return null;
        }

        return new SentenceReader(settings.Commune.PlaceNames);
    }
}
