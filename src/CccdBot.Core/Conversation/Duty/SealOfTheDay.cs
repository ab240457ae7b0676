using CccdBot.Core.Channels;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Time;

namespace CccdBot.Core.Conversation.Duty;

/// <summary>Each morning the chiefs' own chats are told how the book of staff acts ends: what stands there nobody at the server can change.</summary>
public sealed class SealOfTheDay(WriteGate gate, Postman postman, TimeProvider clock)
{
    public async Task TellAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await gate.RunAsync<Teller, bool>(teller => teller.TellAsync(now)))
        {
            postman.RingAll();
        }
    }

    internal sealed class Teller(AuditBook audit, DutyPost duty)
    {
        public async Task<bool> TellAsync(DateTime now)
        {
            if (audit.EndToTell(VietnamTime.DateOf(now)) is not { } end)
            {
                return false;
            }

            await duty.TellChiefsAsync(DutyTexts.Seal(end.Lines, end.Seal), now, CancellationToken.None);
            return true;
        }
    }
}
