using System.Text.RegularExpressions;

namespace CccdBot.Core.Booking.Sentences;

/// <summary>What the writer wants done, from the verbs and the way of asking.</summary>
internal static partial class IntentReader
{
    private const string Me = "(?:toi|tui|em|e|minh|con|chau|o|bo|me|chung toi|chung em|ba con|nha toi|nha em)";

    /// <summary>Ways of asking for a seat.</summary>
    private static readonly Regex[] Requests =
    [
        new(" (?<!con |co |da |duoc )(?:dat|dang ky|book|hen|ghi ten|ghi lich|ghi giup|ghi cho|ghi dum|xep|giu|lay (?:so|lich|suat|SEAT|cho))(?! (?:thanh cong|chua|lich chua|online|mat khau|lai sau)) (?!.{0,40}(?:duoc|thanh cong) chua)"),
        new(" (?:cho|xin|xin cho)(?! (?:" + Me + " )?hoi)(?: " + Me + ")?(?: \\w+){0,2}? (?:[0-9]+|mot|cai|it)? ?(?:SEAT|suat|slot|lich|hen|cho(?= (?:o|luc|vao|tai|nhe|nha|di))|phan) "),
        new(" (?:neu )?co(?: \\w+){0,3} thi (?:cho|ghi|xep|dat|dang ky|em|e|toi) "),
        new(" cho (?!(?:" + Me + " )?hoi )(?:" + Me + "|ca nha|nha|gia dinh|hai|[0-9]+|vo chong|ong|ba|bo|me|han|no|ong ay)(?: \\w+){0,6}? (?:lam|di lam|dang ky|vao|vo|di|kich hoat|[0-9]+ suat) "),
        new(" cho " + Me + "(?: bua| hom| ngay| vao)* (?:EVENING|MORNING|AFTERNOON|TODAY|D[123]|WD|[0-9]{2}:|ngay|luc|lich)"),
    ];

    /// <param name="hasMoment">A day or an hour was named.</param>
    /// <param name="hasPlace">A hall was named.</param>
    public static WishIntent Read(string text, bool hasMoment, bool hasPlace)
    {
        text = Whichever().Replace(text, " # ");
        text = hasMoment ? Thanks().Replace(text, " ") : text;
        if (HowTo().IsMatch(text) && !hasMoment)
        {
            return WishIntent.Other;
        }

        if (Rumour().IsMatch(text) && !IsRequest(text.Replace(" hen ", " # ", StringComparison.Ordinal)))
        {
            return WishIntent.Check;
        }

        if (Cancel().Match(text) is { Success: true } cancel)
        {
            return Anew().IsMatch(text[cancel.Index..]) && hasMoment ? WishIntent.Reschedule : WishIntent.Cancel;
        }

        return Moves(text, hasMoment || hasPlace) ? WishIntent.Reschedule
            : IsHomeVisit(text) ? WishIntent.HomeVisit
            : CardState().IsMatch(text) && !IsRequest(text) ? WishIntent.Other
            : IfSo().IsMatch(text) ? WishIntent.Book
            : OwnAppointment().IsMatch(text) ? WishIntent.Check
            : IsRequest(text) && !(OtherQuestion().IsMatch(text) && !hasMoment) ? WishIntent.Book
            : AsksThenWants().IsMatch(text) ? WishIntent.Book
            : IsAboutSession(text, hasMoment || hasPlace) || (hasMoment && IsOpen().IsMatch(text)) ? WishIntent.Check
            : hasMoment && CannotCome().IsMatch(text) && !Free().IsMatch(text) ? WishIntent.Cancel
            : Proposal().IsMatch(text) ? WishIntent.Book
            : hasMoment && ComesMyself().IsMatch(text) && !OtherQuestion().IsMatch(text) ? WishIntent.Book
            : (hasMoment || hasPlace) && IsThere().IsMatch(text) ? WishIntent.Check
            : OtherQuestion().IsMatch(text) ? WishIntent.Other
            : hasMoment || (hasPlace && Wants().IsMatch(text)) || (Wants().IsMatch(text) && !Question().IsMatch(text)) ? WishIntent.Book
            : WishIntent.Other;
    }

    private static bool IsRequest(string text) => Array.Exists(Requests, request => request.IsMatch(text));

