namespace CccdBot.Core.Time.Spoken;

/// <summary>Words waited for in a message: those of every day and those of this commune.</summary>
public sealed class Vocabulary
{
    private const string EveryDay =
        "dat lich dang ky huy doi chuyen lui hoan xoa bo hen ghi ten xin cho muon can giup nho lam the can cuoc cccd cmnd vneid dinh danh kich hoat tai khoan "
        + "toi sang chieu trua dem ngay mai mot hom nay tuan sau truoc thang thu chu nhat cuoi dau mung ram am lich gio ruoi kem phut luc khoang tam "
        + "mot hai ba bon nam sau bay tam chin muoi nguoi suat vo chong con chau anh chi em ong ba bo me gia dinh nha trai gai ban "
        + "uy ban xa tru so hoi truong thcs nha rong sinh hoat cong dong buon lang diem cap duoc khong con may giup nhe minh rong toi tui voi xuong len qua "
        + "jrai gia rai ede bana bahnar krai zalo facebook sms otp ksor rcom siu rmah kpa hiao puih kpuih rahlan rolan rochom nay y alo ok sdt slot online app wifi";

    public Vocabulary(IEnumerable<string> names)
    {
        var words = names.SelectMany(name => VietnameseText.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Spelling = new Spelling(EveryDay.Split(' ').Concat(words));
    }

    internal Spelling Spelling { get; }
}
