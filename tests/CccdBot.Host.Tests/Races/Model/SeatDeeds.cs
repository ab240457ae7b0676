using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Sentences;
using CccdBot.Core.Time;

namespace CccdBot.Host.Tests.Races.Model;

internal sealed record Ask(int Who, int At, WishService Service) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var (who, at) = (scene.Person(Who), scene.HalfHour(At));
        return scene.Hold($"{who} asks for {at}, {Service}", [who], at, Service);
    }
}

/// <summary>A keeper asks for the family: all of them or none.</summary>
internal sealed record AskForFamily(int Who, int At, bool KeeperComes) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var (keeper, at) = (scene.Person(Who).Chat, scene.HalfHour(At));
        var who = scene.Model.People.Where(one => one.Keeper == keeper || (KeeperComes && one == keeper)).ToList();
        return who.Count == 0 ? Outcome.Nothing : scene.Hold($"{keeper} asks for {string.Join(" and ", who)} at {at}", who, at);
    }
}

internal sealed record AskToMove(int Which, int At) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var at = scene.HalfHour(At);
        return scene.AnySeat(Which, seat => seat.IsAhead) is { IsAhead: true } old
            ? scene.Hold($"{old} asks to move to {at}", [old.Who], at, replaces: old)
            : Outcome.Nothing;
    }
}

internal sealed record Agree(int Which) : Deed
{
    public override Outcome Do(Scene scene) =>
        scene.AnySeat(Which, seat => seat.State == ReservationState.Held) is { } seat
            ? scene.Confirm($"{seat} is agreed to", seat.Who, seat)
            : Outcome.Nothing;
}

internal sealed record Refuse(int Which) : Deed
{
    public override Outcome Do(Scene scene) =>
        scene.AnySeat(Which, seat => seat.State == ReservationState.Held) is { } seat
            ? Outcome.Of($"{seat} is let go", scene.Model.LetGo(seat), scene.Book.LetGo(seat.Id!.Value, scene.Now))
            : Outcome.Nothing;
}

internal sealed record Cancel(int Which) : Deed
{
    public override Outcome Do(Scene scene) =>
        scene.AnySeat(Which, seat => seat.IsAhead) is { } seat
            ? Outcome.Of(
                $"{seat} is cancelled",
                scene.Model.Change(seat, ReservationState.Cancelled),
                scene.Book.Cancel(seat.Id!.Value, Doing.Of(seat.Who.Id, StepReason.CannotCome), scene.Now))
            : Outcome.Nothing;
}

/// <summary>A cancellation is taken back, or a move: the same half hour again.</summary>
internal sealed record TakeBack(int Which) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var lately = scene.Model.Seats.FindAll(seat => seat.EndedAt >= scene.Now - Reservation.UndoLasts);
        if (Scene.Any(lately.FindAll(seat => seat.State is ReservationState.Cancelled or ReservationState.Moved), Which) is not { } old)
        {
            return Outcome.Nothing;
        }

        var instead = scene.Model.Seats.Find(seat => seat.Replaces == old && seat.IsAhead);
        if (old.State == ReservationState.Moved && instead is null)
        {
            return Outcome.Nothing;
        }

        var held = scene.Hold($"{old} is taken back", [old.Who], old.At, old.Service, instead, isUndo: true);
        return held is { ShouldBe: nameof(HoldOutcome.Held), Was: nameof(HoldOutcome.Held) }
            ? scene.Confirm(held.Did, old.Who, scene.Model.Seats[^1])
            : held;
    }
}

internal sealed record PutOff(int Which) : Deed
{
    public override Outcome Do(Scene scene) =>
        scene.AnySeat(Which, seat => seat.IsAhead) is { } seat
            ? Outcome.Of(
                $"{seat} is ill",
                scene.Model.PutOff(seat),
                scene.Book.PutOff(seat.Who.Chat.Id, seat.Id!.Value, VietnamTime.DateOf(scene.Now).AddDays(1), scene.Now))
            : Outcome.Nothing;
}

internal sealed record LookForLapsed : Deed
{
    public override Outcome Do(Scene scene) => Outcome.Of("Holds run out", scene.Model.FreeLapsed(), scene.Book.FreeLapsed(scene.Now));
}

internal sealed record Pass(int Minutes) : Deed
{
    public override Outcome Do(Scene scene)
    {
        scene.Model.Now = scene.Now.AddMinutes(Minutes);
        return new Outcome($"{Minutes} minutes pass", "", "");
    }
}

/// <summary>Reminders are written; who comes within two hours and knew it before has one then.</summary>
internal sealed record Remind : Deed
{
    private const string Reminded =
        "SELECT COUNT(*) FROM reminders m JOIN reservations r ON r.id = m.reservation_id AND r.round = m.round WHERE r.id = @p0 AND m.kind = 'two-hours-before'";

    public override Outcome Do(Scene scene)
    {
        scene.Reminders.WriteAsync(scene.Now, CancellationToken.None).GetAwaiter().GetResult();
        scene.Db.ChangeTracker.Clear();
        var due = scene.Model.ComeWithinTwoHours();
        return Outcome.Of("Reminders are written", due.Count, due.Count(seat => scene.Sql.Number(Reminded, seat.Id) == 1));
    }
}
