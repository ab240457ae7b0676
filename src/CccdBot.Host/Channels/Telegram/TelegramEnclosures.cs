using System.Collections.Concurrent;
using CccdBot.Core.Channels;
using CccdBot.Core.Storage;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace CccdBot.Host.Channels.Telegram;

/// <summary>Voices and pictures on Telegram: carried there once, named by its own name from then on.</summary>
internal sealed partial class TelegramEnclosures(TelegramLine line, IServiceScopeFactory scopes, WriteGate gate, ILogger<TelegramEnclosures> log)
{
    private const string Channel = TelegramChannel.ChannelName;

    /// <summary>A notice goes to many at once: the first carries the picture, the others wait for its name.</summary>
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _carrying = new();

    /// <summary>Null when the words must go alone: it was thrown away here, they take no voices, or Telegram cannot show the picture.</summary>
    public async Task<Message?> SendAsync(OutgoingMessage message, Enclosed enclosed, InlineKeyboardMarkup? buttons, CancellationToken ct)
    {
        try
        {
            var copy = CopyOf(enclosed);
            return await SendCopyAsync(message, enclosed, copy, buttons, ct) ?? await CarryAsync(message, enclosed, copy, buttons, ct);
        }
        catch (ApiRequestException refused) when (TelegramRefusals.TakesWordsAlone(refused))
        {
            return null;
        }
    }

    /// <summary>A voice spoken into a chat of ours; null when it is larger than we keep.</summary>
    public async Task<byte[]?> FetchAsync(string file, CancellationToken ct)
    {
        if (await line.Sending.GetFile(file, ct) is not { FilePath: { } path, FileSize: <= Enclosure.LargestContent })
        {
            return null;
        }

        using var content = new MemoryStream();
        await line.Sending.DownloadFile(path, content, ct);
        return content.ToArray();
    }

    /// <summary>Null when Telegram has no copy of it.</summary>
    private async Task<Message?> SendCopyAsync(OutgoingMessage message, Enclosed enclosed, string? copy, InlineKeyboardMarkup? buttons, CancellationToken ct)
    {
        if (copy is null)
        {
            return null;
        }

        try
        {
            return await SendAsync(message, enclosed.Kind, InputFile.FromFileId(copy), buttons, ct);
        }
        catch (ApiRequestException refused) when (TelegramRefusals.IsUnknownFile(refused))
        {
            return null;
        }
    }

    /// <param name="missing">The copy that was looked for in vain.</param>
    private async Task<Message?> CarryAsync(OutgoingMessage message, Enclosed enclosed, string? missing, InlineKeyboardMarkup? buttons, CancellationToken ct)
    {
        var turn = _carrying.GetOrAdd(enclosed.Id, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(ct);
        try
        {
            if (CopyOf(enclosed) is { } copy && copy != missing && await SendCopyAsync(message, enclosed, copy, buttons, ct) is { } sentMeanwhile)
            {
                return sentMeanwhile;
            }

            if (await ContentAsync(enclosed.Id, ct) is not { } content)
            {
                return null;
            }

            using var stream = new MemoryStream(content);
            var sent = await SendAsync(message, enclosed.Kind, InputFile.FromStream(stream, NameOf(enclosed.Kind)), buttons, ct);
            await NoteCopyAsync(enclosed.Id, sent);
            return sent;
        }
        finally
        {
            turn.Release();
        }
    }

    private Task<Message> SendAsync(OutgoingMessage message, EnclosureKind kind, InputFile file, InlineKeyboardMarkup? buttons, CancellationToken ct) => kind switch
    {
        EnclosureKind.Voice => line.Sending.SendVoice(message.Address, file, caption: message.Text, replyMarkup: buttons, cancellationToken: ct),
        _ => line.Sending.SendPhoto(message.Address, file, caption: message.Text, replyMarkup: buttons, cancellationToken: ct),
    };

    /// <summary>The message is out: a name that cannot be written down now only costs another journey.</summary>
    private async Task NoteCopyAsync(Guid id, Message sent)
    {
        try
        {
            if ((sent.Voice?.FileId ?? sent.Photo?[^1].FileId) is { } file)
            {
                await gate.RunAsync<Enclosures>(kept => kept.NoteCopy(Channel, id, file));
            }
        }
#pragma warning disable CA1031 // whatever stands in the way must not make a sent message look unsent
        catch (Exception broken)
#pragma warning restore CA1031
        {
            LogCopyNotNoted(broken.GetType().Name);
        }
    }

    private string? CopyOf(Enclosed enclosed)
    {
        using var desk = scopes.CreateScope();
        return desk.ServiceProvider.GetRequiredService<Enclosures>().CopyAt(Channel, enclosed.Id);
    }

    private async Task<byte[]?> ContentAsync(Guid id, CancellationToken ct)
    {
        await using var desk = scopes.CreateAsyncScope();
        return (await desk.ServiceProvider.GetRequiredService<Enclosures>().FindAsync(id, ct))?.Content;
    }

    private static string NameOf(EnclosureKind kind) => kind == EnclosureKind.Voice ? "loi-noi.ogg" : "anh.jpg";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The name of a copy at Telegram could not be written down: {Problem}")]
    private partial void LogCopyNotNoted(string problem);
}
