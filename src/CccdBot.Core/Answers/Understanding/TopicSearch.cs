namespace CccdBot.Core.Answers.Understanding;

/// <summary>From a question to topics: danger first, then what comes likeliest, and how sure of it we may be.</summary>
internal sealed class TopicSearch
{
    private const int MostChoices = 4;

    // What each piece of evidence is worth was fitted on phrasings of writers the book had not learned from.
    private const double ChanceTells = 0.35;
    private const double LeadTells = 0.8;
    private const double SecondTells = 0.25;
    private const double KnownTells = 0.2;
    private const double PlaceTells = 2;

    /// <summary>From here on about one answer in a hundred is wrong, and nine in ten questions are answered.</summary>
    private const double Enough = 0.9;

    /// <summary>One half of a message has fewer words to go by: it must be clearer, or be borne out by the whole.</summary>
    private const double EnoughForHalf = 2.4;

    /// <summary>So much of the whole must be about a half's topic to bear it out.</summary>
    private const double BorneOut = 0.1;

    /// <summary>How much the whole message counts where it says itself what it asks.</summary>
    private const float StoryCounts = 0.3f;

    /// <summary>Less than this for the likeliest is a guess; choices would be a lottery.</summary>
    private const double Faint = 0.05;

    /// <summary>Keeps the logarithm of a chance of nothing within bounds.</summary>
    private const double Least = 0.01;

    /// <summary>A line is what was asked for when it is so like the question, and so much more than the short answer is.</summary>
    private const float Alike = 0.12f;
    private const float CloserThanShort = 1.2f;

    /// <summary>More words than these stand on their own feet and do not lean on what was said before.</summary>
    private const int MostLeaningWords = 8;

    /// <summary>Kinds of small talk: they can be heard, but nobody is asked whether he meant them.</summary>
    private static readonly string[] NeverOffered = ["greeting", "thanks", "human-please", "unclear"];

    private readonly Dictionary<string, AnswerTopic> _byId;
    private readonly Speller _speller;
    private readonly TopicIndex _index;

    public TopicSearch(List<AnswerTopic> topics, List<Family> families, Knowledge knowledge)
    {
        _byId = topics.ToDictionary(topic => topic.Id);
        _speller = knowledge.Speller;
        _index = new TopicIndex(topics, families, knowledge);
    }

    public Found For(string question, AnswerTopic? leaningOn)
    {
        var said = Wording.Of(question, _speller);
        var found = For(said);
        return leaningOn is not null && !StandsAlone(found, said)
            && For(Wording.Of($"{leaningOn.Title}. {question}", _speller)) is Found.Sure leaned
            ? leaned
            : found;
    }

    /// <summary>Of what is kept for "Xem thêm", the line this question asks for more than for the short answer; mostly none.</summary>
    public string? DetailFor(string question, Passage passage)
    {
        var said = Wording.Of(question, _speller);
        var enough = Math.Max(Alike, CloserThanShort * _index.Likeness(said, passage.Text));
        return passage.More?.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (Line: line, Likeness: _index.Likeness(said, line)))
            .Where(line => line.Likeness >= enough)
            .OrderByDescending(line => line.Likeness)
            .Select(line => line.Line)
            .FirstOrDefault();
    }

    internal Dictionary<int, float> Hear(string question) => _index.Hear(Wording.Of(question, _speller));

    internal Ranking Rank(string question) => _index.Rank(Wording.Of(question, _speller));

    /// <summary>"Còn con tôi thì sao?" says of whom, but not what: it needs the answer before it.</summary>
    private static bool StandsAlone(Found found, Wording said) =>
        said.Words.Count > MostLeaningWords
        || (found is Found.Sure(var topics) && !(topics[0].Id == Signs.Unclear && said.NamesSomeone));

    private Found For(Wording said)
    {
        if (Signs.Of(said).Select(_byId.GetValueOrDefault).FirstOrDefault(topic => topic is not null) is { } plain)
        {
            return new Found.Sure(plain);
        }

        var whole = _index.Rank(said);
        return Halves(said, whole) is { Count: 2 } both ? new Found.Sure(both) : Focused(said, whole, Decide(whole, said));
    }

    /// <summary>"Cảm ơn cán bộ, cho hỏi thêm ...": where the whole leaves us unsure, what is said to be the question may be sure.</summary>
    private Found Focused(Wording said, Ranking whole, Found found) =>
        found is not Found.Sure
        && Questions.Asked(said) is { } asked
        && _index.Rank(Wording.Of(asked)) is { Topics.Count: > 0 } focus
        && Decide(focus.With(whole, StoryCounts), said) is Found.Sure sure
            ? sure
            : found;

    /// <summary>The topics of the questions a message is made of, in their order.</summary>
    private List<AnswerTopic> Halves(Wording said, Ranking whole)
    {
        var questions = Questions.In(said).ToList();
        return questions.Count != 2 ? [] : [.. questions
            .Select(question => _index.Rank(Wording.Of(question)))
            .Where(half => half.Topics.Count > 0 && Trust(half) >= (IsBorneOut(half, whole) ? Enough : EnoughForHalf))
            .Select(half => half.Topics[0].Topic)
            .Where(CanBeOffered)
            .Distinct()];
    }

    private static bool IsBorneOut(Ranking half, Ranking whole) =>
        whole.Topics.Any(likely => likely.Topic == half.Topics[0].Topic && likely.Chance >= BorneOut);

    private static Found Decide(Ranking ranking, Wording said)
    {
        if (ranking.Topics.Count == 0 || ranking.Topics[0].Chance < Faint)
        {
            return new Found.Nothing();
        }

        return !said.NamesOnly && Trust(ranking) + Place(ranking, said) >= Enough
            ? new Found.Sure(ranking.Topics[0].Topic)
            : new Found.Unsure([.. ranking.Topics.Select(likely => likely.Topic).Where(CanBeOffered).Take(MostChoices)]);
    }

    /// <summary>All that speaks for the first topic: its chance, its lead, who seconds it, and how much was understood at all.</summary>
    private static double Trust(Ranking ranking)
    {
        var first = ranking.Topics[0].Chance;
        var second = ranking.Topics.Count > 1 ? ranking.Topics[1].Chance : 0;
        return (ChanceTells * Math.Log((first + Least) / (1 - first + Least)))
            + (LeadTells * Math.Log((first + Least) / (second + Least)))
            + (ranking.IsSeconded ? SecondTells : 0)
            + (KnownTells * (ranking.Known - 1));
    }

    /// <summary>Who names another office's matter and nothing of ours is more likely sent there, and less likely answered here.</summary>
    private static double Place(Ranking ranking, Wording said) =>
        !said.IsElsewhere ? 0 : ranking.Topics[0].Topic.Id == AnswerBook.NotOurs ? PlaceTells : -PlaceTells;

    private static bool CanBeOffered(AnswerTopic topic) => !NeverOffered.Contains(topic.Id);
}
