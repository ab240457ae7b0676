using CccdBot.Core.Booking.Waiting;
using CccdBot.Core.Channels;

namespace CccdBot.Host.Tests.Races.Model;

internal sealed record StandInLine(int Who, int At, bool AnyHour, WaitingPriority Priority) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var (who, at) = (scene.Person(Who), scene.HalfHour(At));
        var wish = AnyHour ? null : at;
        return Outcome.Of(
            $"{who} stands in line ({Priority}) for {wish?.ToString() ?? $"any hour of {at.Evening}"}",
            scene.Model.Join(who, at.Evening, wish, Priority),
            scene.Line.Join(who.Chat.Id, who.Id, at.Evening.Id, wish?.Id, Priority, scene.Now));
    }
}

internal sealed record LeaveLine(int Which) : Deed
{
    public override Outcome Do(Scene scene) =>
        Scene.Any(scene.Model.Line.FindAll(one => one.State == WaitingState.Waiting), Which) is { } one
            ? Outcome.Of(
                $"{one.Who} leaves the line of {one.Evening}",
                SeatModel.Leave(one, WaitingState.Waiting),
                scene.Line.Change(IdOf(one, scene), WaitingState.Waiting, WaitingState.Left, WaitingHand.Citizen, WaitingReason.WentAway, scene.Now))
            : Outcome.Nothing;

    private static Guid IdOf(InLine one, Scene scene) =>
        scene.Line.Of(one.Who.Chat.Id).Find(mine => mine.Comer == one.Who.Id && mine.SessionId == one.Evening.Id)?.EntryId ?? Guid.Empty;
}

internal sealed record TakeOffer(int Which) : Deed
{
    public override Outcome Do(Scene scene) =>
        Scene.Any(scene.Model.Line.FindAll(one => one.State == WaitingState.Offered || (Which % 8 == 0 && one.Offer is not null)), Which / 8) is { Offer: { } offer }
            ? scene.Confirm($"{offer} was offered and is taken", offer.Who, offer)
            : Outcome.Nothing;
}

internal sealed record DeclineOffer(int Which) : Deed
{
    public override Outcome Do(Scene scene)
    {
        if (Scene.Any(scene.Model.Line.FindAll(one => one.State == WaitingState.Offered), Which) is not { Offer: { } offer } one)
        {
            return Outcome.Nothing;
        }

        var entry = scene.Line.OfferedWith(offer.Who.Chat.Id, offer.Id!.Value);
        var was = entry is not null
            && scene.Line.Change(entry.EntryId, WaitingState.Offered, WaitingState.Left, WaitingHand.Citizen, WaitingReason.Declined, scene.Now);
        if (was)
        {
            scene.Book.LetGo(offer.Id!.Value, scene.Now);
        }

        return Outcome.Of($"{offer} was offered and is declined", scene.Model.Decline(one), was);
    }
}

internal sealed record HandOn : Deed
{
    public override Outcome Do(Scene scene) => Outcome.Of("Free seats are handed on", scene.Model.HandOn(), scene.Offers.HandOn(scene.Now).Offered);
}

internal sealed record CloseChat(int Who) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var who = scene.Person(Who).Chat;
        scene.Model.CloseChat(who);
        scene.Outbox.CloseAddress(new ChannelAddress("telegram", who.Name));
        return new Outcome($"The chat of {who} is closed", "", "");
    }
}
