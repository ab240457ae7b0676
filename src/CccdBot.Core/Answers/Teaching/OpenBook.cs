using System.Collections.Frozen;
using CccdBot.Core.Conversation;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CccdBot.Core.Answers.Teaching;

/// <summary>The book as it lies open now: what was shipped, and what the officers have taught since, on whichever node.</summary>
/// <remarks>An exact repeat of what was taught is answered from the moment it is read; the whole book is learned anew behind it.</remarks>
public sealed partial class OpenBook
{
    private const string Taught = "taught";

    /// <summary>Whose voice it is in the book.</summary>
    private const string Voice = "officers";

    /// <summary>A call may be lost; then it takes so long.</summary>
    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(5);

    private readonly IServiceScopeFactory _scopes;
    private readonly Calls _calls;
    private readonly ILogger<OpenBook> _log;
    private readonly Bell _look = new();
    private readonly Bell _learn = new();
    private readonly Lock _reading = new();

    private volatile AnswerBook? _learned;
    private volatile Known _known = new([]);

    public OpenBook(IServiceScopeFactory scopes, Calls calls, ILogger<OpenBook> log)
    {
        (_scopes, _calls, _log) = (scopes, calls, log);
        calls.Missed += _look.Ring;
        calls.Heard += news =>
        {
            if (news.About == Taught)
            {
                _look.Ring();
            }
        };
    }

    /// <summary>To learn it takes half a second the first time.</summary>
    public AnswerBook Present => _learned ?? AnswerBook.Shipped;

    /// <summary>What to say to a question; what an officer has taught goes before what the book has made out by itself.</summary>
    public Advice Advise(string question, DateOnly today, AnswerTopic? leaningOn = null) =>
        _known.TopicOf.TryGetValue(SmallTalk.Words(question), out var topic) && Present.Find(topic) is { } taught
            ? AnswerBook.Answer([taught], AsOfDate.In(question, today) ?? today, today)
            : Present.Advise(question, today, leaningOn);

    /// <summary>Reads what is taught now, and has the book learned anew behind it where that is something else than before.</summary>
    public void Look()
    {
        lock (_reading)
        {
            using var desk = _scopes.CreateScope();
            var taught = desk.ServiceProvider.GetRequiredService<CccdDb>().TaughtPhrasings.AsNoTracking().OrderBy(t => t.Id).ToList();
            var ids = taught.ConvertAll(t => t.Id);
            if (!ids.SequenceEqual(_known.All.Select(t => t.Id)))
            {
                // What was taken back must not be said once more while the book is learned anew.
                _learned = _known.All.All(t => ids.Contains(t.Id)) ? _learned : null;
                _known = new Known(taught);
                _learn.Ring();
            }
        }
    }

    /// <summary>After something was taught or taken back: good here at once, on the other nodes as soon as they hear of it.</summary>
    public void Tell()
    {
        Look();
        _calls.Tell(new News(Taught, ""));
    }

    /// <summary>Follows what is taught anywhere until it is stopped.</summary>
    public Task FollowAsync(CancellationToken stopping) => Task.WhenAll(LookAgainAndAgainAsync(stopping), LearnAgainAndAgainAsync(stopping));

    private async Task LookAgainAndAgainAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                Look();
            }
#pragma warning disable CA1031 // the ledger is out of reach for a while; the next look may see it
            catch (Exception away)
#pragma warning restore CA1031
            {
                LogCannotSee(away.GetType().Name);
            }

            await RungAsync(stopping);
        }
    }

    private async Task RungAsync(CancellationToken stopping)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        soon.CancelAfter(LooksEvery);
        try
        {
            await _look.WaitAsync(soon.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look without being called, or to stop.
        }
    }

    private async Task LearnAgainAndAgainAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await _learn.WaitAsync(stopping);
                var known = _known;
                var book = await Task.Run(() => AnswerBook.Shipped.With(known.All.Select(t => (t.Topic, new Phrasing(Voice, t.Text)))), stopping);
                TakeUp(book, known);
            }
        }
        catch (OperationCanceledException)
        {
            // The house closes.
        }
    }

    /// <summary>Unless something else was taught meanwhile: then the next one is already being learned.</summary>
    private void TakeUp(AnswerBook book, Known known)
    {
        lock (_reading)
        {
            if (ReferenceEquals(known, _known))
            {
                _learned = book;
                LogLearned(known.All.Count);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The answer book was learned anew with {Phrasings} taught phrasings")]
    private partial void LogLearned(int phrasings);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was taught cannot be seen: {Problem}")]
    private partial void LogCannotSee(string problem);

    private sealed record Known(IReadOnlyList<TaughtPhrasing> All)
    {
        public FrozenDictionary<string, string> TopicOf { get; } = All.ToFrozenDictionary(t => t.Folded, t => t.Topic);
    }
}
