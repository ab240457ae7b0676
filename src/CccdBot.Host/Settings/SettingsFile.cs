namespace CccdBot.Host.Settings;

/// <summary>Where settings come from: appsettings.json where the service is started, then the environment, then the command line.</summary>
internal static class SettingsFile
{
    private const string Name = "appsettings.json";

    /// <summary>What is wrong with the file; null when it could be read or there is none.</summary>
    public static string? Load(ConfigurationManager configuration, string[] args)
    {
        configuration.Sources.Clear();
        try
        {
            configuration.AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), Name), optional: true);
        }
        catch (Exception broken) when (broken is InvalidDataException or FormatException)
        {
            return $"{Name}: tệp không đúng dạng JSON. Xem lại dấu phẩy và ngoặc, theo mẫu appsettings.example.json.";
        }

        configuration.AddEnvironmentVariables().AddCommandLine(args);
        return null;
    }
}
