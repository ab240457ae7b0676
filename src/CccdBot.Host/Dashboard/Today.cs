using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Arrivals;
using CccdBot.Core.Booking.Cases;
using CccdBot.Core.Booking.Evenings;
using CccdBot.Core.Booking.Visits;
using CccdBot.Core.Conversation;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Dashboard;

/// <summary>What an officer who comes in has to decide now, and how tonight stands.</summary>
internal sealed class Today(CccdDb db, Crew crew, Unconfirmed unconfirmed, TimeProvider clock)
{
    /// <summary>What is further away can be decided tomorrow.</summary>
    private static readonly TimeSpan LooksAhead = TimeSpan.FromHours(48);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Each with the page on which it is decided; empty when all is in order.</summary>
    /// <param name="officer">Who looks.</param>
    /// <param name="isChief">Whether they decide who works here.</param>
    public async Task<List<Decision>> DecisionsAsync(Guid officer, bool isChief, CancellationToken ct)
    {
        var now = Now;
        var decisions = NotYetConfirmed(now);
        Add(await db.HelpRequests.CountAsync(r => r.EndedAt == null && (r.HeldUntil == null || r.HeldUntil <= now), ct), "bà con cần gặp người thật", "/truc#cho");
        Add(await db.Notices.CountAsync(n => n.State == NoticeState.Asked, ct), "thông báo chờ duyệt", "/truc/thong-bao");
        Add(await db.Notices.CountAsync(n => n.IsUrgent && n.ReviewedBy == null && n.ApprovedBy != officer, ct), "thông báo khẩn cần xem lại", "/truc/thong-bao");
        Add(await db.CallTasks.CountAsync(t => t.DoneAt == null, ct), "người cần gọi hoặc tới báo", "/truc/can-goi");
        Add(await db.DataCases.CountAsync(c => c.State == DataCaseState.Open && c.DueAt < now, ct), "việc thông tin sai đã quá hạn trả lời", "/truc/sai-du-lieu");
        Add(await db.DataCases.CountAsync(c => c.State == DataCaseState.Open && c.DueAt >= now && c.OfficerId == null, ct), "việc thông tin sai chưa ai nhận", "/truc/sai-du-lieu");
        Add(await db.HomeVisits.CountAsync(v => v.State == VisitState.Asked, ct), "nhà mới xin làm tại nhà", "/truc/tai-nha");
        Add(await db.HomeVisits.CountAsync(v => v.State == VisitState.Accepted || v.State == VisitState.SecondVisit, ct), "nhà chờ xếp ngày", "/truc/tai-nha");
        Add(crew.Clashing(now).Count, "buổi trùng phân công", "/truc/buoi");
        Add(await db.IncomingMessages.CountAsync(m => m.State == IncomingState.SetAside, ct), "tin máy chưa xử lý được", "/truc#may");
        if (isChief)
        {
            Add(await db.StaffInvites.CountAsync(i => i.Name != null && i.End == null && i.ExpiresAt > now, ct), "người được mời chờ xác nhận", "/truc/nguoi");
        }

        return decisions;

        void Add(int count, string what, string path)
        {
            if (count > 0)
            {
                decisions.Add(new Decision($"{count} {what}", path, IsUrgent: false));
            }
        }
    }

    /// <summary>The evenings of this day in numbers.</summary>
    public async Task<List<TonightView>> TonightAsync(CancellationToken ct)
    {
        var (today, places, arrivals) = (VietnamTime.DateOf(Now), db.Places, db.Arrivals);
        var all = await db.Sessions.AsNoTracking().Where(s => s.Date == today && s.State != SessionState.CalledOff).OrderBy(s => s.StartsAt).ThenBy(s => s.PlaceCode)
            .Select(s => new TonightView(
                s.Id,
                s.StartsAt,
                places.First(place => place.Code == s.PlaceCode).Name,
                s.Slots.Sum(slot => slot.Taken),
                arrivals.Count(a => a.SessionId == s.Id),
                arrivals.Count(a => a.SessionId == s.Id && a.State == ArrivalState.Done)))
            .ToListAsync(ct);
        return all.FindAll(tonight => tonight.Booked > 0 || tonight.Arrived > 0);
    }

    private List<Decision> NotYetConfirmed(DateTime now) => unconfirmed.Coming(now, now + LooksAhead).ConvertAll(evening => new Decision(
        $"Xác nhận buổi {VietnamTime.MomentText(evening.StartsAt)}, {evening.Place}: {evening.Taken} người đã đặt, còn {HoursLeft(evening.StartsAt - now)}",
        $"/truc/buoi/{evening.Id}",
        evening.StartsAt - now <= Unconfirmed.AsksChief));

    private static string HoursLeft(TimeSpan left) => left < TimeSpan.FromHours(1) ? $"{left.TotalMinutes:0} phút" : $"{Math.Floor(left.TotalHours):0} giờ";
}

/// <summary>Something to decide, and where.</summary>
internal sealed record Decision(string Words, string Path, bool IsUrgent);

internal sealed record TonightView(long Id, DateTime StartsAt, string Place, int Booked, int Arrived, int Done);
