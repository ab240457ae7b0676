using System.Globalization;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Time;

namespace CccdBot.Core.Outreach.Loudspeaker;

/// <summary>"/loa": a volunteer has the words for the loudspeaker in hand, and says in one tap that they were read out.</summary>
internal sealed class ReadScript(StaffChats chats, LoudspeakerBook book, AuditBook audit, CommuneProfile commune) : ITopic
{
    public const string Called = "/loa";
    public const string Show = "show";
    public const string Played = "played";
    public const string Others = "others";

    private const char Between = '|';

    public string Command => Called;

    public string Title => LoudspeakerTexts.Title;

    public bool IsForStaff => true;

    /// <summary>What a button carries: which evening, in which village.</summary>
    public static string ValueOf(Announcement about) => string.Create(CultureInfo.InvariantCulture, $"{about.SessionId}{Between}{about.VillageCode}");

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (await chats.WhoMayAsync(turn.From, Called, ct) is not { } who)
        {
            turn.Say(DutyTexts.ForStaffOnly);
        }
        else if (Chosen(turn, who) is { } about)
        {
            turn.Say(turn.Step == Played ? Note(turn, who, about) : ToRead(about));
        }
        else
        {
            turn.Say(book.Coming(who, turn.Now) switch
            {
                [] => LoudspeakerTexts.NothingToRead,
                [var only] when turn.Step.Length == 0 => ToRead(only),
                var coming => LoudspeakerTexts.WhichEvening(coming, VietnamTime.DateOf(turn.Now)),
            });
        }
    }

    /// <summary>Null where nothing was chosen, or it is no longer to be called out or no longer theirs.</summary>
    private Announcement? Chosen(Turn turn, StaffMember who) =>
        turn.Value.Split(Between) is [var session, var village] && who.WorksFor(village)
        && book.Find(long.Parse(session, CultureInfo.InvariantCulture), village) is { } about && about.IsToBePlayed(turn.Now) ? about : null;

    private Reply ToRead(Announcement about)
    {
        var script = LoudspeakerScript.Of(about, commune.Hotline);
        var how = LoudspeakerTexts.HowToRead(about, script.Seconds);
        return how with { Text = $"{how.Text}\n\n{string.Join('\n', script.Sentences)}" };
    }

    private Reply Note(Turn turn, StaffMember who, Announcement about)
    {
        audit.Note(who.Id, $"chat {Called} {Played}", string.Create(CultureInfo.InvariantCulture, $"evening {about.SessionId} village={about.VillageCode}"), "", turn.Now);
        return book.NotePlayed(about.SessionId, about.VillageCode, who.Id, turn.Now) ? LoudspeakerTexts.Noted(about, turn.Now) : LoudspeakerTexts.NotedBefore;
    }
}
