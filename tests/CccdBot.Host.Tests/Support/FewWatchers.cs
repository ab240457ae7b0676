using System.Runtime.CompilerServices;

namespace CccdBot.Host.Tests.Support;

/// <summary>Hundreds of services are opened in one process, and a machine has 128 watchers of files for each of its users.</summary>
internal static class FewWatchers
{
    /// <summary>The pages' files are looked at by the clock instead; the services started as processes of their own inherit it.</summary>
    [ModuleInitializer]
    internal static void UseNone() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
}
