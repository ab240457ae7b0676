using CccdBot.Core.Time.Spoken;

namespace CccdBot.Core.Booking.Sentences;

/// <summary>Reads a booking wish from a message as people write it.</summary>
public sealed class SentenceReader(PlaceNames places)
{
    /// <param name="now">By the clock on the village hall's wall.</param>
    public BookingWish Read(string message, DateTime now)
    {
        var sentence = Sentence.Read(message, places.Words);
        var days = DayReader.Read(sentence, DateOnly.FromDateTime(now), out var problem);
        var hours = HourReader.Read(sentence, days);
        var halls = places.Read(sentence.Text);
        var intent = IntentReader.Read(sentence.Text, days.Count + hours.Count > 0, halls.Count > 0);
        if (intent == WishIntent.Other)
        {
            return new BookingWish { Intent = intent, People = StatedPeople(sentence, days, hours), Service = ServiceReader.Read(sentence.Text) };
        }

        var focus = new Focus(sentence.Text, intent, days, hours, halls);
        var people = PeopleReader.Read(Blanked(sentence.Text, days, hours));
        var serves = intent is WishIntent.Book or WishIntent.Reschedule or WishIntent.HomeVisit;
        return new BookingWish
        {
            Intent = intent,
            Place = focus.Hall?.Code,
            From = focus.Day?.From,
            To = focus.Day?.To,
            TimeFrom = focus.TimeFrom,
            TimeTo = focus.TimeTo,
            People = serves || people.IsStated ? people.Count : null,
            ForWhom = !serves ? null : people.Count > 1 ? WishFor.Group : people.IsForOther ? WishFor.Other : WishFor.Self,
            Kin = serves && people.Count == 1 ? KinReader.Read(sentence.Text) : null,
            Service = ServiceReader.Read(sentence.Text),
            Notes = focus.Notes,
            Doubts = problem is null ? focus.Doubts : [.. focus.Doubts, new Doubt("date", [])],
        };
    }

    /// <summary>The words as they were understood; for looking into a wrong reading.</summary>
    public string Understood(string message) => Sentence.Read(message, places.Words).Text.Trim();

    private static int? StatedPeople(Sentence sentence, IReadOnlyList<DayMention> days, IReadOnlyList<HourMention> hours) =>
        PeopleReader.Read(Blanked(sentence.Text, days, hours)) is { IsStated: true } people ? people.Count : null;

    private static string Blanked(string text, IReadOnlyList<DayMention> days, IReadOnlyList<HourMention> hours)
    {
        var letters = text.ToCharArray();
        foreach (var (start, end) in days.Select(day => (day.Start, day.End)).Concat(hours.Select(hour => (hour.Start, hour.End))))
        {
            Array.Fill(letters, '#', start, end - start);
        }

        return new string(letters);
    }
}
