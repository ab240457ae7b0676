namespace CccdBot.Host.Tests.Web;

/// <summary>An empty folder to start a service in, cleared away afterwards.</summary>
internal sealed class Workplace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("cccdbot-").FullName;

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Write(string file, string text)
    {
        File.WriteAllText(PathOf(file), text);
        return PathOf(file);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
