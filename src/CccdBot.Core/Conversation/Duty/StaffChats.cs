using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>The officers' own chats, and which citizen each of them is talking with.</summary>
public sealed class StaffChats(CccdDb db)
{
    /// <summary>Links a chat by a code; false when the code is wrong, old or spent.</summary>
    public async Task<bool> LinkAsync(ChannelAddress chat, string code, DateTime now, CancellationToken ct)
    {
        if (await ChatCode.SpendAsync(db, code, now, ct) is not { } staff)
        {
            return false;
        }

        await UnlinkAsync(chat, ct);
        db.Add(new StaffChat { Channel = chat.Channel, Address = chat.Address, StaffId = staff, Since = now });
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>False when it was not linked.</summary>
    public async Task<bool> UnlinkAsync(ChannelAddress chat, CancellationToken ct) => await At(chat).ExecuteDeleteAsync(ct) > 0;

    /// <summary>Null also for who was taken off the list of staff.</summary>
    public Task<StaffChat?> FindAsync(ChannelAddress chat, CancellationToken ct) => Working(At(chat)).AsNoTracking().FirstOrDefaultAsync(ct);

    /// <summary>Who speaks in this chat and may use this command; null for strangers, for who was taken off the list, and for whose role it is not.</summary>
    public async Task<StaffMember?> WhoMayAsync(ChannelAddress chat, string command, CancellationToken ct)
    {
        var (staff, linked) = (db.StaffMembers, At(chat));
        var who = await staff.AsNoTracking().FirstOrDefaultAsync(s => s.EndedAt == null && linked.Any(c => c.StaffId == s.Id), ct);
        return who is not null && Permissions.Allow(who.Role, $"chat {command}") ? who : null;
    }

    /// <summary>All officers that may be told of a new question; whoever asks it is not.</summary>
    public async Task<List<ChannelAddress>> OthersThanAsync(ChannelAddress chat, CancellationToken ct) =>
        [.. (await OfAsync([Role.Chief, Role.Officer], ct)).Where(linked => linked != chat)];

    /// <summary>The chats of all who do this.</summary>
    public async Task<List<ChannelAddress>> OfAsync(IReadOnlyList<Role> roles, CancellationToken ct)
    {
        var staff = db.StaffMembers;
        var all = await db.StaffChats.AsNoTracking().Where(c => staff.Any(s => s.Id == c.StaffId && s.EndedAt == null && roles.Contains(s.Role))).ToListAsync(ct);
        return all.ConvertAll(linked => new ChannelAddress(linked.Channel, linked.Address));
    }

    /// <summary>The chats of these members.</summary>
    public async Task<List<ChannelAddress>> OfMembersAsync(IReadOnlyCollection<Guid> members, CancellationToken ct)
    {
        var theirs = await Working(db.StaffChats).AsNoTracking().Where(chat => members.Contains(chat.StaffId)).ToListAsync(ct);
        return theirs.ConvertAll(linked => new ChannelAddress(linked.Channel, linked.Address));
    }

    public async Task<List<ChannelAddress>> AnsweringAsync(long request, CancellationToken ct)
    {
        var them = await Working(db.StaffChats).AsNoTracking().Where(chat => chat.Answering == request).ToListAsync(ct);
        return them.ConvertAll(chat => new ChannelAddress(chat.Channel, chat.Address));
    }

    public Task AnswerAsync(ChannelAddress chat, long? request, CancellationToken ct) =>
        At(chat).ExecuteUpdateAsync(set => set.SetProperty(linked => linked.Answering, request), ct);

    /// <summary>Nobody is answering this any more.</summary>
    public Task LeaveAsync(long request, CancellationToken ct) => db.StaffChats.Where(chat => chat.Answering == request)
        .ExecuteUpdateAsync(set => set.SetProperty(linked => linked.Answering, (long?)null), ct);

    private IQueryable<StaffChat> Working(IQueryable<StaffChat> some)
    {
        var staff = db.StaffMembers;
        return some.Where(chat => staff.Any(s => s.Id == chat.StaffId && s.EndedAt == null));
    }

    private IQueryable<StaffChat> At(ChannelAddress chat)
    {
        var (channel, address) = (chat.Channel, chat.Address);
        return db.StaffChats.Where(linked => linked.Channel == channel && linked.Address == address);
    }
}
