using System.Buffers.Binary;
using System.Net;
using CccdBot.Core.Channels;
using CccdBot.Core.People;
using CccdBot.Core.People.Staff;
using CccdBot.Core.Storage;
using CccdBot.Core.Voices;
using CccdBot.Host.Tests.Duty;
using CccdBot.Host.Tests.Outreach;
using CccdBot.Host.Tests.Outreach.Notices;
using CccdBot.Host.Tests.Support;
using CccdBot.Host.Tests.Telegram;
using CccdBot.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CccdBot.Host.Tests.Voices;

/// <summary>Who reads no Vietnamese hears it: a volunteer speaks, a second person approves, and a button plays it.</summary>
public sealed class VoiceTests : NoticeTests
{
    private static readonly byte[] Speech = Read("loi-noi.ogg");

    [Fact]
    public async Task A_volunteer_speaks_an_answer_in_jrai_an_officer_approves_and_citizens_hear_it_beside_the_text()
    {
        var (mai, hai) = (await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai"), await Village.OfficerAsync("Anh Hải"));
        await SpeaksAnAnswerAsync(mai);

        var heard = await hai.HearsAsync();
        Assert.Contains("Có lời ghi âm mới, tiếng Jrai", heard.Text, StringComparison.Ordinal);
        Assert.Equal(Speech, Village.Telegram.Content(heard));
        Assert.DoesNotContain("Nghe tiếng Jrai", Labels(await Village.NewCitizen().SaysAsync("làm căn cước mất bao nhiêu tiền")));
        Assert.Contains("Đã duyệt", (await hai.TapsAsync("Duyệt")).Text, StringComparison.Ordinal);
        Assert.Contains("đã được duyệt", (await mai.HearsAsync()).Text, StringComparison.Ordinal);

        var lan = Village.NewCitizen();
        Assert.Contains("Nghe tiếng Jrai", Labels(await lan.SaysAsync("làm căn cước mất bao nhiêu tiền")));
        Assert.Equal(Speech, Village.Telegram.Content(await lan.TapsAsync("Nghe tiếng Jrai")));
        Assert.Equal(2, (await Village.AllAsync(db => db.Set<AuditEntry>().Where(entry => entry.What.StartsWith("chat /ghiam")))).Count);
    }

    [Fact]
    public async Task It_is_carried_to_telegram_once_and_again_only_when_telegram_knows_it_no_more()
    {
        await ApprovedAnswerAsync();
        var (lan, thin) = (Village.NewCitizen(), Village.NewCitizen());

        await HearsTheAnswerAsync(lan);
        await HearsTheAnswerAsync(thin);
        Assert.Equal(1, Carried());

        Village.Telegram.ForgetFiles();
        Assert.Equal(Speech, Village.Telegram.Content(await HearsTheAnswerAsync(Village.NewCitizen())));
        await HearsTheAnswerAsync(Village.NewCitizen());
        Assert.Equal(2, Carried());
    }

    [Fact]
    public async Task Who_takes_no_voices_gets_the_words()
    {
        await ApprovedAnswerAsync();
        var lan = Village.NewCitizen();
        Village.Telegram.TakesNoVoices(lan.Chat);

        var words = await HearsTheAnswerAsync(lan);

        Assert.Contains("tiếng Jrai", words.Text, StringComparison.Ordinal);
        Assert.Null(words.Enclosed);
    }

    [Fact]
    public async Task On_the_page_it_is_played_below_the_words()
    {
        await ApprovedAnswerAsync();
        using var lan = await Visitor.AtHomeAsync(Village.Service.Address);
        await lan.SaysAsync("làm căn cước mất bao nhiêu tiền");

        var line = await lan.TapsAsync("Nghe tiếng Jrai");

        using var played = await lan.OpensAsync(line.Voice!);
        Assert.Equal("audio/ogg", played.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Speech, await played.Content.ReadAsByteArrayAsync());
        await lan.OpensAsync("/");
        Assert.Contains($"<audio controls preload=\"none\" src=\"{line.Voice}\">", lan.Page, StringComparison.Ordinal);
        using var unknown = await lan.OpensAsync($"/kem/{Guid.NewGuid():N}");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Nobody_approves_what_they_spoke_and_the_second_to_decide_reads_that_it_is_decided()
    {
        var hai = await Village.OfficerAsync("Anh Hải");
        var nam = await Village.OfficerAsync("Chị Nam");
        await SpeaksAnAnswerAsync(hai);
        var clip = Assert.Single(await Village.AllAsync(db => db.Clips.AsNoTracking()));

        Assert.Equal(ClipOutcome.OwnVoice, await ClipsAsync(desk => desk.Approve(clip.Id, clip.RecordedBy, Village.Now())));
        await nam.HearsAsync();
        Assert.Contains("Đã bỏ", (await nam.TapsAsync("Không dùng")).Text, StringComparison.Ordinal);
        Assert.Equal(ClipOutcome.DecidedBefore, await ClipsAsync(desk => desk.Approve(clip.Id, Guid.NewGuid(), Village.Now())));
        Assert.Contains("chưa dùng được", (await hai.HearsAsync()).Text, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => Village.Gate().RunAsync<CccdDb>(db => db.Clips.ExecuteUpdateAsync(
            set => set.SetProperty(c => c.State, ClipState.Approved).SetProperty(c => c.DecidedBy, clip.RecordedBy))));
    }

    [Fact]
    public async Task A_new_recording_takes_the_place_of_the_old_one_and_one_taken_back_is_heard_no_more()
    {
        var first = await ApprovedAnswerAsync();
        await HearsTheAnswerAsync(Village.NewCitizen());
        var lan = Village.NewCitizen();
        await lan.SaysAsync("làm căn cước mất bao nhiêu tiền");
        var second = await ApprovedAnswerAsync("Chị Hoa");

        Assert.Equal(ClipState.Replaced, await ClipsAsync(desk => desk.Find(first)!.State));
        var (answer, old) = (lan.Screen, Citizen.ButtonOn(lan.Screen, "Nghe tiếng Jrai"));
        Assert.Equal(Speech, Village.Telegram.Content(await lan.TapsAsync("Nghe tiếng Jrai")));
        Assert.Single(Labels(await Village.NewCitizen().SaysAsync("làm căn cước mất bao nhiêu tiền")), "Nghe tiếng Jrai");
        Assert.Equal(ClipOutcome.Done, await ClipsAsync(desk => desk.Drop(second, Guid.NewGuid(), Village.Now())));
        await lan.SaysAsync("làm căn cước mất bao nhiêu tiền");
        lan.Press(old, answer.MessageId);
        await lan.HearsAsync();
        Assert.Equal(answer.Text, Village.Telegram.Message(lan.Chat, answer.MessageId)!.Text);
        Assert.DoesNotContain("Nghe tiếng Jrai", Labels(await Village.NewCitizen().SaysAsync("làm căn cước mất bao nhiêu tiền")));
    }

    [Fact]
    public async Task An_evening_may_be_heard_by_who_books_it_and_falls_silent_when_its_hour_changes()
    {
        var id = await Village.ConfirmedEveningAsync(inDays: 0);
        var evening = (await Village.AllAsync(db => db.Set<Core.Booking.Session>().Where(s => s.Id == id))).Single();
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        var hai = await Village.OfficerAsync("Anh Hải");
        await mai.SaysAsync("/ghiam");
        await mai.TapsAsync("Buôn Sui");
        await mai.TapsAsync("Tiếng Bahnar");
        await SpeaksAsync(mai, Speech);
        Assert.Contains("xã làm căn cước và VNeID cho bà con", (await hai.HearsAsync()).Text, StringComparison.Ordinal);
        await hai.TapsAsync("Duyệt");

        var booked = await Village.NewCitizen().BooksAtSuiAsync();
        Assert.Contains("Nghe tiếng Bahnar", Labels(booked));
        using var chief = await Village.Service.ChiefAsync();
        await chief.OpensAsync($"/truc/buoi/{evening.Id}/loa");
        Assert.Contains("Tải bản tiếng Bahnar về máy phát", chief.Page, StringComparison.Ordinal);

        await Village.Gate().RunAsync<CccdDb>(db => db.Set<Core.Booking.Session>().Where(s => s.Id == evening.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.StartsAt, evening.StartsAt.AddMinutes(30))));
        Assert.DoesNotContain("Nghe tiếng Bahnar", Labels(await Village.NewCitizen().BooksAtSuiAsync("Rmah Hoa")));
    }

    [Fact]
    public async Task What_was_spoken_for_an_hour_that_changed_meanwhile_is_not_taken_in()
    {
        var id = await Village.ConfirmedEveningAsync(inDays: 0);
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await mai.SaysAsync("/ghiam");
        await mai.TapsAsync("Buôn Sui");
        await mai.TapsAsync("Tiếng Jrai");
        await Village.Gate().RunAsync<CccdDb>(db => db.Set<Core.Booking.Session>().Where(s => s.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.StartsAt, s => s.StartsAt.AddMinutes(30))));

        Assert.Contains("Việc này đã đổi", (await mai.DoesAsync((telegram, chat) => telegram.Voice(chat, Speech, 6))).Text, StringComparison.Ordinal);
        Assert.Empty(await Village.AllAsync(db => db.Clips));
    }

