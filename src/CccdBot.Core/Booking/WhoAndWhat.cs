using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Conversation;
using CccdBot.Core.People;

namespace CccdBot.Core.Booking;

/// <summary>For whom and for what a seat is wished for, as the menus carry it along: nothing at all where it is oneself, for whatever is done there first.</summary>
internal sealed record WhoAndWhat(IReadOnlyList<PersonId> People, WishService? Service)
{
    private const char Before = '/';

    public static WhoAndWhat Read(string carried, Turn turn)
    {
        var who = WhoOf(carried);
        return new(who.Length == 0 ? [turn.Person.Id] : [.. who.Split(',').Select(id => new PersonId(Guid.Parse(id)))], ServiceOf(carried));
    }

    public static string WhoOf(string carried) => carried.Split(Before)[0];

    public static WishService? ServiceOf(string carried) =>
        carried.Split(Before) is [_, var service] ? Enum.Parse<WishService>(service) : null;

    /// <summary>The same people for the same work, once more.</summary>
    public static string Again(IReadOnlyList<Appointment> mine) =>
        $"{(mine is [{ For: null }] ? "" : string.Join(',', mine.Select(one => one.PersonId.Value)))}{Before}{mine[0].Service}";

    public string Written(Turn turn)
    {
        var who = People is [var only] && only == turn.Person.Id ? "" : string.Join(',', People.Select(person => person.Value));
        return Service is null ? who : $"{who}{Before}{Service}";
    }
}
