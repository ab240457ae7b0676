using CccdBot.Core.Booking;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Outreach.Posters;
using CccdBot.Core.People;
using CccdBot.Core.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CccdBot.Host.Channels.WebChat;

/// <summary>The citizen's page: the talk so far, or the greeting of someone who has just come in.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(ChatLines lines, CommuneProfile commune, EveningPattern pattern) : PageModel
{
    public IReadOnlyList<ChatLineView> Lines { get; private set; } = [];

    public long LastLineId => Lines.Max(line => line.Id);

    public string NextMessageId { get; } = Guid.NewGuid().ToString();

    public string? Problem { get; private set; }

    /// <param name="start">What the code on a poster carries.</param>
    public async Task OnGetAsync(string? start, CancellationToken ct)
    {
        Problem = ChatProblems.TakeFrom(HttpContext);
        if (ChatSession.AddressOf(Request) is not { } address)
        {
            ChatSession.Begin(HttpContext);
            Lines = [Greeting(start)];
            return;
        }

        ChatSession.Renew(HttpContext);
        var written = await lines.NewestAsync(address, ct);
        Lines = [.. written.Select(ChatLineView.Of), .. written.Count == 0 || PosterLink.IsOurs(start, pattern) ? [Greeting(start)] : Array.Empty<ChatLineView>()];
    }

    /// <summary>Nothing is kept of someone who only looks in: the greeting is written down nowhere.</summary>
    private ChatLineView Greeting(string? start)
    {
        var welcome = PosterLink.Lead(SmallTalk.Welcome(commune), start, pattern);
        var choices = welcome.Choices.Select(choice => new ChoiceView(choice.Topic, choice.Label));
        return new ChatLineView(0, IsMine: false, welcome.Text, "", Keeps: false, [.. choices]);
    }
}

internal sealed record ChoiceView(string Key, string Label, string? Link = null);

internal sealed record ChatLineView(
    long Id, bool IsMine, string Text, string At, bool Keeps, IReadOnlyList<ChoiceView> Choices, string? ClientId = null)
{
    /// <summary>Where the voice below the words lies.</summary>
    public string? Voice { get; init; }

    public string? Picture { get; init; }

    public static ChatLineView Of(ChatLine line) => new(
        line.Id, line.IsMine, line.Text, VietnamTime.HourText(line.At), line.Keeps, [.. ChoicesOf(line)], line.ClientId)
    {
        Voice = AddressOf(line, EnclosureKind.Voice),
        Picture = AddressOf(line, EnclosureKind.Picture),
    };

    private static string? AddressOf(ChatLine line, EnclosureKind kind) =>
        line.Encloses is { } enclosed && enclosed.Kind == kind ? EnclosureDoor.AddressOf(enclosed.Id) : null;

    private static IEnumerable<ChoiceView> ChoicesOf(ChatLine line) => line.Labels is null || line.OutgoingId is not { } outgoing
        ? []
        : line.Labels.Split('\n').Select(label => label.Split('\t')).Select((label, i) =>
            new ChoiceView(ChoiceKey.Of(outgoing, i), label[0], label.ElementAtOrDefault(1)));
}
