using System.Globalization;
using CccdBot.Core.Storage;
using CccdBot.Core.Voices;

namespace CccdBot.Core.Outreach.Notices;

/// <summary>Notices that are not yet out, for who says them aloud.</summary>
internal sealed class VoicedNotices(Statements sql, NoticeDesk desk) : IVoiced
{
    private const int MostOffered = 2;

    public string Kind => "notice";

    public IEnumerable<Voiced> Offered(DateTime now) => sql.All(
        "SELECT id, code, text FROM notices WHERE ended_at IS NULL AND state <> 'Stopped' ORDER BY id DESC LIMIT @p0",
        row => Of(row.GetInt64(0), row.GetString(1), row.GetString(2)),
        MostOffered);

    public IEnumerable<Voiced> Search(string words, DateTime now) => [];

    public Voiced? Find(string id, DateTime now) => desk.Find(long.Parse(id, CultureInfo.InvariantCulture)) is { } notice ? Of(notice) : null;

    public Voiced Of(Notice notice) => Of(notice.Id, notice.Code, notice.Text);

    private Voiced Of(long id, string code, string text) => new(Kind, id.ToString(CultureInfo.InvariantCulture), $"Thông báo {code}", text);
}
