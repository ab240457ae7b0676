using System.Text.Json;
using CccdBot.Core.Booking;
using CccdBot.Core.People;

namespace CccdBot.Host.Settings;

/// <summary>The commune's own file: its name, its halls and when they are open in the evening.</summary>
internal sealed record CommuneFile(string Name, bool Trial, string? Hotline, IReadOnlyList<PlaceEntry> Places, EveningsEntry Evenings)
{
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectRequiredConstructorParameters = true,
    };

    public CommuneProfile Profile => new() { Name = Name, IsTrial = Trial, Hotline = Hotline };

    public EveningPattern Pattern => new(
        Places, Evenings.From, Evenings.To, TimeSpan.FromMinutes(Evenings.SlotMinutes), Evenings.SeatsPerSlot, Evenings.DaysAhead);

    /// <summary>The file, or what is wrong with it.</summary>
    public static (CommuneFile? Commune, string? Problem) Read(string path)
    {
        try
        {
            var commune = JsonSerializer.Deserialize<CommuneFile>(File.ReadAllText(path), Lenient);
            return commune?.Problem() is { } problem ? (null, problem) : (commune, null);
        }
        catch (JsonException broken)
        {
            return (null, $"tệp không đúng dạng JSON ở dòng {broken.LineNumber + 1}; xem tệp mẫu Communes/ia-rmok.json");
        }
    }

    private string? Problem() => this switch
    {
        { Places.Count: 0 } => "cần ít nhất một địa điểm trong \"places\"",
        { Evenings.SlotMinutes: < 5 or > 240 } => "\"slotMinutes\" là số phút mỗi lượt, từ 5 đến 240",
        { Evenings.SeatsPerSlot: < 1 or > 500 } => "\"seatsPerSlot\" là số chỗ mỗi lượt, từ 1 đến 500",
        { Evenings.DaysAhead: < 1 or > 60 } => "\"daysAhead\" là số ngày mở trước, từ 1 đến 60",
        _ when Evenings.From >= Evenings.To => "\"from\" phải trước \"to\"",
        _ when Places.Any(p => p.Code.Length is 0 or > 20 || p.Code.Contains('|')) => "\"code\" của địa điểm dài 1 đến 20 ký tự, không có dấu |",
        _ when Places.DistinctBy(p => p.Code).Count() != Places.Count => "mỗi địa điểm cần một \"code\" riêng",
        _ => null,
    };
}

internal sealed record EveningsEntry(TimeOnly From, TimeOnly To, int SlotMinutes, int SeatsPerSlot, int DaysAhead);
