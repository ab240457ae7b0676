using Microsoft.Data.Sqlite;

namespace CccdBot.Host.Storage.Sqlite;

/// <summary>A lock beside the SQLite file: a second service on the same file would answer every citizen twice.</summary>
internal sealed class OnlyOne : IDisposable
{
    private readonly FileStream _lock;

    private OnlyOne(FileStream taken) => _lock = taken;

    /// <summary>Null when another service already works with this file.</summary>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written there.</exception>
    public static OnlyOne? Take(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource + ".lock";
        try
        {
            return new OnlyOne(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    public void Dispose() => _lock.Dispose();
}
