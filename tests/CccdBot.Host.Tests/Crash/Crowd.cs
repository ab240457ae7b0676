using System.Collections.Concurrent;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Crash;

/// <summary>Many citizens who book, each answering what they are shown, whoever sent it and however often.</summary>
internal sealed class Crowd
{
    private const long FirstChat = 500_000;

    private readonly FakeTelegram _telegram;
    private readonly ConcurrentDictionary<long, Walker> _walkers = new();

    public Crowd(FakeTelegram telegram)
    {
        _telegram = telegram;
        telegram.OnCall = Hear;
    }

    public IReadOnlyCollection<Walker> All => [.. _walkers.Values];

    public int Waiting => _walkers.Values.Count(walker => walker.Told is null);

    /// <summary>So many more people want an evening.</summary>
    public void Come(int howMany)
    {
        for (var i = 0; i < howMany; i++)
        {
            var walker = new Walker(FirstChat + _walkers.Count);
            _walkers[walker.Chat] = walker;
            _telegram.Text(walker.Chat, "/datlich");
        }
    }

    /// <summary>Whoever heard nothing for long asks again, as people do.</summary>
    public IReadOnlyList<long> AskAgain()
    {
        var silent = _walkers.Values.Where(walker => walker.Told is null).Select(walker => walker.Chat).ToList();
        silent.ForEach(chat => _telegram.Text(chat, "/datlich"));
        return silent;
    }

    public void AssertAllWereTold() => Assert.All(
        All, walker => Assert.True(walker.Told is not null, $"{walker.Chat} was told nothing (confirmed: {walker.HasConfirmed})."));

    /// <summary>Everyone was told of a seat, the ledger has it, and no seat is counted wrongly or given twice.</summary>
    public void AssertAllHaveTheirSeats(Afterwards after)
    {
        Assert.Equal(0, after.WrongCounts);
        Assert.Equal(0, after.SeatsGivenTwice);
        Assert.Equal(0, after.PeopleTwiceInAnEvening);
        Assert.Equal(0, after.Unheard);
        AssertAllWereTold();
        Assert.Subset(after.Booked, All.Select(walker => (walker.Chat, walker.Told!)).ToHashSet());
    }

    private void Hear(ApiCall call)
    {
        if (call is { IsMessageCall: true, IsAccepted: true, ChatId: { } chat, MessageId: { } message, Text: { } text }
            && _walkers.TryGetValue(chat, out var walker)
            && walker.Next(text, call.Buttons) is { } next)
        {
            _ = next.Key is null ? _telegram.Text(chat, next.Words!) : _telegram.Tap(chat, message, next.Key);
        }
    }
}

/// <summary>One of them: what they pressed and what they were told.</summary>
internal sealed class Walker(long chat)
{
    private readonly Lock _mind = new();
    private readonly HashSet<string> _answered = [];
    private readonly Random _taste = new((int)chat);

    public long Chat => chat;

    /// <summary>They pressed "giữ chỗ".</summary>
    public bool HasConfirmed { get; private set; }

    /// <summary>The code they were told with "Đã giữ chỗ".</summary>
    public string? Told { get; private set; }

    /// <summary>What they do about this message: words, or the key of a button; null for a copy, or when they have what they came for.</summary>
    public (string? Words, string? Key)? Next(string text, IReadOnlyList<FakeButton> buttons)
    {
        lock (_mind)
        {
            if (buttons.Count == 0 || !_answered.Add(buttons[0].CallbackData!.Split('.')[0]))
            {
                return null;
            }

            return Decide(text, buttons);
        }
    }

    private (string? Words, string? Key)? Decide(string text, IReadOnlyList<FakeButton> buttons)
    {
        if (text.Contains("Đã giữ chỗ", StringComparison.Ordinal) || text.Contains("đã có chỗ", StringComparison.Ordinal))
        {
            Told = text.Split("Mã lịch: ")[1].Split('\n')[0];
            return null;
        }

        if (text.Contains("nhắn tên gọi cho em", StringComparison.Ordinal))
        {
            return ("Nguoi Thu Ba", null);
        }

        if (text.Contains("Em ghi như sau", StringComparison.Ordinal))
        {
            HasConfirmed = true;
            return (null, buttons[0].CallbackData);
        }

        // Places, evenings and times: any of them but the last two, which lead elsewhere.
        return (null, buttons[_taste.Next(Math.Max(1, buttons.Count - 2))].CallbackData);
    }
}
