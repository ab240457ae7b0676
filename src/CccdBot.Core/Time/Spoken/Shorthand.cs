using System.Buffers;

namespace CccdBot.Core.Time.Spoken;

/// <summary>How people shorten and colour words in short messages and dialects, and the plain word for each.</summary>
internal static class Shorthand
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly Dictionary<string, string> Plain = Read(
        """
        khong: k ko kg khg kh hk hok hong hông hổng hem khum hog hox
        duoc: dc đc dx đươc
        dang ky: dk đk dki đki dky đky dkí đkí
        lam: lm man mần
        nguoi: ngui
        nguoi yeu: ny
        yeu: iu
        em: e iem
        chi: chj
        vo: vk
        chong: ck
        vo chong: vc vkck
        minh: mh mk mik
        moinguoi: mn mng
        muon: mun mún
        voi: vs w zoi zới
        hom nay: hn hnay homnay
        hom qua: hqua hwa homqua
        toi nay: tnay
        toi mai: tmai
        ngay mai: nmai
        nowgio: bh bjo bgio bigio bayh
        chu nhat: cn cnhat
        truong: trg trog
        hoi truong: ht
        uy ban: ub ubnd ubx
        nha sinh hoat: nsh
        nha van hoa: nvh
        nha rong: nr
        sinh hoat cong dong: shcd shcđ
        so dien thoai: sdt sđt
        moi: ms
        cung: cx cug
        nhu the nao: ntn
        lam sao: lsao
        bao nhieu: bn bnh bnhieu
        bao gio: baoh
        vay: z zay zậy dz
        gi: j ji
        nhung: nhg nhug nhưg nhma nma
        nua: nx
        qua: wa qa
        vao: zo zô dzo dzô vô
        ve: dia dìa zia zìa
        giup: zup zúp jup júp dum dùm gium giùm
        thang: thg
        truoc: trc trk
        chieu: chju
        gio: jo
        hom: hum
        phut: ph
        nay: ni
        mai: mơi
        tai khoan: tk
        biet: bit bik
        ban: b
        cam on: tks thks thanks thank camon
        can bo: cb
        the nao: tnao
        xuong: xg
        """);

    /// <summary>The plain words; null for a word that is none of these.</summary>
    public static string? Expand(Word word) => Plain.GetValueOrDefault(word.Marked) ?? (word.IsBare ? null : OfBare(word));

    /// <summary>"đk" and "dk" alike, but "hồng" is no "hong".</summary>
    private static string? OfBare(Word word) => word.Bare.Length <= 3 && !word.Bare.AsSpan().ContainsAny(Vowels) ? Plain.GetValueOrDefault(word.Bare) : null;

    private static Dictionary<string, string> Read(string lines)
    {
        var plain = new Dictionary<string, string>();
        foreach (var line in lines.Split('\n'))
        {
            var parts = line.Split(": ");
            foreach (var shortened in parts[1].Split(' '))
            {
                plain.TryAdd(shortened, parts[0]);
            }
        }

        return plain;
    }
}
