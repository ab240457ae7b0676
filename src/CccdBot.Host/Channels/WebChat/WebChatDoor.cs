using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using CccdBot.Core.Booking;
using CccdBot.Core.Conversation;
using CccdBot.Core.Outreach.Posters;
using CccdBot.Core.Storage;
using Microsoft.AspNetCore.Antiforgery;

namespace CccdBot.Host.Channels.WebChat;

/// <summary>The page's two ways: what the citizen says comes in by POST, what the chat says goes out as a stream of events.</summary>
internal sealed class WebChatDoor(
    FrontDesk desk, ChatBells bells, EveningPattern pattern, IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime house)
{
    private const int LongestText = 1000;

    /// <summary>The longest text in letters of nine bytes each, four times over.</summary>
    private const long LargestForm = 64 * 1024;

    /// <summary>A page without JavaScript is shown again after this; by then the answer is mostly there.</summary>
    private static readonly TimeSpan AnswerMostlyTakes = TimeSpan.FromSeconds(1);

    /// <summary>Proxies cut a silent line after half a minute or more.</summary>
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(20);

    private static readonly JsonSerializerOptions PlainVietnamese = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task<IResult> SayAsync(HttpContext visit, IAntiforgery antiforgery)
    {
        if (ChatSession.AddressOf(visit.Request) is not { } address)
        {
            return ChatProblems.WantsJson(visit) ? Results.Unauthorized() : Results.Redirect("/");
        }

        if (visit.Request.ContentLength > LargestForm)
        {
            return ChatProblems.Tell(visit, StatusCodes.Status413PayloadTooLarge, ChatProblems.TooLong);
        }

        if (await FormAsync(visit, antiforgery) is not { } form)
        {
            return ChatProblems.Tell(visit, StatusCodes.Status400BadRequest, ChatProblems.Unreadable);
        }

        if (!Guid.TryParse(form["id"], out var id))
        {
            return ChatProblems.Tell(visit, StatusCodes.Status400BadRequest, ChatProblems.Unreadable);
        }

        var (text, choice) = (form["text"].ToString(), form["choice"].ToString());
        return text.Length switch
        {
            > LongestText => ChatProblems.Tell(visit, StatusCodes.Status413PayloadTooLarge, ChatProblems.TooLong),
            _ when choice.Length == 0 && CitizenText.Clean(text).Length == 0 =>
                ChatProblems.Tell(visit, StatusCodes.Status400BadRequest, ChatProblems.Empty),
            _ => await TakeInAsync(visit, address, id.ToString(), text, choice),
        };
    }

    /// <summary>Null when it is broken, or was not sent from our own page.</summary>
    private static async Task<IFormCollection?> FormAsync(HttpContext visit, IAntiforgery antiforgery)
    {
        try
        {
            return visit.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(visit)
                ? await visit.Request.ReadFormAsync(visit.RequestAborted)
                : null;
        }
        catch (Exception broken) when (broken is AntiforgeryValidationException or InvalidDataException)
        {
            return null;
        }
    }

    private async Task<IResult> TakeInAsync(HttpContext visit, string address, string id, string text, string choice)
    {
        var bell = bells.Hang(address);
        try
        {
            await ReceiveAsync(address, id, text, choice);
            if (ChatProblems.WantsJson(visit))
            {
                return Results.Accepted();
            }

            await WaitForAnswerAsync(bell);
            return Results.Redirect("/#moi");
        }
        finally
        {
            bells.TakeDown(bell);
        }
    }

    private async Task ReceiveAsync(string address, string id, string text, string choice)
    {
        // The greeting's buttons carry a command, as nothing was written down that a key could point to.
        var isKey = choice.Length > 0 && choice[0] != '/';
        var message = new IncomingMessage
        {
            Channel = WebChatChannel.ChannelName,
            Address = address,
            DeliveryId = $"{address}:{id}",
            Kind = isKey ? IncomingKind.Choice : IncomingKind.Text,
            Text = choice.Length > 0 ? choice : text,
            ReceivedAt = clock.GetUtcNow().UtcDateTime,
        };

        // A line on the page takes the message off the browser's list of what to send again: it must not stand there alone.
        await desk.ReceiveAsync<ChatLines>(message, lines => lines.WriteMine(address, id, Shown(lines, message, choice)));
        bells.Ring(address);
    }

    private string Shown(ChatLines lines, IncomingMessage message, string choice) => choice switch
    {
        "" => message.Text,
        ['/', ..] => SmallTalk.LabelOf(choice) ?? PosterLink.LabelOf(choice, pattern) ?? message.Text,
        _ => lines.LabelOf(message.Address, choice) ?? "…",
    };

    /// <summary>The citizen's own line rings first, the answer second.</summary>
    private async Task WaitForAnswerAsync(Bell bell)
    {
        using var patience = new CancellationTokenSource(AnswerMostlyTakes, clock);
        try
        {
            await bell.WaitAsync(patience.Token);
            await bell.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // The page is shown as it is; the answer stands there at the next look.
        }
    }

    public async Task StreamAsync(HttpContext visit, long after)
    {
        if (ChatSession.AddressOf(visit.Request) is not { } address)
        {
            visit.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var last = long.TryParse(visit.Request.Headers["Last-Event-ID"], out var resumed) ? Math.Max(resumed, after) : after;
        visit.Response.ContentType = "text/event-stream";
        visit.Response.Headers.CacheControl = "no-store";
        visit.Response.Headers["X-Accel-Buffering"] = "no";
        await StreamAsync(visit, address, last);
    }

    /// <summary>Until the page goes or the house closes: an open page must not hold up the closing, it connects again.</summary>
    private async Task StreamAsync(HttpContext visit, string address, long last)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(visit.RequestAborted, house.ApplicationStopping);
        try
        {
            await foreach (var part in PartsAsync(address, last, over.Token))
            {
                await visit.Response.WriteAsync(part, over.Token);
                await visit.Response.Body.FlushAsync(over.Token);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The page knows its last line and asks for what follows.
        }
    }

    private async IAsyncEnumerable<string> PartsAsync(string address, long last, [EnumeratorCancellation] CancellationToken ct)
    {
        var bell = bells.Hang(address);
        try
        {
            yield return ": chào\n\n";
            while (!ct.IsCancellationRequested)
            {
                foreach (var line in await LinesAfterAsync(address, last, ct))
                {
                    last = line.Id;
                    var json = JsonSerializer.Serialize(ChatLineView.Of(line), PlainVietnamese);
                    yield return $"event: line\nid: {line.Id}\ndata: {json}\n\n";
                }

                if (!await RungAsync(bell, ct))
                {
                    yield return ": còn đây\n\n";
                }
            }
        }
        finally
        {
            bells.TakeDown(bell);
        }
    }

    private async Task<List<ChatLine>> LinesAfterAsync(string address, long last, CancellationToken ct)
    {
        await using var desk = scopes.CreateAsyncScope();
        return await desk.ServiceProvider.GetRequiredService<ChatLines>().AfterAsync(address, last, ct);
    }

    private async Task<bool> RungAsync(Bell bell, CancellationToken ct)
    {
        using var silence = new CancellationTokenSource(PingEvery, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, ct);
        try
        {
            await bell.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
