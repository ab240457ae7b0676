using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CccdBot.Core.Conversation;

/// <summary>What the words around a number say that it is.</summary>
internal enum Hint
{
    None,
    IdNumber,
    JustNumber,
    SomethingElse,
}

/// <summary>The words people put before, after and between numbers, all without diacritics.</summary>
internal static class NumberWords
{
    private static readonly FrozenSet<string> Linking = Set(
        "roi tiep den toi la va xong do day ke theo voi nua lai thi cach cham gach ngang cheo phay a nhe nha da vang "
        + "u um o uh so chu con dau cuoi giua duoi doan phan cum hang dong bang sau cung truoc het ben trong bac chi em anh ong");

    private static readonly FrozenSet<string> Units = Set(
        "nguoi dua tuoi gio h g gi phut p giay chau be thang tuan buoi suat cho lan ban the km kg m cm met dong d vnd "
        + "k nghin ngan trieu tr ty ti ho khau nha ve to tam anh bao thung cai chiec toi sang chieu");

    private static readonly FrozenSet<string> Money = Set("d dong vnd nghin ngan trieu ty ti usd");

    private static readonly FrozenSet<string> IdCues = Set(
        "cmnd cmt cmtnd cccd cancuoc chungminh dinhdanh giayto");

    // Those with diacritics count only with them: "gia đình" is no price, "vậy" no loan.
    private static readonly FrozenSet<string> OtherCues = Set(
        "sdt dt dienthoai phone tel zalo goi alo lienhe lh hotline mobile didong somay tongdai sim nhắn "
        + "tien giá phí nop lương vay nợ trả đơn stk taikhoan tk atm donhang vandon hoadon khachhang mst thue bhxh bhyt "
        + "baohiem hochieu passport buukien hopdong bienso chuyenkhoan nganhang");

    public static bool Links(NumberToken word) => Linking.Contains(word.Plain);

    public static bool IsUnit(NumberToken word) => Units.Contains(word.Plain) && word.Exact is not ("tôi" or "anh" or "em");

    public static bool IsMoney(NumberToken word) => Money.Contains(word.Plain);

    /// <summary>Both the word alone and the pair it makes with the next are tried: "chứng minh".</summary>
    public static Hint HintOf(NumberToken word, NumberToken? next)
    {
        var pair = next is null ? "" : word.Plain + next.Plain;
        if (IdCues.Contains(pair) || IdCues.Contains(word.Plain))
        {
            return Hint.IdNumber;
        }

        return OtherCues.Contains(pair) || OtherCues.Contains(word.Plain) || OtherCues.Contains(word.Exact) ? Hint.SomethingElse
            : word.Exact is "số" or "so" ? Hint.JustNumber
            : Hint.None;
    }

    public static string Plain(string word)
    {
        if (System.Text.Ascii.IsValid(word))
        {
            return word;
        }

        var letters = word.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => letter == 'đ' ? 'd' : letter);
        return string.Concat(letters);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
