namespace CccdBot.Core.Answers;

/// <summary>The list of phrasings in a head: plain YAML, but thousands of lines, so they are read line by line.</summary>
internal static class PhrasingLines
{
    private const string Key = "phrasings:";
    private const string Item = "- ";

    /// <param name="others">The lines of the head that are not phrasings.</param>
    /// <returns>Null when there is no such list.</returns>
    public static List<Phrasing>? In(string[] head, out IEnumerable<string> others)
    {
        var start = Array.FindIndex(head, line => line.TrimEnd() == Key);
        if (start < 0)
        {
            others = head;
            return null;
        }

        var end = Array.FindIndex(head, start + 1, line => line.Length > 0 && line[0] != ' ');
        end = end < 0 ? head.Length : end;
        others = head[..start].Concat(head[end..]);
        return Read(head[(start + 1)..end]);
    }

    private static List<Phrasing> Read(string[] lines)
    {
        var (voice, phrasings) = ("", new List<Phrasing>(lines.Length));
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line.StartsWith(Item, StringComparison.Ordinal))
            {
                phrasings.Add(new Phrasing(voice, Unquoted(line[Item.Length..].Trim())));
            }
            else
            {
                voice = line.TrimEnd(':');
            }
        }

        return phrasings;
    }

    private static string Unquoted(string written) => written.Length > 1 && written[0] == '"' && written[^1] == '"'
        ? written[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal)
        : written;
}
