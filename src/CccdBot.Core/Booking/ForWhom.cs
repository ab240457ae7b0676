using System.Globalization;
using System.Text.RegularExpressions;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;
using CccdBot.Core.Time;

namespace CccdBot.Core.Booking;

/// <summary>"/datho": for whom the seats are, when not for the owner of the chat; the names are remembered for the next time.</summary>
internal sealed partial class ForWhom(Household household, BookSlot book) : ITopic
{
    public const string Called = "/datho";

    /// <summary>Names first: for a family that is to wait for seats.</summary>
    public const string Begin = "begin";

    private const string Agree = "agree";
    private const string Names = "names";
    private const string These = "these";

    /// <summary>How one says "I" among the names.</summary>
    private static readonly HashSet<string> Myself = ["toi", "tui", "minh", "em", "con", "chau", "tau", "tao"];

    public string Command => Called;

    public string Title => BookingTexts.ForOther;

    /// <summary>Asks for as many names as there are seats wished for, one tap for who has been named before.</summary>
    public static void Ask(Turn turn, Household household, long slotId, int people, WishService service, string? called = null, bool isAgreed = false)
    {
        var about = string.Create(CultureInfo.InvariantCulture, $"{slotId}|{people}|{service}");
        var known = household.Of(turn.Person.Id);
        if (!isAgreed && (!turn.Person.HasConsented || known.Count == 0))
        {
            turn.Say(new Reply(
                BookingTexts.ConsentForOthers,
                new Choice(BookingTexts.Consent, Called, Agree, $"{about}|{called}"),
                new Choice(BookingTexts.NoConsent, Called, Choice.No, about)));
            return;
        }

        var choices = people == 1 ? OneOf(known, called) : WholeFamily(known, turn.Person, people);
        turn.Ask(Names, about, new Reply(
            BookingTexts.WhoComes(people),
            [.. choices.Select(choice => choice with { Value = $"{about}|{choice.Value}" }), new Choice(BookingTexts.DropIt, Called, Choice.No, about)]), Called);
    }

    /// <summary>Words that name the owner of the chat.</summary>
    public static bool MeansMyself(string written) => Myself.Contains(VietnameseText.Fold(written));

    public Task HandleAsync(Turn turn, CancellationToken ct)
    {
        switch (turn.Step)
        {
            case Begin:
                Ask(turn, household, Slot(turn), People(turn), Service(turn));
                break;
            case Agree:
                turn.Person.Consent(turn.Now);
                Ask(turn, household, Slot(turn), People(turn), Service(turn), turn.Value.Split('|') is [_, _, _, { Length: > 0 } kin] ? kin : null, isAgreed: true);
                break;
            case Names or These:
                Take(turn, turn.Step == Names ? turn.Text : turn.Value.Split('|', 4)[3]);
                break;
            case Choice.No:
                turn.Say(BookingTexts.Dropped);
                break;
            default:
                turn.Say(BookingTexts.BookForOthers);
                break;
        }

        return Task.CompletedTask;
    }

    private void Take(Turn turn, string written)
    {
        var names = Separators().Split(written).Select(name => name.Trim()).Where(name => name.Length > 0).ToList();
        if (names.Count != People(turn))
        {
            AskAgain(turn, BookingTexts.NotSoMany(People(turn)));
            return;
        }

        var people = names.Select(name => PersonOf(turn, name)).ToList();
        if (people.Contains(null))
        {
            AskAgain(turn, household.Of(turn.Person.Id).Count >= Household.Most ? BookingTexts.HouseholdFull : BookingTexts.NamesAgain);
        }
        else if (people.Distinct().Count() < people.Count)
        {
            AskAgain(turn, BookingTexts.SameNameTwice);
        }
        else
        {
            book.HoldFor(turn, [.. people.Select(person => person!.Value)], Slot(turn), Service(turn));
        }
    }

    private PersonId? PersonOf(Turn turn, string written)
    {
        var folded = VietnameseText.Fold(written);
        if (turn.Person.Name is { } own && (Myself.Contains(folded) || VietnameseText.Fold(own) == folded))
        {
            return turn.Person.Id;
        }

        return Myself.Contains(folded) || PersonName.Read(written) is not { } name ? null : household.Take(turn.Person.Id, name, turn.Now)?.Id;
    }

    private static void AskAgain(Turn turn, string why) => turn.Ask(
        Names, turn.Value, new Reply(why, new Choice(BookingTexts.DropIt, Called, Choice.No)), Called);

    private static IEnumerable<Choice> OneOf(List<Member> known, string? called) => known
        .Select(member => member.Name)
        .Concat(called is null ? [] : [called])
        .DistinctBy(VietnameseText.Fold)
        .Select(name => new Choice(name, Called, These, name));

    /// <summary>The whole family in one tap, where its number is the one that was said.</summary>
    private static IEnumerable<Choice> WholeFamily(List<Member> known, Person owner, int people)
    {
        var names = known.Select(member => member.Name).ToList();
        if (names.Count == people - 1 && owner.Name is { } own)
        {
            names.Insert(0, own);
        }

        return names.Count == people ? [new Choice(string.Join(", ", names), Called, These, string.Join(',', names))] : [];
    }

    private static long Slot(Turn turn) => long.Parse(turn.Value.Split('|')[0], CultureInfo.InvariantCulture);

    private static int People(Turn turn) => int.Parse(turn.Value.Split('|')[1], CultureInfo.InvariantCulture);

    private static WishService Service(Turn turn) => Enum.Parse<WishService>(turn.Value.Split('|')[2]);

    [GeneratedRegex(@"[,;\n+&]|\s(?:và|va|với|voi|cùng|cung)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Separators();
}
