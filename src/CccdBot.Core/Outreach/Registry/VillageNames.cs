using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Registry;

/// <summary>Which village is meant by "làng Sui", "buon sui" or "Sui".</summary>
public sealed class VillageNames
{
    private static readonly string[] Kinds = ["buon", "lang", "thon", "plei", "ploi", "ban", "bon", "xom", "to dan pho", "khu pho"];

    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    public VillageNames(IEnumerable<(string Code, string ShortName)> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        foreach (var (code, name) in places)
        {
            _codes[Key(name)] = code;
            _codes.TryAdd(Key(code), code);
        }
    }

    public static VillageNames Read(Statements sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return new(sql.All("SELECT code, short_name FROM places ORDER BY position", row => (row.GetString(0), row.GetString(1))));
    }

    /// <summary>The code of its hall; null for a village that is none of ours.</summary>
    public string? Find(string written) => _codes.GetValueOrDefault(Key(written));

    /// <summary>True for "Buôn Sui", false for "Trường THCS".</summary>
    public static bool IsVillage(string name) => KindOf(VietnameseText.Fold(name)) is not null;

    private static string? KindOf(string folded) => Array.Find(Kinds, kind => folded.StartsWith($"{kind} ", StringComparison.Ordinal));

    private static string Key(string name)
    {
        var folded = VietnameseText.Fold(name).Trim();
        var kind = KindOf(folded);
        return VillagerForm.KeyOf(kind is null ? folded : folded[kind.Length..]);
    }
}
