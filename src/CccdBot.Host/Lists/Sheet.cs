using CccdBot.Core.Outreach.Registry;

namespace CccdBot.Host.Lists;

/// <summary>A file as bare cells, and in words how it was read.</summary>
internal sealed record Sheet(IReadOnlyList<IReadOnlyList<string>> Cells, IReadOnlyList<string> HowRead)
{
    /// <summary>Lines above the heading, and one that tells that there are too many.</summary>
    public const int MostRows = ListStager.MostLines + 30;
}

/// <summary>A file that cannot be read, and in words what to do with it.</summary>
internal sealed class UnreadableSheetException(string message) : Exception(message);
