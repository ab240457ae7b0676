using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Answers.Teaching;

/// <summary>Where an officer teaches the bot the topic of a question, and takes it back.</summary>
public sealed class Lessons(CccdDb db)
{
    /// <summary>From now on this way of asking has this topic; the questions that were asked so are off the list.</summary>
    public async Task TeachAsync(string topic, string text, IReadOnlyCollection<long> questions, Guid officer, DateTime now, CancellationToken ct)
    {
        var folded = SmallTalk.Words(text);
        await db.TaughtPhrasings.Where(t => t.Folded == folded).ExecuteDeleteAsync(ct);
        var taught = new TaughtPhrasing { Topic = topic, Text = text, Folded = folded, TaughtBy = officer, TaughtAt = now };
        db.Add(taught);
        await db.SaveChangesAsync(ct);
        await db.UnansweredQuestions.Where(q => questions.Contains(q.Id)).ExecuteUpdateAsync(set => set.SetProperty(q => q.TaughtAs, taught.Id), ct);
    }

    /// <summary>The questions it had answered are on the list again; false when someone else was faster.</summary>
    public async Task<bool> TakeBackAsync(long id, CancellationToken ct)
    {
        await db.UnansweredQuestions.Where(q => q.TaughtAs == id).ExecuteUpdateAsync(set => set.SetProperty(q => q.TaughtAs, (long?)null), ct);
        return await db.TaughtPhrasings.Where(t => t.Id == id).ExecuteDeleteAsync(ct) > 0;
    }
}