    private static bool Moves(string text, bool hasNew) =>
        (Move().IsMatch(text) && (hasNew || MoveBooking().IsMatch(text))) || (hasNew && (Hindered().IsMatch(text) && Instead().IsMatch(text)));

    private static bool IsHomeVisit(string text)
    {
        var isInfirm = Infirm().IsMatch(text);
        return ToTheHouse().IsMatch(text) || (isInfirm && OfficerAtHome().IsMatch(text)) || (HomeCall().IsMatch(text) && (isInfirm || Officer().IsMatch(text))) || (isInfirm && OfficerComes().IsMatch(text));
    }

    private static bool IsAboutSession(string text, bool isAnchored) =>
        FreeSeat().IsMatch(text) || (When().IsMatch(text) && (isAnchored || SessionWord().IsMatch(text)));

    [GeneratedRegex(" (?:dat|dang ky|doi|huy|chuyen|hen)(?: lich| hen)?(?: hen)?(?: thi)?(?: can| phai)? (?:lam sao|the nao|nhu the nao|lam the nao|kieu gi|o dau|bang cach nao|bam vao dau|sao) | (?:cach|huong dan|muon) .{0,20}(?:dat|dang ky|doi|huy) .{0,20}(?:lam sao|the nao|lam the nao|nhu nao)|(?:cach|huong dan) (?:dat|dang ky|huy|doi) ")]
    private static partial Regex HowTo();

    /// <summary>"…, em cảm ơn": nothing but good manners.</summary>
    [GeneratedRegex(" [,;] (?:(?:em|toi|tui|minh|con|chau|xin|va|da|rat|chan thanh) )*cam on(?: (?!,)[\\w]+){0,4}(?: [;!])* $")]
    private static partial Regex Thanks();

    /// <summary>"mấy giờ cũng được": nothing is asked.</summary>
    [GeneratedRegex(" (?:may gio|gio nao|luc nao|khi nao|hom nao|ngay nao|bua nao|buoi nao|EVENING nao|cho nao|SEAT nao|o dau) (?:em |toi |tui |minh |con |thi )?(?:cung|tuy|deu) ")]
    private static partial Regex Whichever();

    /// <summary>"tối nay có nghỉ không", "bị hoãn, đúng không": asked, not wanted.</summary>
    [GeneratedRegex(" (?:co|bi) (?:hoan|huy|nghi|doi)(?! (?:lich|hen|duoc|cho|giup|sang|TO|qua))(?: \\w+| ,){0,5} (?:phai |dung |that )?(?:khong|chua)(?= )")]
    private static partial Regex Rumour();

    [GeneratedRegex(" (?:huy|xoa(?= (?:lich|ten|hen|giup|ho|dum|di|cho|dat|dang))|rut (?:ten|lich|lai lich|khoi)|gach ten|tra lai (?:SEAT|cho|suat|lich)|bo (?:giup |ho |dum )?(?:" + Me + " )?(?:cai )?(?:lich|hen|buoi|suat|SEAT|slot|cuoc hen|dang ky)|khoi (?:can |phai )?(?:lam|dat|di|den|hen|ghi|lich|cho|doi|giu)|dung (?:giu|ghi|xep|dat|cho)|nhuong (?:lai|SEAT|cho|suat|lich)|(?:lich|hen|suat|SEAT)(?: \\w+){0,5} bo (?:giup|ho|dum|di)|thoi (?:\\w+ )?khong|khong (?:can |muon |con nhu cau |con )?(?:lam|di|dat|den|hen|can|dang ky)(?: \\w+){0,8}? nua) ")]
    private static partial Regex Cancel();

    [GeneratedRegex(" (?:dat|hen|dang ky|xep|ghi|lay)(?: \\w+){0,3}? lai (?!sau)| (?:doi|chuyen|hen|dat)(?: \\w+){0,4}? (?:TO|qua) | (?:cho|xin)(?: \\w+){0,2} (?:TO|qua) (?:bua |ngay |hom |buoi )?(?:WD|D[12]|EVENING|[0-9])| roi (?:cho |dat |hen |dang ky |xep )| (?:lay|xin|cho|dat)(?: \\w+){0,2} (?:lich|suat|SEAT|hen) (?:moi|khac)| lay (?:lich |suat |SEAT )?(?:WD|D[12]|EVENING|ngay)")]
    private static partial Regex Anew();

