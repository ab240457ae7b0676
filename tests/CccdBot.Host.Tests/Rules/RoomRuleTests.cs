using System.Reflection;
using System.Text.RegularExpressions;
using CccdBot.Core.Storage;

namespace CccdBot.Host.Tests.Rules;

/// <summary>Arrows between rooms point down only; Core knows none of the doors.</summary>
public sealed partial class RoomRuleTests
{
    /// <summary>A room may know those on lower floors; on one floor they do not know each other.</summary>
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Time"] = 0,
        ["Storage"] = 1,
        ["Channels"] = 2,
        ["People"] = 3,
        ["Conversation"] = 4,
        ["Voices"] = 5,
        ["Answers"] = 6,
        ["Booking"] = 6,
        ["Outreach"] = 7,
        ["Reminders"] = 8,
    };

    private static readonly string[] Doors = ["Telegram", "Quartz", "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "SQLite", "Serilog", "CccdBot.Host"];

    [Fact]
    public void Rooms_know_only_rooms_below_them()
    {
        var files = SourceTree.Files("CccdBot.Core").ToList();

        Assert.True(files.Count > 50);
        Assert.Empty(files.SelectMany(file => WrongArrows(file.Path, file.Text)));
    }

    [Fact]
    public void Every_folder_of_core_is_a_room_with_a_floor() => Assert.Equal(
        Floors.Keys.Order(),
        SourceTree.Files("CccdBot.Core").Select(file => file.Path.Split('/')[0]).Distinct().Order());

    [Theory]
    [InlineData("Booking/BookSlot.cs", "using CccdBot.Core.Reminders;", true)]
    [InlineData("Booking/BookSlot.cs", "using CccdBot.Core.Answers;", true)]
    [InlineData("Answers/Ask.cs", "        var seats = new Booking.SeatBook(db);", true)]
    [InlineData("Channels/Outbox.cs", "    private readonly Core.Conversation.Turn _turn;", true)]
    [InlineData("Time/VietnamTime.cs", "using static CccdBot.Core.Channels.QuietHours;", true)]
    [InlineData("Time/VietnamTime.cs", "using Quiet = CccdBot.Core.Channels.QuietHours;", true)]
    [InlineData("Channels/Outbox.cs", "        if (x) { return CccdBot.Core.Booking.Place.None; }", true)]
    [InlineData("Booking/BookSlot.cs", "using CccdBot.Core.Outreach.Registry;", true)]
    [InlineData("Outreach/OutreachRoom.cs", "using CccdBot.Core.Reminders;", true)]
    [InlineData("Outreach/OutreachRoom.cs", "using CccdBot.Core.Booking;", false)]
    [InlineData("Reminders/Reminder.cs", "using CccdBot.Core.Booking;", false)]
    [InlineData("Channels/Outbox.cs", "        MessageKind.Booking => Booking, // see Booking.SeatBook", false)]
    [InlineData("Storage/Bell.cs", "using System.Threading.Channels;", false)]
    public void Canary_an_arrow_that_points_up_is_seen(string path, string line, bool isWrong) =>
        Assert.Equal(isWrong, WrongArrows(path, line).Any());

    [Fact]
    public void Core_is_compiled_against_none_of_the_doors()
    {
        Assert.Empty(DoorsOf(typeof(CccdDb).Assembly));
        Assert.DoesNotMatch($"PackageReference Include=\"[^\"]*({string.Join('|', Doors)})", File.ReadAllText(Path.Combine(SourceTree.Root, "src/CccdBot.Core/CccdBot.Core.csproj")));
    }

    [Fact]
    public void Canary_the_host_is_and_that_is_seen() => Assert.NotEmpty(DoorsOf(typeof(House).Assembly));

    private static IEnumerable<string> DoorsOf(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(known => known.Name!).Where(name => Doors.Any(door => name.Contains(door, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> WrongArrows(string path, string text)
    {
        var room = path.Split('/')[0];
        return from line in text.Split('\n')
               from Match arrow in OtherRoom().Matches(WithoutWords(line))
               let other = arrow.Groups["room"].Value
               where other != room && Floors[other] >= Floors[room]
               select $"{path} knows {other}: {line.Trim()}";
    }

    /// <summary>What stands in comments and between quotes is talk, not an arrow.</summary>
    private static string WithoutWords(string line) => Words().Replace(line, "");

    [GeneratedRegex("//.*$|\"[^\"]*\"")]
    private static partial Regex Words();

    /// <summary>A namespace in a using, or a type named by its room: "Booking.SeatBook", "CccdBot.Core.Booking.SeatBook".</summary>
    [GeneratedRegex(@"(?<![\w.])(?:(?:global::)?(?:CccdBot\.)?Core\.(?<room>Time|Storage|Channels|People|Conversation|Answers|Booking|Outreach|Reminders)\b|(?<room>Time|Storage|Channels|People|Conversation|Answers|Booking|Outreach|Reminders)\.[A-Z])")]
    private static partial Regex OtherRoom();
}