    [Fact]
    public async Task What_was_recorded_for_an_evening_falls_silent_when_it_is_over_and_goes_thirty_days_later()
    {
        await Village.ConfirmedEveningAsync(inDays: 0);
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await mai.SaysAsync("/ghiam");
        await mai.TapsAsync("Buôn Sui");
        await mai.TapsAsync("Tiếng Jrai");
        await SpeaksAsync(mai, Speech);
        var clip = Assert.Single(await Village.AllAsync(db => db.Clips.AsNoTracking())).Id;
        Assert.Equal(ClipOutcome.Done, await ClipsAsync(desk => desk.Approve(clip, Guid.NewGuid(), Village.Now())));

        Village.Clock.Advance(TimeSpan.FromDays(2));
        await ClearOldAsync();
        Assert.Equal(ClipState.Dropped, await ClipsAsync(desk => desk.Find(clip)!.State));
        Village.Clock.Advance(TimeSpan.FromDays(31));
        await ClearOldAsync();

        Assert.Empty(await Village.AllAsync(db => db.Clips));
        Assert.Empty(await Village.AllAsync(db => db.Set<Enclosure>()));
    }

    [Fact]
    public async Task A_notice_goes_out_with_its_voice_and_not_with_one_spoken_for_other_words()
    {
        var (mai, hai) = (await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai"), await Village.OfficerAsync("Anh Hải"));
        var spoken = await FindAsync(await DraftAsync(Words));
        var changed = await FindAsync(await DraftAsync(Words with { Text = "Sáng Chủ nhật xã làm căn cước ở buôn Sui." }));
        foreach (var code in new[] { spoken.Code, changed.Code })
        {
            await mai.SaysAsync("/ghiam");
            await mai.TapsAsync(code);
            await mai.TapsAsync("Tiếng Jrai");
            await SpeaksAsync(mai, Speech);
            await hai.HearsAsync();
            await hai.TapsAsync("Duyệt");
            await mai.HearsAsync();
        }

        var lan = Village.NewCitizen();
        await lan.BooksAtSuiAsync();
        Assert.True(await DeskAsync(desk => desk.Change(changed.Id, 1, changed.Draft with { Text = "Chiều Chủ nhật xã làm căn cước ở buôn Sui." }, changed.AuthorId)));
        foreach (var notice in new[] { spoken.Id, changed.Id })
        {
            await ApproveAsync(notice);
            await EndsAsync(notice);
        }

        var got = Village.Telegram.CallsTo(lan.Chat).Where(call => call.Text?.Contains("Mã thông báo", StringComparison.Ordinal) == true).ToList();
        Assert.Equal([1, 0], got.Select(call => call.Buttons.Count(button => button.Label.Contains("Nghe tiếng Jrai", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task On_the_desk_another_hears_and_approves_and_takes_back_and_never_the_own_voice()
    {
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await SpeaksAnAnswerAsync(mai);
        using var chief = await Village.Service.ChiefAsync();
        await chief.OpensAsync("/truc/ghi-am");
        var clip = Assert.Single(await Village.AllAsync(db => db.Clips.AsNoTracking()));
        Assert.Contains($"src=\"/kem/{clip.EnclosureId:N}\"", chief.Page, StringComparison.Ordinal);

        using var approved = await chief.FillsInAsync("/truc/ghi-am?handler=Approve", ("clip", $"{clip.Id}"));
        Assert.Contains("được duyệt", (await mai.HearsAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("Nghe tiếng Jrai", Labels(await Village.NewCitizen().SaysAsync("làm căn cước mất bao nhiêu tiền")));
        await chief.OpensAsync("/truc/ghi-am");
        Assert.Contains("Bà con đang nghe được (1)", chief.Page, StringComparison.Ordinal);
        using var dropped = await chief.FillsInAsync("/truc/ghi-am?handler=Drop", ("clip", $"{clip.Id}"));
        Assert.Equal(ClipState.Dropped, Assert.Single(await Village.AllAsync(db => db.Clips.AsNoTracking())).State);
    }

    [Fact]
    public async Task A_voice_nobody_can_hear_any_more_goes_after_thirty_days_and_one_that_is_played_stays()
    {
        var played = await ApprovedAnswerAsync();
        await ApprovedAnswerAsync("Chị Hoa");
        Village.Clock.Advance(TimeSpan.FromDays(31));

        await ClearOldAsync();

        Assert.NotEqual(played, Assert.Single(await Village.AllAsync(db => db.Clips.AsNoTracking())).Id);
        Assert.Single(await Village.AllAsync(db => db.Set<Enclosure>().AsNoTracking()));
    }

    [Fact]
    public async Task Listening_does_not_break_off_what_was_being_asked()
    {
        await ApprovedAnswerAsync();
        var lan = Village.NewCitizen();
        await lan.SaysAsync("làm căn cước mất bao nhiêu tiền");
        var (hear, on) = (Citizen.ButtonOn(lan.Screen, "Nghe tiếng Jrai"), lan.Screen.MessageId);
        lan.Press(hear, on);
        await lan.HearsAsync();

        // "thế còn con tôi" leans on what was answered, which the voice in between has not wiped away.
        Assert.Equal("/hoi", (await Village.AllAsync(db => db.Set<Core.Conversation.Dialogue>().Where(d => d.Address == $"{lan.Chat}"))).Single().Topic);
    }

    [Theory]
    [InlineData("too long")]
    [InlineData("no voice")]
    [InlineData("too large")]
    public async Task What_is_no_voice_of_a_minute_is_refused_and_its_speaker_is_told(string what)
    {
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await AsksForJraiAsync(mai);

        await SpeaksAsync(mai, what switch
        {
            "too long" => Lasting(seconds: 61),
            "no voice" => [.. "MZ"u8, .. new byte[400]],
            _ => [.. Speech, .. new byte[Enclosure.LargestContent]],
        });

        Assert.Contains("em chưa nghe được", (await mai.HearsAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(ClipState.Failed, Assert.Single(await Village.AllAsync(db => db.Clips)).State);
        Assert.Empty(await Village.AllAsync(db => db.Set<Enclosure>()));
    }

    [Fact]
    public async Task While_telegram_does_not_give_it_out_it_is_asked_for_again_and_after_ten_minutes_its_speaker_is_told()
    {
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        Village.Telegram.Faults = call => call.Method == "getFile" ? new Fault.BadGatewayHtml() : null;
        await SpeaksAnAnswerAsync(mai);
        Village.Clock.Advance(TimeSpan.FromMinutes(9));
        await RoundAsync();
        Assert.Equal(ClipState.Fetching, Assert.Single(await Village.AllAsync(db => db.Clips.AsNoTracking())).State);

        Village.Clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync();

        Assert.Contains("em chưa nghe được", (await mai.HearsAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voice_of_more_than_a_minute_and_words_instead_of_a_voice_are_asked_for_again()
    {
        var mai = await Village.StaffInChatAsync(Role.Volunteer, "sui", "Mai");
        await AsksForJraiAsync(mai);

        Assert.Contains("dài quá 60 giây", (await mai.DoesAsync((telegram, chat) => telegram.Voice(chat, Speech, 61))).Text, StringComparison.Ordinal);
        Assert.Contains("đang chờ lời nói", (await mai.SaysAsync("xin chào")).Text, StringComparison.Ordinal);
        Assert.Contains("Em đã nhận 6 giây", (await mai.DoesAsync((telegram, chat) => telegram.Voice(chat, Speech, 6))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citizens_voice_is_asked_for_in_words_and_not_kept()
    {
        var lan = Village.NewCitizen();

        Assert.Contains("chữ", (await lan.DoesAsync((telegram, chat) => telegram.Voice(chat, Speech, 6))).Text, StringComparison.Ordinal);
        Assert.Contains("dành cho cán bộ", (await lan.SaysAsync("/ghiam")).Text, StringComparison.Ordinal);

        await RoundAsync();
        Assert.Empty(await Village.AllAsync(db => db.Clips));
        Assert.Empty(await Village.AllAsync(db => db.Set<Enclosure>()));
    }

    private static byte[] Lasting(int seconds)
    {
        byte[] speech = [.. Speech];
        BinaryPrimitives.WriteInt64LittleEndian(speech.AsSpan(speech.AsSpan().LastIndexOf("OggS"u8) + 6), seconds * 48_000L);
        return speech;
    }

    private static IEnumerable<string> Labels(FakeMessage screen) => screen.Buttons.Select(button => button.Label[(button.Label.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    private int Carried() => Village.Telegram.Calls.Count(call => call is { Method: "sendVoice", Files.Count: > 0, IsAccepted: true });

    private static async Task<FakeMessage> HearsTheAnswerAsync(Citizen citizen)
    {
        await citizen.SaysAsync("làm căn cước mất bao nhiêu tiền");
        return await citizen.TapsAsync("Nghe tiếng Jrai");
    }

    private static async Task AsksForJraiAsync(Citizen speaker)
    {
        await speaker.SaysAsync("/ghiam");
        await speaker.TapsAsync("Câu bà con hay hỏi");
        await speaker.SaysAsync("lệ phí");
        await speaker.TapsAsync("1.");
        Assert.Contains("Nói lời này bằng tiếng Jrai", (await speaker.TapsAsync("Tiếng Jrai")).Text, StringComparison.Ordinal);
    }

    private async Task SpeaksAnAnswerAsync(Citizen speaker)
    {
        await AsksForJraiAsync(speaker);
        await SpeaksAsync(speaker, Speech);
    }

    private async Task SpeaksAsync(Citizen speaker, byte[] speech)
    {
        Assert.Contains("Em đã nhận 6 giây", (await speaker.DoesAsync((telegram, chat) => telegram.Voice(chat, speech, 6))).Text, StringComparison.Ordinal);
        await RoundAsync();
    }

    private async Task<long> ApprovedAnswerAsync(string speaks = "Mai")
    {
        var (mai, hai) = (await Village.StaffInChatAsync(Role.Volunteer, "sui", speaks), Guid.NewGuid());
        await SpeaksAnAnswerAsync(mai);
        var clip = (await Village.AllAsync(db => db.Clips.OrderBy(c => c.Id))).Last().Id;
        Assert.Equal(ClipOutcome.Done, await ClipsAsync(desk => desk.Approve(clip, hai, Village.Now())));
        return clip;
    }

    private Task ClearOldAsync() => Village.Gate().RunAsync<IEnumerable<IClearsOld>>(async all =>
    {
        foreach (var one in all)
        {
            await one.ClearAsync(Village.Now(), CancellationToken.None);
        }
    });

    private Task RoundAsync() => Village.Service.Services.GetRequiredService<ClipRounds>().LookAsync(CancellationToken.None);

    private Task<T> ClipsAsync<T>(Func<ClipDesk, T> act) => Village.Gate().RunAsync(act);

    private static byte[] Read(string name)
    {
        using var stream = typeof(VoiceTests).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
