using System.Text.RegularExpressions;

namespace CccdBot.Core.Answers.Understanding;

/// <summary>Cuts a message into the questions it is made of: "làm lại hết bao nhiêu tiền, với lại mấy ngày có?".</summary>
internal static partial class Questions
{
    /// <summary>Fewer words are no question of their own.</summary>
    private const int FewestWords = 3;

    /// <summary>"phí bao nhiêu": what is asked may be said in two words that tell.</summary>
    private const int FewestAsked = 2;

    private static readonly string[] Joints =
        [Wording.Stop, "voi lai", "va cho hoi", "va", "ngoai ra", "san cho hoi", "san tien", "tien the", "dong thoi", "nua la"];

    /// <summary>Whoever says one of these asks.</summary>
    private static readonly HashSet<string> Asking = [.. "gi sao dau nao may nhieu ai lau".Split(' ')];

    /// <summary>These ask when a sentence ends with them; elsewhere they deny.</summary>
    private static readonly HashSet<string> AskingLast = [.. "khong chua ha nhi phai".Split(' ')];

    public static IEnumerable<string> In(Wording said)
    {
        var cut = Joints.Aggregate(said.Line, (line, joint) => line.Replace($" {joint} ", " | ", StringComparison.Ordinal));
        return cut.Split('|', StringSplitOptions.TrimEntries).Where(IsQuestion);
    }

    /// <summary>What stands after "cho em hỏi", "gio muon hoi la": the thanks or the story before it is not what is asked. Null where nothing stands before or too little after.</summary>
    public static string? Asked(Wording said)
    {
        var asking = AsksFor().Match(said.Line);
        return asking.Success && Telling(said.Line[..asking.Index]) >= 1 && Telling(said.Line[(asking.Index + asking.Length)..]) >= FewestAsked
            ? said.Line[(asking.Index + asking.Length)..].Trim()
            : null;
    }

    private static int Telling(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => !Lexicon.Filler.Contains(word) && word != Wording.Stop);

    private static bool IsQuestion(string part)
    {
        var words = part.Split(' ');
        var telling = words.Where(word => !Lexicon.Filler.Contains(word)).ToList();
        return words.Length >= FewestWords && telling.Count > 0 && (telling.Any(Asking.Contains) || AskingLast.Contains(telling[^1]));
    }

    [GeneratedRegex(" (?:cho (?:toi |tui |em |con |chau |minh |e |bac |co |chi |anh )?hoi|(?:muon|xin|can|dinh|nen) hoi|hoi (?:la|xem|chut|xiu|them|thu|ti))(?: (?:la|xem|chut|xiu|them|thu|ti|ve|rang|cai|nay|luon|can bo|ad))*(?= )", RegexOptions.RightToLeft)]
    private static partial Regex AsksFor();
}
