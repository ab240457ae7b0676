using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using CccdBot.Core.Answers;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Cases;
using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Booking.Visits;
using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.Channels;
using CccdBot.Core.Conversation;
using CccdBot.Core.Outreach.Loudspeaker;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.Outreach.Relay;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using CccdBot.Core.Voices;
using Xunit.Abstractions;

namespace CccdBot.Host.Tests.Rules;

/// <summary>Every word said to citizens, rendered with long but real data: short, Vietnamese, in one tone, and with a way on.</summary>
public sealed partial class TextRuleTests(ITestOutputHelper output)
{
    /// <summary>Fits on one small screen.</summary>
    private const int LongestText = 350;

    /// <summary>Fits on one button of a small phone.</summary>
    private const int LongestLabel = 24;

    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly EveningWork Limited = EveningWork.Only([WishService.Vneid, WishService.Both, WishService.Correction]);
    private static readonly DateTime SundayEvening = VietnamTime.ToUtc(new DateOnly(2026, 11, 29), new TimeOnly(20, 30));
    private static readonly Appointment Appointment = new(
        Guid.NewGuid(), "E17", ReservationState.Booked, SlotId: 1, SessionId: 1, SundayEvening, "blak", "Nhà sinh hoạt cộng đồng buôn Blăk")
    {
        EveningDoes = Limited,
    };

    private static readonly Standing Standing = new(
        Guid.NewGuid(), 1, 1, SundayEvening, "Nhà sinh hoạt cộng đồng buôn Blăk", "Nguyễn Thị Minh Khai", WaitingState.Waiting, null, 12);

    private static readonly SlotOffer Offer = new(1, 1, "E", SundayEvening, 92, 2, "blak", "Nhà sinh hoạt cộng đồng buôn Blăk", "Buôn Blăk")
    {
        Services = Limited,
    };

    private static readonly string Home = new('a', HomeVisit.LongestHome);

    private static readonly VisitForm Form = new(
        Name: "Nguyễn Thị Minh Khai", Need: VisitNeed.Disabled, Home: Home, Days: "2026-11-28,2026-11-29,2026-11-30,2026-12-01,2026-12-02,2026-12-03");

    private static readonly HomeVisit Visit = new()
    {
        PersonId = PersonId.New(),
        ForId = PersonId.New(),
        Name = "Nguyễn Thị Minh Khai",
        Need = VisitNeed.Old,
        Home = Home,
        GoodDays = Form.Days,
        State = VisitState.Planned,
        Because = VisitReason.DaySet,
        Day = new DateOnly(2026, 11, 29),
        Part = VisitPart.Afternoon,
        Version = 3,
        AskedAt = SundayEvening,
        ChangedAt = SundayEvening,
    };

    private static readonly FarSpot Spot = new("suoi", "Rẫy đầu suối Ea Rmok", 10);

    private static readonly Trip Trip = new()
    {
        Spot = Spot.Code,
        SpotName = Spot.ShortName,
        Needed = 10,
        State = TripState.Planned,
        People = 12,
        Day = new DateOnly(2026, 11, 29),
        StartedAt = SundayEvening,
    };

    private static readonly TripSeat Seat = new()
    {
        TripId = Trip.Id,
        PersonId = PersonId.New(),
        ForId = PersonId.New(),
        Name = "Nguyễn Thị Minh Khai",
        State = TripSeatState.Joined,
        JoinedAt = SundayEvening,
    };

    private static readonly Voiced Said = new("answer", "card-fee", "Lệ phí làm thẻ", "Dạ, làm thẻ lần đầu không mất tiền.");

    private static readonly Clip Clip = new()
    {
        Subject = Said.Key,
        Title = "Buôn Sui, thứ Năm, 26/11/2026, 18h30",
        Words = Said.Words,
        Tongue = Tongue.Bahnar,
        State = ClipState.Waiting,
        Seconds = 58,
        RecordedBy = Guid.Empty,
        RecordedAt = SundayEvening,
        Channel = "telegram",
        Address = "1001",
        File = "AwACAg",
    };

    private static readonly Announcement CalledOut = new(
        8, SessionState.Confirmed, SundayEvening, SundayEvening.AddHours(2), "blak", "Buôn Blăk", "Nhà sinh hoạt cộng đồng buôn Blăk", "Buôn Blăk");

