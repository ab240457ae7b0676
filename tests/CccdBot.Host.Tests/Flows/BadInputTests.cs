using System.Text;
using CccdBot.Core.Conversation;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;

namespace CccdBot.Host.Tests.Flows;

/// <summary>Whatever comes in: a clear answer, nothing lost, and the service goes on.</summary>
public sealed class BadInputTests(Village village) : IClassFixture<Village>
{
    public static TheoryData<string, string> NoWords => new()
    {
        { "", "chưa hiểu" },
        { " \n\t ", "chưa hiểu" },
        { "👍🏽👨‍👩‍👧🇻🇳", "chưa hiểu" },
        { "\u202E\u200B\u2066\u2069\uFEFF", "chưa hiểu" },
        { "\0\0\0", "chưa hiểu" },
        { "?!.,", "chưa hiểu" },
        { "\uD83D", "chưa hiểu" },
        { new string('ă', 4096), "hơi dài" },
        { new string('a', 4097), "hơi dài" },
        { new string('x', 20_000), "hơi dài" },
        { "/khongco", "chưa có lệnh này" },
        { "/", "chưa có lệnh này" },
        { "/datlichh", "chưa có lệnh này" },
    };

    [Theory]
    [MemberData(nameof(NoWords))]
    public async Task What_is_no_question_gets_a_kind_answer_and_a_way_on(string text, string answer)
    {
        var lan = village.NewCitizen();

        var told = await lan.SaysAsync(text);

        Assert.Contains(answer, told.Text, StringComparison.Ordinal);
        Assert.NotEmpty(told.Buttons);
        await TheServiceGoesOnAsync(lan);
    }

    [Theory]
    [InlineData("\u202E/datlich")]
    [InlineData("/dat\u200Blich")]
    [InlineData("/dat\0lich")]
    [InlineData("\u2067/datlich\u2069")]
    [InlineData("/datlich@CccdTestBot")]
    [InlineData("/DatLich")]
    public async Task Hidden_characters_hide_no_command(string text)
    {
        var lan = village.NewCitizen();

        var told = await lan.SaysAsync(text);

        Assert.Contains("làm ở đâu", told.Text, StringComparison.Ordinal);
        Assert.Equal(0, await village.RowsWithAsync("\u202E") + await village.RowsWithAsync("\u200B") + await village.RowsWithAsync("\u2067"));
    }

    [Fact]
    public async Task Vietnamese_in_pieces_is_kept_whole_and_answered()
    {
        var lan = village.NewCitizen();

        var told = await lan.SaysAsync("Làm thẻ căn cước hết bao nhiêu tiền ạ".Normalize(NormalizationForm.FormD));

        Assert.Contains("35.000 đồng", told.Text, StringComparison.Ordinal);
        Assert.True(await village.RowsWithAsync("Làm thẻ căn cước hết bao nhiêu tiền ạ") > 0);
    }

