using CccdBot.Host.Tests.Telegram;
using Microsoft.Extensions.Time.Testing;

namespace CccdBot.Host.Tests.Support;

/// <summary>Someone with a phone and Telegram on it: says and taps things, and reads what comes back.</summary>
/// <param name="clock">Where the test holds the clock, it moves on a breath before each act: nobody types faster than that.</param>
public sealed class Citizen(FakeTelegram telegram, long chat, FakeTimeProvider? clock = null)
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(2);

    private static long _lastChat = 1000;

    private int _heard;

    public long Chat => chat;

    /// <summary>What stands last in the chat.</summary>
    public FakeMessage Screen => telegram.Screen(chat) ?? throw new InvalidOperationException("Nothing was said in this chat.");

    /// <summary>How many buttons were pressed so far.</summary>
    public int Taps { get; private set; }

    public static Citizen New(FakeTelegram telegram, FakeTimeProvider? clock = null) =>
        new(telegram, Interlocked.Increment(ref _lastChat), clock);

    /// <summary>Types something and waits for the answer.</summary>
    public Task<FakeMessage> SaysAsync(string text)
    {
        clock?.Advance(Breath);
        telegram.Text(chat, text);
        return HearsAsync();
    }

    /// <summary>Sends something that is no text, and waits for the answer.</summary>
    public Task<FakeMessage> DoesAsync(Func<FakeTelegram, long, long> act)
    {
        clock?.Advance(Breath);
        act(telegram, chat);
        return HearsAsync();
    }

    /// <summary>Taps the button whose label contains these words, on the last message.</summary>
    public Task<FakeMessage> TapsAsync(string label)
    {
        Press(label);
        return HearsAsync();
    }

    /// <summary>The tap alone, without waiting.</summary>
    public void Press(string label)
    {
        var screen = Screen;
        Press(ButtonOn(screen, label), screen.MessageId);
    }

    /// <summary>Taps a button that may be gone from the screen by now.</summary>
    public void Press(FakeButton button, long messageId)
    {
        clock?.Advance(Breath);
        Taps++;
        telegram.Tap(chat, messageId, button.CallbackData!);
    }

    public static FakeButton ButtonOn(FakeMessage screen, string label) =>
        screen.Buttons.FirstOrDefault(b => b.Label.Contains(label, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException(
                $"No button \"{label}\" under \"{screen.Text}\": {string.Join(" | ", screen.Buttons.Select(b => b.Label))}");

    /// <summary>The next message or change of a message in this chat.</summary>
    public async Task<FakeMessage> HearsAsync()
    {
        var call = await telegram.WaitForAsync(c => c.ChatId == chat && c.IsMessageCall && c.IsAccepted, after: _heard);
        _heard = call.Number;
        return Screen;
    }

    /// <summary>From /start to a booking at buôn Sui, on the first evening and time offered; returns the last screen.</summary>
    public async Task<FakeMessage> BooksAtSuiAsync(string name = "Siu Lan")
    {
        await SaysAsync("/start");
        await TapsAsync("Đặt lịch tối");
        await TapsAsync("Buôn Sui");
        await TapsAsync("1.");
        await TapsAsync("1.");
        if (Screen.Text.Contains("tên gọi", StringComparison.Ordinal) && !Screen.Text.Contains("Em ghi như sau", StringComparison.Ordinal))
        {
            await SaysAsync(name);
        }

        return await TapsAsync("giữ chỗ");
    }

    /// <summary>From the welcome on the screen, by taps alone, to a booking on the second evening: the name is known.</summary>
    public async Task<FakeMessage> BooksAgainAsync()
    {
        await TapsAsync("Đặt lịch tối");
        await TapsAsync("Buôn Sui");
        await TapsAsync("2.");
        await TapsAsync("1.");
        return await TapsAsync("Giữ chỗ");
    }
}
