namespace CccdBot.Core.Answers.Understanding;

/// <summary>What the book has made of all its phrasings; learning it takes a second, reading it back a fraction.</summary>
internal sealed record Knowledge(Speller Speller, Rarities Rarities, Learned Learned, NearestPhrasing Phrasings)
{
    public static Knowledge Learn(List<AnswerTopic> topics, List<Family> families)
    {
        var speller = new Speller(Signs.Vocabulary, topics.SelectMany(Texts)
            .Concat(families.SelectMany(family => family.Phrasings).Select(phrasing => phrasing.Text))
            .SelectMany(Wording.Syllables));
        var texts = topics.Select(topic => topic.Phrasings.Select(phrasing => phrasing.Text).Append(topic.Title).Append(topic.About))
            .Concat(families.Select(family => family.Phrasings.Select(phrasing => phrasing.Text)))
            .SelectMany((texts, label) => texts.Select(text => (Label: label, Text: text))).ToList();
        var heard = texts.AsParallel().AsOrdered().Select(text => Features.Of(Wording.Of(text.Text, speller))).ToList();
        var rarities = new Rarities(heard);
        var sayings = texts.Zip(heard).AsParallel().AsOrdered()
            .Select(one => new Saying(one.First.Label, rarities.Weigh(one.Second))).ToList();
        var labels = topics.Count + families.Count;
        return new Knowledge(
            speller, rarities, new Learned(labels, rarities.Count, sayings), new NearestPhrasing(labels, rarities.Count, sayings));
    }

    public static Knowledge Read(BinaryReader from) => new(Speller.Read(from), Rarities.Read(from), Learned.Read(from), NearestPhrasing.Read(from));

    public void Write(BinaryWriter to)
    {
        Speller.Write(to);
        Rarities.Write(to);
        Learned.Write(to);
        Phrasings.Write(to);
    }

    private static IEnumerable<string> Texts(AnswerTopic topic) =>
        [topic.Title, topic.About, .. topic.Phrasings.Select(phrasing => phrasing.Text)];
}
