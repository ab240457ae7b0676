namespace CccdBot.Core.Answers.Understanding;

/// <summary>How people here write and say things: data, to be read and added to by someone who knows the village.</summary>
internal static class Lexicon
{
    /// <summary>Words of the region, and words that are two words once their marks are gone: only their neighbours tell which.</summary>
    public static readonly PhraseTable Phrases = new("""
        sao: the nao, lam rang, man rang, ra rang, rang ma, rang rua
        vi sao: vi rang, mac chi, can chi ma, vi chi
        vay: nhu the, the a, the thi, rua, dzay, zay, day a
        o dau: o mo
        di dau: di mo
        ra dau: ra mo
        cho nao: cho mo
        vo dau: vo mo
        len dau: len mo
        toi dau: toi mo
        den dau: den mo
        xuong dau: xuong mo
        dau het: mo het
        khi nao: khi mo, hoi mo
        bua nao: bua mo
        hom nao: hom mo
        ngay nao: ngay mo
        lang nao: lang mo
        nha nao: nha mo
        noi nao: noi mo
        cai nao: cai mo
        cai gi: cai chi
        lam gi: lam chi, man chi
        giay gi: giay chi
        giay to gi: giay to chi
        can gi: can chi
        co gi: co chi
        mang gi: mang chi, dem chi, cam chi
        loi gi: loi chi
        viec gi: viec chi
        noi gi: noi chi
        gi het: chi het, chi ca
        gi vay: chi rua, chi vay
        gi: chi do
        lam: man
        man hinh: man hinh
        bao: bieu
        rua tien: rua tien
        rua: rua tay, rua xe
        mat khau: mat khau
        quen mat khau: quen minh
        nhap mat khau: nhap minh
        nhap sai mat khau: nhap sai minh
        lay lai mat khau: lay lai minh
        bi hu: bi hong
        the hu: the hong
        may hu: may hong
        chip hu: chip hong
        cho hu: cho hong
        lam hu: lam hong
        hu roi: hong roi
        hu het: hong het
        khong: hong
        khong co: hong co
        the hu khong: the hong hong
        ba ngoai: me gia
        """);

    /// <summary>Short forms of the telephone keyboard, already without marks.</summary>
    public static readonly IReadOnlyDictionary<string, string> Short = Entries("""
        can cuoc: cccd cc cancuoc
        chung minh: cmnd cmt cmtnd
        dinh danh: dinhdanh
        vneid: vnid vned vnied veneid vneld vnedi
        muc 1: m1 lv1 muc1
        muc 2: m2 lv2 muc2
        khong: k ko kh khg kg khog hk hok hog hem kong
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
        vay: v z zay zayj dz
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
