using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Support;

/// <summary>Someone with a phone and Telegram on it: says and taps things, and reads what comes back.</summary>
public sealed class Citizen(FakeTelegram telegram, long chat)
{
    private static long _lastChat = 1000;

    private int _heard;

    public long Chat => chat;

    /// <summary>What stands last in the chat.</summary>
    public FakeMessage Screen => telegram.Screen(chat) ?? throw new InvalidOperationException("Nothing was said in this chat.");

    public static Citizen New(FakeTelegram telegram) => new(telegram, Interlocked.Increment(ref _lastChat));

    /// <summary>Types something and waits for the answer.</summary>
    public Task<FakeMessage> SaysAsync(string text)
    {
        telegram.Text(chat, text);
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
        var button = screen.Buttons.FirstOrDefault(b => b.Label.Contains(label, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException(
                $"No button \"{label}\" under \"{screen.Text}\": {string.Join(" | ", screen.Buttons.Select(b => b.Label))}");
        telegram.Tap(chat, screen.MessageId, button.CallbackData!);
    }

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
}
