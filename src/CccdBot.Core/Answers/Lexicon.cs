namespace CccdBot.Core.Answers;

/// <summary>How people here write and say things: data, to be read and added to by someone who knows the village.</summary>
internal static class Lexicon
{
    /// <summary>Words of the region that become other words once their marks are gone, so they are read before folding.</summary>
    public static readonly IReadOnlyDictionary<string, string> Spoken = Entries("""
        dau: mô
        gi: chi
        sao: răng
        vay: rứa dẫy zậy
        bay gio: chừ
        lam: mần
        vi: mắc
        bao: biểu
        mai: mơi
        nay: ni nầy
        kia: nớ tê
        khong: hông hổng hỏng
        nguoi ta: nẫu
        ba ngoai: mệ
        """, ' ');

    /// <summary>Short forms of the telephone keyboard, already without marks.</summary>
    public static readonly IReadOnlyDictionary<string, string> Short = Entries("""
        can cuoc: cccd cc cancuoc
        chung minh: cmnd cmt cmtnd
        dinh danh: dinhdanh
        vneid: vnid vned vnied veneid vneld vnedi
        muc 1: m1 lv1 muc1
        muc 2: m2 lv2 muc2
        khong: k ko kh khg kg khog hk hok hog hong hem kong
        duoc: dc dx duocj
        dang ky: dk dki dky
        bao nhieu: bn bnhieu bnh nhiu
        so dien thoai: sdt
        dien thoai: dt dthoai fone phone
        mat khau: matkhau pass password
        tai khoan: tk
        lam: lm
        phai: fai
        gi: j ji
        vay: v z zay
        voi: vs
        roi: r
        sao: s
        gio: h
        bay gio: bh bgio
        biet: bt bik bit
        nguoi: ng
        moi nguoi: mn mng
        truoc: trc
        qua: wa
        quen: wen
        nhan tin: nt
        tin nhan: tn
        bao hiem y te: bhyt
        bao hiem xa hoi: bhxh
        bang lai: gplx blx
        dich vu cong: dvc
        cong an xa: cax
        uy ban: ubnd ub
        sinh vien: sv
        hoc sinh: hs
        thong tin: ttin
        sinh nam: sn
        giay to: gt
        cam on: tks thanks thank thks
        xac nhan: xn
        minh: mk mik
        mai: maj
        facebook: fb
        """, ' ');

    /// <summary>Courtesies and pronouns: they are in every message and tell nothing about it.</summary>
    public static readonly IReadOnlySet<string> Filler = new HashSet<string>(("""
        . a ah ad add admin em e toi t tui tao minh m ban b anh chi co chu bac c o oi da thua vang u uh um nha nhe nhi ne nghen hen ha he hi hic
        vay the thi la ma voi cho hoi xin muon can va cai con nay kia do nua day roi luon hay thoi hey giup gium vui long em oi hem ta ay
        """).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lines of "meaning: form form form", turned round: from each form to its meaning, or meanings with a space between.</summary>
    public static Dictionary<string, string> Entries(string lines, char between)
    {
        var entries = new Dictionary<string, string>();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var form in line[(colon + 1)..].Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                entries[form] = entries.TryGetValue(form, out var others) ? $"{others} {line[..colon]}" : line[..colon];
            }
        }

        return entries;
    }
}
