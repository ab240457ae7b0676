using CccdBot.Core.Answers;

namespace CccdBot.Core.Tests.Answers;

public sealed class OldPlacesTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    [InlineData("nha toi o ia rmok thi lam o dau", "Ia Rmok", "xã Ia Dreh")]
    [InlineData("Huyện Krông Pa giờ nộp ở đâu", "huyện Krông Pa", "các xã Ia Dreh, Phú Túc, Ia Rsai, Uar")]
    [InlineData("tôi ở An Phước", "An Phước", "phường An Khê")]
    public void An_old_name_is_known_with_marks_and_without(string question, string old, string now) =>
        Assert.Equal((old, now), OldPlaces.In(question, Today));

    [Theory]
    [InlineData("làm thẻ ở đâu")]
    [InlineData("xã Ia Dreh làm ở đâu")]
    public void Todays_names_are_none(string question) => Assert.Null(OldPlaces.In(question, Today));

    [Fact]
    public void Before_they_were_joined_the_old_names_were_todays() => Assert.Null(OldPlaces.In("tôi ở Ia Rmok", new DateOnly(2025, 6, 30)));

    [Fact]
    public void Without_its_name_the_place_is_just_a_commune() => Assert.Equal("toi o xa nay lam o dau", OldPlaces.Without("tôi ở huyện Krông Pa làm ở đâu"));
}
