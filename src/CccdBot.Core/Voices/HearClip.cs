using System.Globalization;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;

namespace CccdBot.Core.Voices;

/// <summary>"Nghe tiếng Jrai": plays a recording, in passing; whatever was being talked about goes on.</summary>
internal sealed class HearClip(ClipDesk desk) : ITopic
{
    public const string Called = "/nghe";
    public const string Play = "play";

    public string Command => Called;

    public string Title => VoicesTexts.HearTitle;

    public bool IsListed => false;

    public bool LeavesQuestionOpen => true;

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        turn.Say(turn.Step == Play && desk.PlayedNow(long.Parse(turn.Value, CultureInfo.InvariantCulture)) is { EnclosureId: { } voice } clip
            ? VoicesTexts.Playing(clip, new Enclosed(EnclosureKind.Voice, voice))
            : VoicesTexts.NoMore);
        return Task.CompletedTask;
    }
}
