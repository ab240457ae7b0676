using CccdBot.Core.Answers.Teaching;
using CccdBot.Core.Time;
using CccdBot.Core.Voices;

namespace CccdBot.Core.Answers;

/// <summary>Answers, for who says them aloud: looked for by the words in which people ask.</summary>
internal sealed class VoicedAnswers(OpenBook open) : IVoiced
{
    private const int MostFound = 4;

    public string Kind => "answer";

    public IEnumerable<Voiced> Offered(DateTime now) => [];

    public IEnumerable<Voiced> Search(string words, DateTime now) =>
        open.Present.Likeliest(words, MostFound).Select(topic => Find(topic.Id, now)).OfType<Voiced>();

    public Voiced? Find(string id, DateTime now) => open.Present.Find(id) is { } topic && topic.InForce(VietnamTime.DateOf(now)) is { } passage
        ? Of(topic, passage)
        : null;

    public Voiced Of(AnswerTopic topic, Passage passage) => new(Kind, topic.Id, topic.Title, passage.Text);
}
