using System.Net;
using CccdBot.Core.Channels;
using CccdBot.Core.Outreach.Notices;
using CccdBot.Host.Dashboard;
using CccdBot.Host.Tests.Duty;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace CccdBot.Host.Tests.Outreach.Notices;

/// <summary>A picture goes with a notice: the second person approves it too, it travels to Telegram once, and tells nobody where it was taken.</summary>
public sealed class PictureTests : NoticeTests
{
    /// <summary>One grey point, taken with the phone lying on its side, at a place that stands in it.</summary>
    private static readonly byte[] Photo =
    [
        0xFF, 0xD8,
        0xFF, 0xE1, 0, 46, .. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 2, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0,
        0xFF, 0xFE, 0, 16, .. "Krong, 14.3N  "u8,
        0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)16, 64),
        0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x7F, 0xFF, 0xD9,
        .. "ftypmp42 Krong"u8,
    ];

    [Fact]
    public async Task A_notice_with_a_picture_reaches_telegram_and_the_page_and_is_carried_there_once()
    {
        var (lan, thin) = (Village.NewCitizen(), Village.NewCitizen());
        await lan.BooksAtSuiAsync();
        await thin.BooksAtSuiAsync("Rmah Thin");
        using var hoa = await Visitor.AtHomeAsync(Village.Service.Address);
        await hoa.BooksAtSuiAsync("Rmah Hoa");
        using var chief = await Village.Service.ChiefAsync();
        var page = await WriteAsync(chief);

        using var put = await chief.BringsAsync($"{page}?handler=Picture", Photo, "anh.jpg", "picture", ("version", "1"));
        await chief.OpensAsync(page);
        Assert.Contains("Đã kèm ảnh.", chief.Page, StringComparison.Ordinal);
        using var sent = await chief.FillsInAsync($"{page}?handler=Urgent", ("seal", (await NoticeAsync()).Draft.Seal));
        await EndsAsync((await NoticeAsync()).Id);

        var kept = PictureFile.Cleaned(Photo);
        Assert.Equal(kept, Village.Telegram.Content(lan.Screen));
        Assert.Equal(kept, Village.Telegram.Content(thin.Screen));
        Assert.Contains("Kính mời bà con", lan.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(1, Village.Telegram.Calls.Count(call => call is { Method: "sendPhoto", Files.Count: > 0 }));
        using var seen = await hoa.OpensAsync((await hoa.HearsAsync()).Picture!);
        Assert.Equal("image/jpeg", seen.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Where_telegram_cannot_show_the_picture_the_words_go_alone()
    {
        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        Village.Telegram.Faults = call => call.Method == "sendPhoto" ? new Fault.BadRequest("Bad Request: PHOTO_INVALID_DIMENSIONS") : null;
        using var chief = await Village.Service.ChiefAsync();
        var page = await WriteAsync(chief);
        using var put = await chief.BringsAsync($"{page}?handler=Picture", Photo, "anh.jpg", "picture", ("version", "1"));
        await chief.OpensAsync(page);
        using var sent = await chief.FillsInAsync($"{page}?handler=Urgent", ("seal", (await NoticeAsync()).Draft.Seal));

        await EndsAsync((await NoticeAsync()).Id);

        Assert.Contains("Kính mời bà con", lan.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(Sorted((ReceiptState.Sent, 1)), await TallyAsync((await NoticeAsync()).Id));
    }

    [Fact]
    public async Task Another_picture_is_another_notice_to_whoever_approves_it()
    {
        using var chief = await Village.Service.ChiefAsync();
        var page = await WriteAsync(chief);
        var seal = (await NoticeAsync()).Draft.Seal;
        using var asked = await chief.FillsInAsync($"{page}?handler=Ask", ("version", "1"));
        using var put = await chief.BringsAsync($"{page}?handler=Picture", Photo, "anh.jpg", "picture", ("version", "1"));

        var notice = await NoticeAsync();
        Assert.Equal((NoticeState.Draft, 2), (notice.State, notice.Version));
        Assert.NotEqual(seal, notice.Draft.Seal);
        using var late = await chief.BringsAsync($"{page}?handler=Picture", Photo, "anh.jpg", "picture", ("version", "1"));
        using var off = await chief.FillsInAsync($"{page}?handler=NoPicture", ("version", "2"));

        Assert.Null((await NoticeAsync()).PictureId);
        Assert.Empty(await Village.AllAsync(db => db.Set<Enclosure>()));
    }

    [Theory]
    [InlineData("a text")]
    [InlineData("a broken picture")]
    [InlineData("a picture of 2 MB")]
    public async Task What_is_no_picture_or_too_heavy_is_refused_with_what_to_do(string what)
    {
        using var chief = await Village.Service.ChiefAsync();
        var page = await WriteAsync(chief);

        using var put = await chief.BringsAsync(
            $"{page}?handler=Picture",
            what switch
            {
                "a text" => [.. "MZ xin chào"u8],
                "a broken picture" => Photo[..40],
                _ => [.. Photo, .. new byte[2 * Enclosure.LargestContent]],
            },
            "anh.jpg",
            "picture",
            ("version", "1"));

        await chief.OpensAsync(page);
        Assert.Contains("Chưa kèm ảnh.", chief.Page, StringComparison.Ordinal);
        Assert.Null((await NoticeAsync()).PictureId);
    }

    [Fact]
    public void A_picture_says_which_way_is_up_and_no_longer_where_it_was_taken()
    {
        var clean = PictureFile.Cleaned(Photo)!;

        Assert.Equal(-1, PlaceOf(clean, [.. "Krong"u8]));
        Assert.Equal(-1, PlaceOf(clean, [0x25, 0x88]));
        Assert.True(PlaceOf(clean, [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]) > 0);
        Assert.Equal(clean, PictureFile.Cleaned(clean));
        Assert.True(clean.AsSpan().EndsWith(Photo.AsSpan()[PlaceOf(Photo, [0xFF, 0xDB])..(PlaceOf(Photo, [0xFF, 0xD9]) + 2)]));
    }

    private static int PlaceOf(byte[] file, byte[] sought) => file.AsSpan().IndexOf(sought);

    private static async Task<string> WriteAsync(Visitor chief)
    {
        await chief.OpensAsync("/truc/thong-bao/moi");
        using var written = await chief.FillsInAsync(
            "/truc/thong-bao/moi", ("text", "Kính mời bà con đến nhà sinh hoạt cộng đồng tối thứ Bảy."), ("booked", $"{BookedOrNot.Everyone}"));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        var page = written.Headers.Location!.OriginalString;
        await chief.OpensAsync(page);
        return page;
    }

    private async Task<Notice> NoticeAsync() => Assert.Single(await Village.AllAsync(db => db.Notices.AsNoTracking()));
}
