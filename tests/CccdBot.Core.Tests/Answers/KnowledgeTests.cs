using CccdBot.Core.Answers.Understanding;

namespace CccdBot.Core.Tests.Answers;

public sealed class KnowledgeTests
{
    [Fact]
    public void What_is_read_back_answers_every_question_as_what_was_learned()
    {
        var (topics, families) = (Books.Shipped.Topics.ToList(), Books.Shipped.Families.ToList());
        var learned = Knowledge.Learn(topics, families);

        var (before, after) = (new TopicSearch(topics, families, learned), new TopicSearch(topics, families, ReadBack(learned)));

        Assert.All(HeldOut.Questions, one => Assert.Equal(before.Rank(one.Question).Topics, after.Rank(one.Question).Topics));
    }

    private static Knowledge ReadBack(Knowledge knowledge)
    {
        using var kept = new MemoryStream();
        using var to = new BinaryWriter(kept);
        knowledge.Write(to);
        to.Flush();
        kept.Position = 0;
        using var from = new BinaryReader(kept);
        return Knowledge.Read(from);
    }
}