    private static readonly Dictionary<Type, object> Samples = new()
    {
        [typeof(Notice)] = new Notice
        {
            Code = "TB-0412", Text = "Kính mời bà con đến nhà sinh hoạt cộng đồng tối thứ Bảy.", Villages = "", Booked = BookedOrNot.Everyone, HasButton = true,
            State = NoticeState.Done, AuthorId = Guid.Empty, WrittenAt = DateTime.UnixEpoch, Version = 1, ApprovedAt = DateTime.UnixEpoch,
        },
        [typeof(IReadOnlyDictionary<ReceiptState, long>)] = new Dictionary<ReceiptState, long> { [ReceiptState.Sent] = 44_345, [ReceiptState.Blocked] = 1_200 },
        [typeof(Clip)] = Clip,
        [typeof(Tongue)] = Tongue.Bahnar,
        [typeof(ClipOutcome)] = ClipOutcome.OwnVoice,
        [typeof(Enclosed)] = new Enclosed(EnclosureKind.Voice, Guid.Empty),
        [typeof(Voiced)] = Said,
        [typeof(IEnumerable<Voiced>)] = new[] { Said, Said, Said },
        [typeof(Appointment)] = Appointment,
        [typeof(SlotOffer)] = Offer,
        [typeof(CommuneProfile)] = new CommuneProfile { Name = "xã Ia Rmok", Hotline = "02693 123 456" },
        [typeof(DateOnly)] = new DateOnly(2026, 11, 29),
        [typeof(DateOnly?)] = new DateOnly(2026, 11, 29),
        [typeof(DateTime)] = SundayEvening,
        [typeof(int)] = 8,
        [typeof(long)] = 8L,
        [typeof(WishService)] = WishService.Both,
        [typeof(EveningWork)] = Limited,
        [typeof(Func<WishService, Choice>)] = (WishService service) => new Choice(BookingTexts.NameOf(service), "/datlich", "service-is"),
        [typeof(DataCaseState)] = DataCaseState.Declined,
        [typeof(Speaker)] = Speaker.Citizen,
        [typeof(string)] = "Nhà sinh hoạt cộng đồng buôn Blăk",
        [typeof(Choice)] = new Choice("Hoàn tác", "/huylich", "undo"),
        [typeof(Reply)] = new Reply("Bà con cần việc gì ạ?", new Choice("Đặt lịch tối", "/datlich", "")),
        [typeof(Passage)] = new Passage("", null, "Luật Căn cước 2023, Điều 38", new DateOnly(2024, 7, 1), null),
        [typeof(IEnumerable<ITopic>)] = Topics(),
        [typeof(bool)] = true,
        [typeof(int?)] = 8,
        [typeof(EveningSum)] = new EveningSum(
            new Dictionary<ReservationState, int> { [ReservationState.Served] = 88, [ReservationState.Deferred] = 12, [ReservationState.Missed] = 10 },
            new Dictionary<ArrivalState, int> { [ArrivalState.Done] = 12, [ArrivalState.ToComeBack] = 3 },
            98),
        [typeof(IReadOnlyList<int>)] = new[] { 17, 42, 63 },
        [typeof(Role)] = Role.Chief,
        [typeof(WantedEvening)] = new WantedEvening(8, SundayEvening, "Nhà sinh hoạt cộng đồng buôn Blăk", 92),
        [typeof(VisitForm)] = Form,
        [typeof(HomeVisit)] = Visit,
        [typeof(IReadOnlyList<HomeVisit>)] = new[] { Visit, Visit, Visit },
        [typeof(IReadOnlyList<DateOnly>)] = HomeVisit.ReadDays(Form.Days),
        [typeof(IEnumerable<string>)] = new[] { "Nguyễn Thị Minh Khai" },
        [typeof(FarSpot)] = Spot,
        [typeof(Errand)] = new Errand(
            8, 8, "Nguyễn Thị Minh Khai", 1950, "blak", "0912345678", "rẫy suối Ea Rmok", "con gái H'Lan", "tối thứ Bảy", null, 8, SundayEvening,
            "Nhà sinh hoạt cộng đồng buôn Blăk", SundayEvening, RelayState.Open, null, null)
        {
            Notice = new NoticeWord(8, "TB-0412", "Kính mời bà con đến nhà sinh hoạt cộng đồng tối thứ Bảy để làm căn cước và VNeID, ai già yếu thì nhắn cán bộ tới tận nhà giúp."),
        },
        [typeof(ErrandCount)] = new ErrandCount(1_200, 88, 12),
        [typeof(IReadOnlyList<VillageCount>)] = new[] { new VillageCount("Buôn Sui", 12), new VillageCount("Buôn Blăk", 8) },
        [typeof(Announcement)] = CalledOut,
        [typeof(IReadOnlyList<Announcement>)] = new[] { CalledOut, CalledOut with { SessionId = 2 } },
        [typeof(Trip)] = Trip,
        [typeof(TripSeat)] = Seat,
        [typeof(IReadOnlyList<TripSeat>)] = new[] { Seat, Seat },
        [typeof(IReadOnlyList<(FarSpot, Trip?)>)] = Enumerable.Repeat<(FarSpot, Trip?)>((Spot, Trip), FarSpot.Most).ToList(),
        [typeof(IReadOnlyList<Choice>)] = new[] { new Choice("Chờ chỗ tối đó", "/chocho", "join") },
        [typeof(IReadOnlyList<Standing>)] = new[] { Standing, Standing with { State = WaitingState.Offered, Hold = Guid.NewGuid() } },
        [typeof(IReadOnlyList<SlotOffer>)] = new[] { Offer, Offer with { Id = 2 }, Offer with { Id = 3 } },
        [typeof(IReadOnlyList<Appointment>)] = new[] { Appointment, Appointment },
    };

