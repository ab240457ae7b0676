using System.Globalization;

namespace CccdBot.Host.Commands;

/// <summary>The verdicts counted: all, by style, by group.</summary>
internal static class ScoreSheet
{
    private const string Line = "{0,-22} {1,6} {2,9} {3,12} {4,12}";

    public static void Say(IReadOnlyList<Verdict> verdicts)
    {
        var ours = verdicts.Where(verdict => verdict.IsOurs).ToList();
        Say(Line, "", "rows", "right", "or offered", "wrong, sure");
        Say("all", verdicts);
        Say("in scope", ours);
        Say("out of scope", verdicts.Where(verdict => !verdict.IsOurs));
        foreach (var style in verdicts.GroupBy(verdict => verdict.Style).OrderBy(style => style.Key, StringComparer.Ordinal))
        {
            Say($"style {style.Key}", style);
        }

        foreach (var group in verdicts.GroupBy(verdict => verdict.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Say($"group {group.Key}", group);
        }

        Say("out of scope refused: {0}", Share(verdicts.Where(verdict => !verdict.IsOurs), verdict => !verdict.IsWrong));
    }

    private static void Say(string name, IEnumerable<Verdict> verdicts)
    {
        var all = verdicts.ToList();
        Say(Line, name, all.Count, Share(all, one => one.IsRight), Share(all, one => one.IsOffered), Share(all, one => one.IsWrong));
    }

    private static void Say(string line, params object[] values) =>
        FirstStart.Say(string.Format(CultureInfo.InvariantCulture, line, values));

    private static string Share(IEnumerable<Verdict> verdicts, Func<Verdict, bool> counts)
    {
        var all = verdicts.ToList();
        return all.Count == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * all.Count(counts) / all.Count:0.0} %");
    }
}
