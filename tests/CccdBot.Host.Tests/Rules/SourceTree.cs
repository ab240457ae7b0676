using System.Runtime.CompilerServices;

namespace CccdBot.Host.Tests.Rules;

/// <summary>The source files of the service, as they lie beside these tests.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>Path below src and text of every file we wrote ourselves.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string project)
    {
        var folder = Path.Combine(Root, "src", project);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file), File.ReadAllText(file)))
            .Where(file => !file.Item1.StartsWith("obj", StringComparison.Ordinal) && !file.Item1.StartsWith("bin", StringComparison.Ordinal));
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "CccdBot.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No CccdBot.sln above {here}.");
        }

        return folder.FullName;
    }
}