    [Fact]
    public void Every_text_keeps_the_rules()
    {
        var texts = TextsOf(typeof(CccdDb).Assembly.GetTypes().Concat(typeof(House).Assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal) && type.DeclaringType is null)).ToList();

        output.WriteLine($"{texts.Count} texts, the longest {texts.Max(text => text.Reply.Text.Length)} characters");
        Assert.True(texts.Count > 60);
        Assert.Equal([], texts.SelectMany(text => Faults(text.Name, text.Reply)));
    }

    [Fact]
    public void Canary_each_rule_sees_a_text_that_breaks_it()
    {
        var faults = TextsOf([typeof(BadTexts)]).ToDictionary(text => text.Name.Split('.')[1], text => string.Join("; ", Faults(text.Name, text.Reply)));

        Assert.Contains("long", faults[nameof(BadTexts.Long)], StringComparison.Ordinal);
        Assert.Contains("label", faults[nameof(BadTexts.LongLabel)], StringComparison.Ordinal);
        Assert.Contains("word", faults[nameof(BadTexts.English)], StringComparison.Ordinal);
        Assert.Contains("word", faults[nameof(BadTexts.Blame)], StringComparison.Ordinal);
        Assert.Contains("tone", faults[nameof(BadTexts.Cold)], StringComparison.Ordinal);
        Assert.Contains("way on", faults[nameof(BadTexts.DeadEnd)], StringComparison.Ordinal);
        Assert.Equal("", faults[nameof(BadTexts.Good)]);
    }

    private static IEnumerable<ITopic> Topics() =>
    [
        new Named("/start", ConversationTexts.StartTitle),
        new Named("/trogiup", ConversationTexts.HelpTitle),
        new Named("/gapnguoi", ConversationTexts.HumanTitle),
        new Named("/ngung", ConversationTexts.StopTitle),
        new Named("/xoadulieu", ConversationTexts.ForgetTitle),
        new Named("/hoi", AnswersTexts.AskTitle),
        new Named("/datlich", BookingTexts.BookTitle),
        new Named("/lichcuatoi", BookingTexts.MineTitle),
        new Named("/doilich", BookingTexts.MoveTitle),
        new Named("/huylich", BookingTexts.CancelTitle),
        new Named("/tainha", VisitTexts.Title),
        new Named("/chuyendi", TripTexts.Title),
    ];

    /// <summary>Constants, properties and methods alike, each rendered once.</summary>
    private static IEnumerable<(string Name, Reply Reply)> TextsOf(IEnumerable<Type> rooms)
    {
        foreach (var room in rooms)
        {
            var constants = room.GetFields(Static).Where(field => field is { IsLiteral: true, IsPrivate: false }).Select(field => (field.Name, Value: field.GetRawConstantValue()));
            var rendered = room.GetMethods(Static).Where(method => !method.IsPrivate && !method.Name.StartsWith('<'))
                .Select(method => (Name: method.Name.Replace("get_", "", StringComparison.Ordinal), Value: method.Invoke(null, Arguments(method))));
            foreach (var (name, value) in constants.Concat(rendered))
            {
                yield return ($"{room.Name}.{name}", AsReply(value));
            }
        }
    }

    private static object[] Arguments(MethodInfo method) => [.. method.GetParameters().Select(parameter =>
        Samples.GetValueOrDefault(parameter.ParameterType)
        ?? throw new InvalidOperationException($"{method.DeclaringType!.Name}.{method.Name} needs a sample of {parameter.ParameterType.Name}."))];

    private static Reply AsReply(object? value) => value switch
    {
        Reply reply => reply,
        string words => new Reply(words),
        Choice choice => new Reply("", choice),
        IEnumerable choices => new Reply("", [.. choices.Cast<Choice>()]),
        _ => throw new InvalidOperationException($"What is said is no text: {value}"),
    };

    private static IEnumerable<string> Faults(string name, Reply reply)
    {
        var isLabel = reply.Choices.Count == 0 && !Sentence().IsMatch(reply.Text) && reply.Text.Length < 40;
        var labels = reply.Choices.Select(choice => choice.Label).Concat(isLabel && !name.EndsWith("Title", StringComparison.Ordinal) ? [reply.Text] : []);
        foreach (var label in labels.Where(label => label.Length > LongestLabel))
        {
            yield return $"{name}: label of {label.Length}: {label}";
        }

        if (reply.Text.Length > LongestText)
        {
            yield return $"{name}: {reply.Text.Length} characters long";
        }

        if (ForbiddenWords().Match(reply.Text) is { Success: true } word)
        {
            yield return $"{name}: word \"{word.Value}\"";
        }

        // In the list of commands each line is the citizen's own wish: "Lịch của tôi".
        if (!isLabel && OtherPersons().Match(ListedCommands().Replace(reply.Text, "")) is { Success: true } person)
        {
            yield return $"{name}: tone \"{person.Value}\"";
        }

        if (!isLabel && reply.Text.Length > 0 && reply.Choices.Count == 0 && !WayOn().IsMatch(reply.Text))
        {
            yield return $"{name}: no way on: {reply.Text}";
        }
    }

    [GeneratedRegex("(?m)^/.*$")]
    private static partial Regex ListedCommands();

    [GeneratedRegex("[.?!:\n]")]
    private static partial Regex Sentence();

    /// <summary>English, machine talk and blame.</summary>
    [GeneratedRegex(@"(?i)\b(error|invalid|failed?|please|sorry|click|menu|user|booking|slot|session|server|timeout|null|ok)\b|(?<!xin )\b(lỗi|không hợp lệ|sai cú pháp|sai rồi|bắt buộc|cấm|vi phạm)\b")]
    private static partial Regex ForbiddenWords();

    /// <summary>It is "em" who speaks, to "bà con"; nobody else.</summary>
    [GeneratedRegex(@"(?i)\b(bạn|quý khách|quý vị|anh/chị|anh chị|ông bà|cô bác|mình|chúng tôi|hệ thống|tôi)\b")]
    private static partial Regex OtherPersons();

    /// <summary>A question, a request, an offer, or a line that leads on to what stands below it.</summary>
    [GeneratedRegex(@"\?|nhé|nhắn|giúp em|bấm|chọn|hỏi|nhớ|mời|:\s*$|https://|Theo |, Nhà")]
    private static partial Regex WayOn();

    private sealed record Named(string Command, string Title) : ITopic
    {
        public Task HandleAsync(Turn turn, CancellationToken ct) => Task.CompletedTask;
    }

    private static class BadTexts
    {
        public const string English = "Booking failed. Bà con thử lại nhé.";
        public const string Blame = "Lỗi: tin không hợp lệ. Bà con nhắn lại.";
        public const string Cold = "Hệ thống không hiểu. Quý khách nhắn lại nhé.";
        public const string DeadEnd = "Đã hết chỗ.";
        public const string Good = "Buổi này đã hết chỗ. Bà con nhắn /datlich để chọn buổi khác.";

        public static Reply Long => new(string.Concat(Enumerable.Repeat("Bà con nhắn giúp em. ", 20)));

        public static Reply LongLabel => new("Bà con chọn nhé.", new Choice("Một cái nút dài quá chừng là dài", "/hoi", ""));
    }
}