    [GeneratedRegex(" (?:(?:doi|chuyen|lui|hoan)(?! (?:(?:tu |the |sang |TO |qua |cai |lai )*(?:cmnd|cmt|cccd|can cuoc|chung minh|the|giay|bang lai) |mat khau|ten |ho (?!em |toi |tui |minh |chau |con |giup )|so dien|sim|dien thoai|ho khau|khau|khoan|may|anh|thong tin|nha |cho o|chu ho|doi bien))|sua (?:lai )?(?:lich|gio|ngay hen|hen)|(?:thay|thay doi) (?:lich|gio|ngay|buoi|dia diem)|(?:day|dich|don|xich|keo) (?:lich|TO|qua|lai|len|xuong|som|gio)|(?:hen|dat|dang ky|xep|book)(?: (?!lam |cap |the )\\w+){0,2} lai(?! the| can|, |,|;| sau)|thay vi(?: luc| ngay)? (?:[0-9]{2}:[0-9]{2}|EVENING|WD[2-8]|D[12]|TODAY)) ")]
    private static partial Regex Move();

    [GeneratedRegex(" (?:doi|chuyen|lui|hoan|sua|thay|thay doi|day|dich)(?: \\w+){0,3}? (?:lich|hen|gio|ngay|buoi|dia diem|SEAT|cho) ")]
    private static partial Regex MoveBooking();

    [GeneratedRegex(" (?:BUSY|ket|vuong|mac viec|co viec|trung|khong (?:di|den|len|xuong|qua|toi|ve|ranh|kip)|PASTDAY(?: \\w+){0,2} (?:dat|hen|dang ky)|da dat|da hen|lo dat|lo hen|da dang ky|lo lich|tre hen|co lich|lich (?:hen )?(?:cua )?(?:em|toi|tui|minh|con|chau)(?: la| hom| bua| vao)* (?:EVENING|WD[2-8]|D[12]|TODAY)|dat nham|bi om|om|benh) ")]
    private static partial Regex Hindered();

    [GeneratedRegex(" (?:cho|xin|nho|muon)(?: (?:toi|tui|em|e|minh|con|chau|phep))? (?:TO|qua|lui|di|den|sang|len|xuong|som|tre|muon)(?: lai| hon)? | (?:cho|xin)(?: \\w+){0,3} (?:lich|hen|suat|SEAT|slot|buoi) (?:moi|khac) | sua lai | thay (?:duoc|vao do|cho|nhe|nha)")]
    private static partial Regex Instead();

    [GeneratedRegex(" (?:tan nha|tai nha(?! (?:rong|sinh|van|cong|thi)))(?! (?:rong|sinh|van|cong)) ")]
    private static partial Regex ToTheHouse();

    [GeneratedRegex(" (?:den|toi|vao|vo|len|xuong|ghe|qua|ra|ve|EVENING|cho) (?:tan )?nha(?! (?:rong|sinh|van|cong|nuoc|nghi|tre|nhe|a |ad |nha |,|;)) (?!$)")]
    private static partial Regex HomeCall();

    [GeneratedRegex(" (?:can bo|cong an|cac anh|cac chu|may anh|may chu|may co)(?: \\w+){0,3} (?:den|toi|vao|vo|len|xuong|ghe|qua|ra|ve) nha (?:voi |giup |nhe |a )*$")]
    private static partial Regex OfficerAtHome();

    [GeneratedRegex(" (?:can bo|cong an|cac anh|cac chu|may anh|may chu|may co|cac chi|cac dong chi|doan|nhan vien|to cong tac|ai|chu|ben minh)(?: \\w+){0,5}? (?:den|toi|vao|vo|len|xuong|ghe|qua|ra|ve|EVENING) ")]
    private static partial Regex Officer();

    [GeneratedRegex(" (?:can bo|cong an|cac anh|cac chu|may anh|may chu|nhan vien|to cong tac|ai)(?: (?:len|xuong|den|toi|vao|vo|ghe|qua)| co the \\w+| \\w+ giup) .{0,20}(?:giup|duoc|ho|dum|khong)")]
    private static partial Regex OfficerComes();

