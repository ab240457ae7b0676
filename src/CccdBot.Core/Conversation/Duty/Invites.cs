using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>Invitations: made by the chief, opened once in a chat, and confirmed by the chief by name.</summary>
/// <remarks>A link may be passed on: what it opens is only the question for a name.</remarks>
public sealed class Invites(CccdDb db, StaffChats chats, DutyPost duty, Outbox outbox)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Letters only, as digits might be covered like those of a card; 28 of 26 letters are 131 bits.</summary>
    private const int Length = 28;

    /// <summary>As it stands in a link that opens the chat.</summary>
    public static string InLink(string code) => ComeIn.InLink + code;

    /// <summary>A new invitation; its code is told once.</summary>
    public async Task<string> MakeAsync(Guid chief, Role role, IEnumerable<string> villages, DateTime now, CancellationToken ct)
    {
        var code = OneTimeCode.New(Letters, Length);
        db.Add(new StaffInvite
        {
            Hash = OneTimeCode.HashOf(code),
            Role = role,
            VillageCodes = role == Role.Volunteer ? StaffMember.Kept(villages) : "",
            InvitedBy = chief,
            MadeAt = now,
            ExpiresAt = now + Lasts,
        });
        await db.SaveChangesAsync(ct);
        return code;
    }

    /// <summary>Opens it in this chat; null when it is wrong, old or was opened before.</summary>
    internal async Task<StaffInvite?> OpenAsync(string code, ChannelAddress chat, DateTime now, CancellationToken ct)
    {
        var hash = OneTimeCode.HashOf(code);
        var opened = await db.StaffInvites.Where(i => i.Hash == hash && i.OpenedAt == null && i.EndedAt == null && i.ExpiresAt > now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(i => i.OpenedAt, now).SetProperty(i => i.Channel, chat.Channel).SetProperty(i => i.Address, chat.Address), ct);
        return opened == 0 ? null : await db.StaffInvites.AsNoTracking().FirstAsync(i => i.Hash == hash, ct);
    }

    /// <summary>Who opened it here says who they are; the chiefs are told that somebody waits. False when nothing was opened here.</summary>
    internal async Task<bool> NameAsync(ChannelAddress chat, string name, DateTime now, CancellationToken ct)
    {
        var (channel, address) = (chat.Channel, chat.Address);
        var named = await db.StaffInvites.Where(i => i.Channel == channel && i.Address == address && i.EndedAt == null && i.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Name, name), ct);
        if (named == 0)
        {
            return false;
        }

        await duty.TellChiefsAsync(DutyTexts.SomeoneWaitsToComeIn, now, ct);
        return true;
    }

    /// <summary>The chief knows them: from now on they work with us. False when another was first, or no name is told yet.</summary>
    public async Task<bool> AcceptAsync(Guid id, DateTime now, CancellationToken ct)
    {
        if (!await EndAsync(id, InviteEnd.Accepted, now, ct))
        {
            return false;
        }

        var invite = await db.StaffInvites.AsNoTracking().FirstAsync(i => i.Id == id, ct);
        var (staff, chat) = (new StaffMember { Since = now, Role = invite.Role, VillageCodes = invite.VillageCodes, Name = invite.Name }, invite.Chat!.Value);
        db.Add(staff);
        await chats.UnlinkAsync(chat, ct);
        db.Add(new StaffChat { Channel = chat.Channel, Address = chat.Address, StaffId = staff.Id, Since = now });
        await db.SaveChangesAsync(ct);
        outbox.Add(OutgoingMessage.For(chat, MessageKind.FromStaff, DutyTexts.Welcome(invite.Role), now));
        return true;
    }

    public Task<bool> RefuseAsync(Guid id, DateTime now, CancellationToken ct) => EndAsync(id, InviteEnd.Refused, now, ct);

    /// <summary>What is neither ended nor out of time, the newest first.</summary>
    public Task<List<StaffInvite>> OpenOnesAsync(DateTime now, CancellationToken ct) => db.StaffInvites.AsNoTracking()
        .Where(i => i.EndedAt == null && i.ExpiresAt > now).OrderByDescending(i => i.MadeAt).ToListAsync(ct);

    private async Task<bool> EndAsync(Guid id, InviteEnd end, DateTime now, CancellationToken ct) => await db.StaffInvites
        .Where(i => i.Id == id && i.EndedAt == null && i.ExpiresAt > now && (end == InviteEnd.Refused || i.Name != null))
        .ExecuteUpdateAsync(set => set.SetProperty(i => i.End, end).SetProperty(i => i.EndedAt, now), ct) > 0;
}