    [Fact]
    public async Task Markup_in_a_name_is_only_a_name()
    {
        var lan = village.NewCitizen();

        await lan.SaysAsync("/datlich");
        await lan.TapsAsync("Buôn Dan");
        await lan.TapsAsync("1.");
        await lan.TapsAsync("1.");
        var told = await lan.SaysAsync("<b>Siu</b> & <script>H'Bia");

        Assert.Contains("\n<b>Siu</b> & <script>H'Bia\n", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("5")]
    [InlineData("99")]
    [InlineData("-1")]
    public async Task A_number_that_is_not_on_the_menu_is_told_which_are(string number)
    {
        var lan = village.NewCitizen();
        var menu = await lan.SaysAsync("/start");

        await lan.SaysAsync(number);
        var told = await lan.SaysAsync(number);

        Assert.Equal("Ở đây chỉ có số từ 1 đến 4. Bà con chọn lại giúp em.\n" + menu.Text, told.Text);
        Assert.Equal(menu.Buttons.Select(b => b.Label), told.Buttons.Select(b => b.Label));
    }

    [Fact]
    public async Task A_sticker_is_told_that_only_words_are_read()
    {
        var lan = village.NewCitizen();

        var told = await lan.DoesAsync((telegram, chat) => telegram.Sticker(chat));

        Assert.Contains("chỉ đọc được chữ", told.Text, StringComparison.Ordinal);
        await TheServiceGoesOnAsync(lan);
    }

    [Fact]
    public async Task A_photo_is_not_fetched_and_its_sender_kindly_asked_to_send_none()
    {
        var lan = village.NewCitizen();

        var told = await lan.DoesAsync((telegram, chat) => telegram.Photo(chat, "CCCD của em 066203004567"));

        Assert.StartsWith("Xin bà con đừng gửi ảnh giấy tờ", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(village.Telegram.Calls, call => call.Method == "getFile");
        Assert.Equal(0, await village.RowsWithAsync("066203004567") + await village.RowsWithAsync("AgACphoto"));
    }

    [Fact]
    public async Task Neither_an_own_phone_number_nor_somebody_elses_is_kept()
    {
        var lan = village.NewCitizen();

        var own = await lan.DoesAsync((telegram, chat) => telegram.OwnContact(chat, "+84912345678"));
        var foreign = await lan.DoesAsync((telegram, chat) => telegram.ForeignContact(chat, "+84987654321"));

        Assert.All([own, foreign], told => Assert.Contains("không giữ số này", told.Text, StringComparison.Ordinal));
        Assert.Equal(0, await village.RowsWithAsync("912345678") + await village.RowsWithAsync("987654321"));
    }

    [Fact]
    public async Task A_changed_message_is_not_taken_for_a_new_one()
    {
        var lan = village.NewCitizen();
        await lan.SaysAsync("/start");

        var told = await lan.DoesAsync((telegram, chat) => telegram.EditedText(chat, lan.Screen.MessageId, "/datlich"));

        Assert.Contains("tin gửi lần đầu", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_a_command_is_answered_with_the_way_to_a_private_talk_and_chatter_with_nothing()
    {
        const long group = -1_001_234_567;
        var member = new Citizen(village.Telegram, group, village.Clock);
        village.Telegram.GroupText(group, 77, "hôm nay họp ở đâu");

        var told = await member.DoesAsync((telegram, chat) => telegram.GroupText(chat, 77, "/datlich@CccdTestBot"));

        Assert.Contains("nhắn riêng cho em tại https://t.me/CccdTestBot", told.Text, StringComparison.Ordinal);
        Assert.Empty(told.Buttons);
        Assert.Equal(1, await village.RowsWithAsync("InGroup"));
        Assert.Equal(0, await village.RowsWithAsync("hôm nay họp"));
    }

    [Fact]
    public async Task A_kind_of_update_nobody_knows_is_passed_over()
    {
        var lan = village.NewCitizen();

        village.Telegram.UnknownKind();

        await TheServiceGoesOnAsync(lan);
    }

    [Theory]
    [InlineData("số của em 066203004567", "066203004567")]
    [InlineData("cccd 066 203 004 567 ạ", "066 203 004 567")]
    [InlineData("066.203.004.567", "066.203.004.567")]
    [InlineData("cmnd 240123456", "240123456")]
    [InlineData("cmnd cũ: 240 123 456", "240 123 456")]
    public async Task An_id_number_is_covered_before_anything_is_kept(string text, string number)
    {
        var lan = village.NewCitizen();

        await lan.SaysAsync(text);
        await lan.SaysAsync("/gapnguoi");
        await lan.SaysAsync("hỏi giúp em " + text);
        await lan.SaysAsync("/gapnguoi " + text);
        await lan.SaysAsync("/datlich");
        await lan.TapsAsync("Buôn Blăk");
        await lan.TapsAsync("3.");
        await lan.TapsAsync("1.");
        var nameAgain = await lan.SaysAsync("Lan " + text);

        Assert.Contains("chưa đọc được tên", nameAgain.Text, StringComparison.Ordinal);
        Assert.Equal(0, await village.RowsWithAsync(number));
        Assert.True(await village.RowsWithAsync(IdNumbers.Masked) > 0);
    }

    public static TheoryData<string> Interruptions => ["sticker", "photo", "edit", "contact", "emoji", "long"];

    [Theory]
    [MemberData(nameof(Interruptions))]
    public async Task An_interruption_does_not_lose_a_booking_that_is_under_way(string what)
    {
        var lan = village.NewCitizen();
        await lan.SaysAsync("/datlich");
        await lan.TapsAsync("Hội trường xã");
        await lan.TapsAsync("1.");
        await lan.TapsAsync("1.");
        await lan.DoesAsync(Interruption(what));
        var confirm = await lan.SaysAsync("Siu Lan");
        await lan.DoesAsync(Interruption(what));

        var told = await lan.TapsAsync("Đồng ý, giữ chỗ");

        Assert.Contains("Em ghi như sau:\nSiu Lan", confirm.Text, StringComparison.Ordinal);
        Assert.Contains("Đã giữ chỗ", told.Text, StringComparison.Ordinal);
    }

    private static Func<FakeTelegram, long, long> Interruption(string what) => what switch
    {
        "sticker" => (telegram, chat) => telegram.Sticker(chat),
        "photo" => (telegram, chat) => telegram.Photo(chat),
        "edit" => (telegram, chat) => telegram.EditedText(chat, 1, "Lan"),
        "contact" => (telegram, chat) => telegram.OwnContact(chat, "+84912345678"),
        "emoji" => (telegram, chat) => telegram.Text(chat, "👍"),
        _ => (telegram, chat) => telegram.Text(chat, new string('a', 4097)),
    };

    private static async Task TheServiceGoesOnAsync(Citizen citizen)
    {
        var told = await citizen.SaysAsync("/lichcuatoi");

        Assert.Contains("chưa có lịch nào", told.Text, StringComparison.Ordinal);
    }
}
