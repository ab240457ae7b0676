using System.Globalization;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Conversation.Duty;
using CccdBot.Core.People.Staff;

namespace CccdBot.Core.Voices;

/// <summary>"/ghiam": those who work with us say something in the language of the village; a second person hears it before anyone else does.</summary>
internal sealed class RecordClip(StaffChats chats, ClipDesk desk, ClipJudge judge, IEnumerable<IVoiced> rooms, AuditBook audit) : ITopic
{
    public const string Called = "/ghiam";
    public const string Words = "words";
    public const string Thing = "thing";
    public const string InTongue = "in-tongue";
    public const string Approve = "approve";
    public const string Drop = "drop";

    private const string Speech = "speech";
    private const char Between = '|';

    /// <summary>More would be a list to read, not a choice.</summary>
    private const int MostShown = 6;

    public string Command => Called;

    public string Title => VoicesTexts.RecordTitle;

    public bool IsForStaff => true;

    public bool HearsVoice => true;

    public async Task HandleAsync(Turn turn, CancellationToken ct)
    {
        if (await chats.WhoMayAsync(turn.From, Called, ct) is not { } who)
        {
            turn.Say(DutyTexts.ForStaffOnly);
            return;
        }

        switch (turn.Step)
        {
            case Approve or Drop:
                Judge(turn, who);
                break;
            case Words when turn.Text.Length > 0:
                Search(turn);
                break;
            case Words:
                turn.Ask(Words, "", VoicesTexts.WhichAnswer);
                break;
            case Thing when Find(turn) is { } said:
                turn.Say(VoicesTexts.WhichTongue(said));
                break;
            case InTongue when Find(turn) is { } said:
                turn.Ask(Speech, $"{turn.Value}{Between}{said.Key}", VoicesTexts.PleaseSpeak(said, TongueOf(turn)));
                break;
            case Speech when Find(turn) is { } said && turn.Value.EndsWith($"{Between}{said.Key}", StringComparison.Ordinal):
                Record(turn, said, who);
                break;
            case Thing or InTongue or Speech:
                turn.Say(VoicesTexts.GoneMeanwhile);
                break;
            default:
                turn.Say(VoicesTexts.WhichThing(rooms.SelectMany(room => room.Offered(turn.Now)).Take(MostShown)));
                break;
        }
    }

    private void Search(Turn turn)
    {
        var found = rooms.SelectMany(room => room.Search(turn.Text, turn.Now)).Take(MostShown).ToList();
        if (found.Count == 0)
        {
            turn.Ask(Words, "", VoicesTexts.NoSuchAnswer);
        }
        else
        {
            turn.Say(VoicesTexts.WhichFound(found));
        }
    }

    private void Record(Turn turn, Voiced said, StaffMember who)
    {
        switch (turn.Recording)
        {
            case null:
                turn.Ask(Speech, turn.Value, VoicesTexts.WordsAreNoVoice);
                break;
            case { Seconds: > Clip.Longest }:
                turn.Ask(Speech, turn.Value, VoicesTexts.TooLong);
                break;
            case var recording:
                audit.Note(who.Id, $"chat {Called}", said.Key, "", turn.Now);
                desk.Record(said, TongueOf(turn), recording, who.Id, turn.From, turn.Now);
                turn.Say(VoicesTexts.Recorded(recording.Seconds));
                break;
        }
    }

    private void Judge(Turn turn, StaffMember who)
    {
        var (id, approves) = (long.Parse(turn.Value, CultureInfo.InvariantCulture), turn.Step == Approve);
        audit.Note(who.Id, $"chat {Called} {turn.Step}", VoicesTexts.AboutOf(id), "", turn.Now);
        turn.TellElsewhere();
        turn.Say(new Reply(judge.Decide(id, approves, who.Id, turn.Now)));
    }

    /// <summary>What the value names, with its words as they are now.</summary>
    private Voiced? Find(Turn turn) =>
        turn.Value.Split(Between) is [var kind, var id, ..] ? rooms.Find(kind, id, turn.Now) : null;

    private static Tongue TongueOf(Turn turn) => Enum.Parse<Tongue>(turn.Value.Split(Between)[2]);
}
