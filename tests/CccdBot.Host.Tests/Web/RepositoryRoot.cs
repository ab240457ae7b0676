namespace CccdBot.Host.Tests.Web;

internal static class RepositoryRoot
{
    /// <summary>A file of the repository, found upwards from where the tests run.</summary>
    public static string PathOf(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CccdBot.sln")))
            {
                return Path.Combine(folder.FullName, file);
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