    [GeneratedRegex(" (?:liet|bai liet|tai bien|dot quy|nam (?:mot|1|lien) (?:cho|SEAT)|nam (?:giuong|lien)|gia yeu|gia (?:qua|lam|roi)|gay (?:chan|tay|xuong)|khuyet tat|tan tat|tat nguyen|khong (?:con )?(?:di|ngoi|dung)(?: lai| day)? (?:duoc|noi)|khong di lai|di lai (?:kho|khong)|di khong (?:duoc|noi|vung)|mu |mat khong|moi (?:sinh|de)|om (?:nang|yeu|lau|dau)|benh (?:nang|lau)|yeu (?:lam|qua|roi|khong)|xe lan|nam vien|dau (?:nang|nam|chan|lung|goi|khop)|(?:chan|lung|goi|khop) dau|mo chan|mo xong|nguoi gia|cao tuoi|lon tuoi|[89][0-9] tuoi|chan yeu|yeu chan) ")]
    private static partial Regex Infirm();

    [GeneratedRegex(" the .{0,40}(?:chua|xong|ve chua|co chua|bao gio co|khi nao co|chung nao|den chua)|(?:lay|nhan|tra) (?:duoc )?(?:the|ket qua|can cuoc|cccd)|(?:bao gio|khi nao|chung nao|bao lau|may ngay).{0,15}(?:co the|lay|nhan|xong)|cam on|chua co the chip thi")]
    private static partial Regex CardState();

    [GeneratedRegex(" (?:kiem tra|tra cuu|xem|coi|nhac|nho lai|cho biet)(?: \\w+){0,5}? (?:lich|hen|ten|may gio|hom nao|ngay nao|danh sach|dang ky) | (?:lich|hen)(?: \\w+){0,10}? (?:may gio|may h|ngay nao|hom nao|bua nao|bua may|thu may|khi nao|luc nao|o dau|cho nao|bao gio|chua|gio nao|ngay may) | (?:da|co) (?:dat|dang ky|hen|ghi|duoc ghi|len lich|nhan)(?: \\w+){0,9}? (?:chua|khong|dung khong) | (?:dat|dang ky|hen|ghi ten|ghi)(?: #*\\w*#*)*? (?:duoc chua|thanh cong chua|chua) | hen (?:hom|ngay|bua|may|khi) (?:nao|gio)| (?:khong nho|quen)(?: \\w+){0,4} (?:dat|hen|dang ky|lich) (?!.*(?:doi|lai|moi))| co (?:lich|ten|hen)(?: \\w+){0,5}? (?:khong|chua) | duoc (?:xep|ghi|hen)(?: \\w+){0,4}? (?:nao|may|dau|chua) ")]
    private static partial Regex OwnAppointment();

    [GeneratedRegex(" (?<!(?:me|cha|bo|ma) )(?:con|het)(?: \\w+){0,3}? (?:SEAT|cho|slot|suat|lich|trong|nhan|dang ky|duoc)(?: \\w+){0,8}? (?:khong|chua|khg) | (?<!(?:me|cha|bo|ma) )con (?:SEAT|cho(?! (?:ong|ba|bo|me|ma|cha|tia|vo|chong|con|em|chau|anh|chi))|slot|suat|lich|nhan|trong)| con (?:lam|mo|nhan)(?: \\w+){0,6}? khong | het (?:SEAT|cho|slot|suat) chua| (?:con|trong) bao nhieu (?:SEAT|cho|suat|slot)| con may (?:SEAT|cho|suat|slot)| hoi (?:gio|lich) (?!hen)")]
    private static partial Regex FreeSeat();

    [GeneratedRegex(" (?:may gio|may h|bao gio|khi nao|luc nao|hom nao|bua nao|ngay nao|thu may|chung nao|EVENING nao|buoi nao|tuan nao|gio nao|den may) ")]
    private static partial Regex When();

    [GeneratedRegex(" (?:can bo|cong an|lam|lich|bat dau|mo|nghi|xuong|len|ve|hen|buoi|den|doan|o) ")]
    private static partial Regex SessionWord();

    [GeneratedRegex(" (?:co|duoc|con)(?: \\w+){0,14}? (?:khong|chua|hay|phai khong|ko)(?: |$)| (?:khong|chua|ha|hay chi)(?: (?:a|vay|can bo|ad|chi|anh|chu|em|nhi|the|rua|ha))* (?:\\? )?$| phai khong| hay (?:khong|chi|la)| o dau")]
    private static partial Regex IsThere();

