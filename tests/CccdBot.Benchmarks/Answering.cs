using System.Diagnostics;
using System.Globalization;
using CccdBot.Core.Answers;

namespace CccdBot.Benchmarks;

/// <summary>How long the book takes to open, how long one question takes, and what both cost in memory.</summary>
internal static class Answering
{
    private const int Rounds = 5;
    private const double Mebibyte = 1024 * 1024;

    public static void Run()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (opening, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var book = AnswerBook.Load();
        var (opened, work) = (Stopwatch.GetElapsedTime(opening), Environment.CpuUsage.TotalTime - worked);
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / Mebibyte;

        var questions = book.Phrasings.Where((_, i) => i % 6 == 0).Select(one => one.Phrasing.Text).ToList();
        Ask(book, questions);
        var times = Enumerable.Range(0, Rounds).SelectMany(_ => Ask(book, questions)).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"book of {book.Phrasings.Count()} phrasings opened in {opened.TotalMilliseconds:0} ms (CPU {work.TotalMilliseconds:0} ms), {memory:0.0} MiB; {times.Count} questions: p50 {times[times.Count / 2]:0.00} ms, p99 {times[times.Count * 99 / 100]:0.00} ms, longest {times[^1]:0.0} ms"));
    }

    private static List<double> Ask(AnswerBook book, List<string> questions) => questions.ConvertAll(question =>
    {
        var asked = Stopwatch.GetTimestamp();
        book.Advise(question, new DateOnly(2026, 11, 25));
        return Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
    });
}
