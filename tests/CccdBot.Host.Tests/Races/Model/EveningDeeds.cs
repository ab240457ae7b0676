using CccdBot.Core.Booking;
using CccdBot.Core.Booking.Evenings;

namespace CccdBot.Host.Tests.Races.Model;

internal sealed record SetCapacity(int At, int Capacity) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var at = scene.HalfHour(At);
        return Outcome.Of(
            $"{at} is to have {Capacity} seats", scene.Model.SetCapacity(at, Capacity), scene.Evenings.SetCapacity(at.Id, Capacity, scene.Now));
    }
}

internal sealed record ConfirmEvening(int Which) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var evening = scene.Evening(Which);
        return Outcome.Of(
            $"The police confirm {evening}", scene.Model.ConfirmEvening(evening), scene.Evenings.Confirm(evening.Id, Scene.Officer, scene.Now));
    }
}

/// <param name="IsSeenTo">In the same minute others are offered; else the clock has to see to it.</param>
internal sealed record CallOff(int Which, bool IsSeenTo) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var evening = scene.Evening(Which);
        var outcome = Outcome.Of(
            $"{evening} is called off", scene.Model.CallOff(evening), scene.Evenings.CallOff(evening.Id, Scene.Officer, "mưa to", scene.Now));
        return IsSeenTo ? outcome with { Did = $"{outcome.Did}, and {new SeeToDisplaced().Do(scene).Did}" } : outcome;
    }
}

internal sealed record SeeToDisplaced : Deed
{
    public override Outcome Do(Scene scene)
    {
        scene.Model.OfferOthers();
        scene.Displacing.OfferOthers(scene.Now);
        return new Outcome("others are offered", "", "");
    }
}

internal sealed record MoveEvening(int Which, bool ToOtherHall, int Hours) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var evening = scene.Evening(Which);
        var place = ToOtherHall ? scene.Model.Evenings.First(other => other.Place != evening.Place || other == scene.Model.Evenings[^1]).Place : evening.Place;
        var (was, at) = (evening.StartsAt, evening.StartsAt.AddHours(Hours));
        return Outcome.Of(
            $"{evening} is moved to {place}, {Hours} hours later",
            scene.Model.MoveEvening(evening, place, at),
            scene.Evenings.Move(evening.Id, was, place, at, Scene.Officer, "cầu hỏng", scene.Now));
    }
}

internal sealed record CloseEvening(int Which) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var evening = scene.Evening(Which);
        return Outcome.Of($"{evening} is closed", scene.Model.Close(evening), scene.Evenings.Close(evening.Id, Scene.Officer, scene.Now));
    }
}

/// <summary>What an officer sees in the hall, or believes to see.</summary>
internal sealed record Mark(int Which, ReservationState To) : Deed
{
    public override Outcome Do(Scene scene) =>
        scene.AnySeat(Which, seat => seat.IsTheirs && ReservationLife.Allows(seat.State, To)) is { } seat
            ? Outcome.Of(
                $"{seat} is marked {To}",
                scene.Model.Change(seat, To),
                scene.Evenings.Mark(seat.Id!.Value, To, StepReason.SlipOfFinger, Scene.Officer, scene.Now))
            : Outcome.Nothing;
}

internal sealed record SendBackDossier(int Which) : Deed
{
    public override Outcome Do(Scene scene) =>
        scene.AnySeat(Which, seat => seat.State == ReservationState.Served) is { } seat
            ? Outcome.Of($"The dossier of {seat} comes back", scene.Model.CallBack(seat), scene.Displacing.CallBack(seat.Id!.Value, "ảnh mờ", scene.Now))
            : Outcome.Nothing;
}

internal sealed record TakeKept(int Which) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var kept = scene.Model.Questions.Values.Select(question => question.Kept).OfType<Seat>().ToList();
        if (Scene.Any(kept.FindAll(seat => seat.State == ReservationState.Kept), Which) is not { } seat)
        {
            return Outcome.Nothing;
        }

        var outcome = scene.Confirm($"{seat} was kept and is taken", seat.Who, seat);
        if (outcome.Was == $"{true}" && outcome.ShouldBe == outcome.Was)
        {
            scene.Model.AnswerWith(seat);
            scene.Displaced.AnsweredWith(seat.Id!.Value, DisplacedOutcome.Rebooked, scene.Now);
        }

        return outcome;
    }
}

/// <summary>"That suits me", or "I give up", to the question about an evening.</summary>
internal sealed record Answer(int Which, bool Stays) : Deed
{
    public override Outcome Do(Scene scene)
    {
        var asked = scene.Model.Questions.Values.Where(question => question.IsOpen || Which % 8 == 0).Select(question => question.Of);
        if (Scene.Any([.. asked], Which / 8) is not { } seat || (Stays && !seat.IsAhead))
        {
            return Outcome.Nothing;
        }

        foreach (var one in Stays ? [seat] : seat.Party)
        {
            var outcome = Stays ? DisplacedOutcome.Stayed : DisplacedOutcome.GaveUp;
            if (!Stays)
            {
                scene.Model.Change(one, ReservationState.Cancelled);
                scene.Book.Cancel(one.Id!.Value, Doing.Of(one.Who.Chat.Id, StepReason.CannotCome), scene.Now);
            }

            scene.Model.Answer(one, outcome);
            scene.Displaced.Answered(one.Id!.Value, outcome, scene.Now);
        }

        return new Outcome($"{seat} answers: {(Stays ? "suits me" : "I give up")}", "", "");
    }
}

internal sealed record SettleQuestions : Deed
{
    public override Outcome Do(Scene scene) => Outcome.Of("Answers are looked through", scene.Model.Settle(), scene.Displaced.Settle(scene.Now));
}

internal sealed record Tell(int Which) : Deed
{
    public override Outcome Do(Scene scene)
    {
        if (Scene.Any(scene.Model.Calls, Which) is not { } call)
        {
            return Outcome.Nothing;
        }

        var id = scene.Sql.Number(
            "SELECT id FROM call_tasks WHERE reservation_id = @p0 AND reason = @p1 AND done_at IS NULL", call.About.Id!.Value, call.Why);
        return Outcome.Of($"An officer calls about {call.About}, {call.Why}", scene.Model.Tell(call), scene.Displaced.Told(id, Scene.Officer, scene.Now));
    }
}