    /// <summary>"có làm không, có thì ghi tên em".</summary>
    [GeneratedRegex(" (?:neu )?(?:co|con|duoc)(?: (?!khong|chua)[\\w#]+){0,4}? thi (?:can bo |anh |chi |chu |em |toi |tui |minh |con )?(?:cho|ghi|xep|dat|dang ky|giu|lay|xin) ")]
    private static partial Regex IfSo();

    /// <summary>"còn chỗ không, em muốn làm": the question is only the way in.</summary>
    [GeneratedRegex(" (?:khong|chua)(?: a)? [,;?] .*" + Me + " (?:muon|can|tinh|dinh|xin) (?:lam|dat|dang ky|kich hoat|di|xuong|(?:[0-9]+ |mot )?(?:SEAT|suat|slot|lich))(?!.* (?:khong|chua) (?:[?] )?$)")]
    private static partial Regex AsksThenWants();

    [GeneratedRegex(" co (?:lam|mo|nhan|len|xuong|ve|den|di|o|ai|can bo|lich|truc)(?: [\\w#]+){0,8}? (?:khong|chua|hay)(?= )")]
    private static partial Regex IsOpen();

    /// <summary>"mốt 7h được không": a day is offered.</summary>
    [GeneratedRegex(" (?:D[123]|WD[2-8])(?: (?:nay|tuan sau|tuan toi|thi|luc|EVENING|[0-9]{2}:[0-9]{2}))* duoc khong ")]
    private static partial Regex Proposal();

    /// <summary>"tối mai em không đi được": nothing else is asked, so the seat is given back.</summary>
    [GeneratedRegex(" (?:" + Me + "|WD[2-8]|D[1-3]|TODAY)(?: \\w+){0,4}? (?:BUSY|ket|vuong|khong (?:the )?(?:di|den|toi|len|xuong|qua|ve|ra|tham gia)(?: duoc| kip)) ")]
    private static partial Regex CannotCome();

    [GeneratedRegex(" (?:ranh|(?<!khong )(?:di|den|len|xuong|qua) duoc|thi duoc|(?:WD[2-8]|D[1-3]|TODAY)(?: (?:nay|tuan sau|tuan toi|thi|moi|lai|luc|EVENING|[0-9]{2}:[0-9]{2}))* duoc|moi (?:ranh|ve)) ")]
    private static partial Regex Free();

    /// <summary>"tối mai em qua làm được không": who says so wants to come; "em có lên được không hay chỉ…" only asks.</summary>
    [GeneratedRegex(" (?<!cho )" + Me + "(?! co )(?: (?!co |con |hoi |can bo )[\\w#]+){0,7}? (?:muon|tinh|dinh|xuong|len|den|qua|vao|ghe|ra|di|lam|toi) (?!.*(?:hay chi|can bo co |con (?:SEAT|cho|nhan)|o dau (?!cung|gan|tien)))")]
    private static partial Regex ComesMyself();

    [GeneratedRegex(" (?:bao nhieu tien|bao nhieu|le phi|phi|mat tien|ton|giay to|can (?:mang|gi|nhung gi|dem)|mang (?:theo )?(?:gi|giay|nhung)|thu tuc|bi phat|phat|bao lau|ket qua|lam sao|the nao|nhu the nao|mat khau|otp|dang nhap|cam on|zalo|ban sao|ban goc|so dien thoai (?:cua|ben)|xin so|may tuoi|bao nhieu tuoi|co can|co phai lam|co bat buoc|sao vay|tai sao|vi sao|la gi|duoc gi|lam gi|may dong) ")]
    private static partial Regex OtherQuestion();

    [GeneratedRegex(" (?:muon|can|tinh|dinh|xin|cho|di|len|xuong|vao|qua|den|ra) .{0,30}(?:lam|dang ky|dat|kich hoat|hen|lich|the|can cuoc|cccd|vneid)")]
    private static partial Regex Wants();

    [GeneratedRegex(" (?:khong|chua|gi|sao|nao|dau|may|bao)(?: \\w+)? (?:\\? )?$|\\?")]
    private static partial Regex Question();
}
