using System.Text.Json;
using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Booking.Visits;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.People;

namespace CccdBot.Host.Settings;

/// <summary>The commune's own file: its name, its halls and when they are open in the evening.</summary>
internal sealed record CommuneFile(string Name, bool Trial, string? Hotline, IReadOnlyList<PlaceEntry> Places, EveningsEntry Evenings, IReadOnlyList<string>? Elsewhere = null, IReadOnlyList<FarSpot>? FarSpots = null,
    IReadOnlyList<string>? Kits = null, IReadOnlyList<string>? Links = null)
{
    private const string Sample = "xem tệp mẫu Communes/ia-rmok.json";

    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public CommuneProfile Profile => new() { Name = Name, IsTrial = Trial, Hotline = Hotline };

    public EveningPattern Pattern => new(
        Places, Evenings.From, Evenings.To, TimeSpan.FromMinutes(Evenings.SlotMinutes), Evenings.SeatsPerSlot, Evenings.DaysAhead) 
        { Stations = Evenings.Stations, Kits = Kits ?? [] };

    /// <summary>How its halls are called in messages.</summary>
    public PlaceNames PlaceNames => new(Places, Elsewhere ?? []);

    /// <summary>The hosts a notice may lead to.</summary>
    public LinkRule LinkRule => new([.. (Links ?? []).Select(host => host.ToLowerInvariant())]);

    /// <summary>Where officers travel to when enough people have signed up.</summary>
    public FarSpots Trips => new(FarSpots ?? []);

    /// <summary>The file, or what is wrong with it.</summary>
    public static (CommuneFile? Commune, string? Problem) Read(string path)
    {
        try
        {
            var commune = JsonSerializer.Deserialize<CommuneFile>(File.ReadAllText(path), Lenient);
            var problem = commune is null ? $"tệp trống; {Sample}" : commune.Problem();
            return problem is null ? (commune, null) : (null, problem);
        }
        catch (JsonException broken)
        {
            var where = broken.LineNumber is { } line ? $" ở dòng {line + 1}" : "";
            return (null, $"tệp không đúng dạng JSON hoặc thiếu mục{where}; {Sample}");
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return (null, "không đọc được tệp này; xem lại quyền đọc");
        }
    }

    private string? Problem() => this switch
    {
        _ when string.IsNullOrWhiteSpace(Name) => "cần có tên xã trong \"name\"",
        _ when Places.Count == 0 || Places.Any(place => place is null) => "cần ít nhất một địa điểm trong \"places\"",
        { Evenings.SlotMinutes: < 5 or > 240 } => "\"slotMinutes\" là số phút mỗi lượt, từ 5 đến 240",
        { Evenings.SeatsPerSlot: < 1 or > 500 } => "\"seatsPerSlot\" là số chỗ mỗi lượt, từ 1 đến 500",
        { Evenings.DaysAhead: < 1 or > 60 } => "\"daysAhead\" là số ngày mở trước, từ 1 đến 60",
        _ when Evenings.From >= Evenings.To => "\"from\" phải trước \"to\"",
        _ when Evenings.To - Evenings.From < Pattern.SlotLasts => "\"slotMinutes\" dài hơn cả buổi tối",
        _ when (Evenings.To - Evenings.From) / Pattern.SlotLasts > Session.MostSlots => $"mỗi buổi tối nhiều nhất {Session.MostSlots} lượt; tăng \"slotMinutes\"",
        _ when Places.Any(p => p.Code.Length is 0 or > Place.LongestCode || !p.Code.All(IsInLinks)) =>
            $"\"code\" của địa điểm dài 1 đến {Place.LongestCode} ký tự, chỉ có chữ không dấu, số, - và _",
        _ when Places.Any(p => p.ShortName.Trim().Length is 0 or > Place.LongestShortName) => $"\"shortName\" của địa điểm dài 1 đến {Place.LongestShortName} ký tự, vừa một nút bấm",
        _ when Places.Any(p => p.KeptSeats < 0 || p.KeptSeats > Evenings.SeatsPerSlot) => "\"keptSeats\" là số chỗ dành cho làng, từ 0 đến \"seatsPerSlot\"",
        { Evenings.Stations: { } stations } when stations * Evenings.SlotMinutes < Evenings.SeatsPerSlot * ServiceTimes.Of(WishService.Card) =>
            $"\"stations\" bàn làm việc không đủ cho \"seatsPerSlot\" người, mỗi người {ServiceTimes.Of(WishService.Card)} phút",
        _ when Places.DistinctBy(p => p.Code).Count() != Places.Count => "mỗi địa điểm cần một \"code\" riêng",
        _ when Kits?.Any(kit => string.IsNullOrWhiteSpace(kit) || kit.Length > Crew.LongestKit) == true =>
            $"mỗi bộ máy trong \"kits\" có tên dài 1 đến {Crew.LongestKit} ký tự",
        _ when Links?.Any(host => Uri.CheckHostName(host) != UriHostNameType.Dns) == true => "\"links\" là tên miền được phép trong thông báo, như dichvucong.gov.vn",
        _ => FarSpotProblem(),
    };

    /// <summary>What a link that opens the chat may carry (Telegram: letters, digits, - and _).</summary>
    private static bool IsInLinks(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_';

    private string? FarSpotProblem() => Trips.All switch
    {
        var spots when spots.Any(spot => spot is null || spot.Code.Length is 0 or > FarSpot.LongestCode || spot.Code.Contains('|')) =>
            $"\"code\" trong \"farSpots\" dài 1 đến {FarSpot.LongestCode} ký tự, không có dấu |",
        var spots when spots.DistinctBy(spot => spot.Code).Count() != spots.Count => "mỗi điểm trong \"farSpots\" cần một \"code\" riêng",
        var spots when spots.Any(spot => string.IsNullOrWhiteSpace(spot.ShortName) || spot.ShortName.Length > FarSpot.LongestName) =>
            $"\"shortName\" trong \"farSpots\" dài 1 đến {FarSpot.LongestName} ký tự",
        var spots when spots.Any(spot => spot.PeopleNeeded is < 1 or > 500) => "\"peopleNeeded\" là số người cần để mở chuyến, từ 1 đến 500",
        { Count: > FarSpot.Most } => $"\"farSpots\" có nhiều nhất {FarSpot.Most} điểm",
        _ => null,
    };
}

internal sealed record EveningsEntry(TimeOnly From, TimeOnly To, int SlotMinutes, int SeatsPerSlot, int DaysAhead, int? Stations = null);
