using System.Text.RegularExpressions;

namespace CccdBot.Core.Answers.Understanding;

/// <summary>Words that stand in for each other: whose mother, which town and which day it is does not change what is asked.</summary>
internal static partial class Kinds
{
    /// <summary>The account on the telephone, by all its names.</summary>
    public const string App = "APP";

    public static readonly PhraseTable Table = new("""
        KIN: me, bo me, cha me, ba me, ong, ba noi, ba ngoai, ong noi, ong ngoai, ba cu, ong cu, cu ba, cu ong, noi, ngoai, ong gia, ba gia, ami, ama, me chong, me vo, bo vo, bo chong, cha vo, ba vo, bo, cha, ba ma, tia, tia ma, thay bu, nguoi gia, bac, ong bac, ba bac, chu, co, di, cau, mo, ma
        MATE: vo, chong, ong xa, ba xa, vo chong, ck, vk, anh xa
        SIB: anh trai, chi gai, em trai, em gai, anh em, chi em, anh ho, em ho, em chong, em vo, chi dau, anh re, em dau, em re, thang em, con em, ong anh
        KID: con gai, con trai, con toi, con em, con minh, con tui, chau, be, thang cu, thang nho, con nho, dua con, nhoc, em be, chau nho, be nha, thang be, con be, tre, tre em, tre con, con nit, cu ti, dua nho, may dua nho, con cai, con dau, con chau
        PAL: hang xom, nguoi quen, ban be, ban than, ban hoc, dua ban, thang ban, con ban, ba con, dong nghiep, nguoi nha
        CITY: sai gon, tphcm, tp hcm, hcm, ho chi minh, binh duong, dong nai, ha noi, da nang, quy nhon, pleiku, dak lak, daklak, buon ma thuot, binh dinh, phu yen, kon tum, thanh hoa, nghe an, lam dong, da lat, nha trang, khanh hoa, quang ngai, can tho, vung tau, bien hoa, thu duc, di an, hue, mien bac, mien tay, mien trung, thanh pho, trong nam, ngoai bac
        PAST: hom qua, hom kia, bua truoc, tuan truoc, hoi sang, bua hom, hom no, hom truoc, thang truoc, nam ngoai, hoi nam, vua roi, hom bua, bua no, toi qua, hom roi, tuan roi, thang roi, mai hom, hoi chieu, ban nay, hoi nay, chieu qua, sang nay, hoi trua
        NEXT: mai, mot, toi mai, tuan sau, ngay mai, bua mai, tuan toi, thang sau, thang toi, mai mot, chieu mai, sang mai, toi mot, toi nay, chieu nay, hom nay, bua nay, ngay mot, thu 2, thu 3, thu 4, thu 5, thu 6, thu 7, thu hai, thu ba, thu tu, thu nam, thu sau, thu bay, chu nhat, cuoi tuan
        PHONE: dien thoai, may dien thoai, smartphone, iphone, samsung, oppo, may tinh bang, dien thoai di dong, di dong, may moi, may cu
        HALL: nha rong, nha sinh hoat, nha sinh hoat cong dong, nha cong dong, nha van hoa, hoi truong, nha van hoa thon, nha sinh hoat lang
        VILLAGE: lang, thon, buon, xom, plei, to dan pho, ban, lang xa, lang ben, buon lang, xom lang
        FIELD: ray, ruong, nuong, rung, choi, nha dam, tren ray, trong ray, vuon, len ray
        POLICE: cong an, ca xa, cong an xa, can bo, cong an vien, anh cong an, chu cong an, may chu cong an, cong an phuong
        COMMUNE: xa, uy ban, uy ban xa, tru so, uy ban nhan dan, phuong, len xa, ra xa
        CARD: can cuoc, the can cuoc, can cuoc cong dan, the, cai the, cccd, the can cuoc cong dan, cai can cuoc, the chip, the gan chip, tam the
        OTHERCARD: the sinh vien, the hoc sinh, the bao hiem, the bao hiem y te, the dang, the doan, the nha bao, the xe, the cao, the thu vien, the tin dung, the ngan hang, the atm, the visa, the thuong binh, the cong nhan, the ra vao, the nho, the game, the thanh vien, the bhyt, the sv, the hs
        OLDID: chung minh, chung minh nhan dan, giay chung minh, cmnd, cmt, chung minh thu, cai chung minh
        APP: muc 1, muc 2, kich hoat, mat khau vneid, dang nhap, vneid, app, ung dung, app vneid, cai app, phan mem, tai khoan, dinh danh, dinh danh dien tu, tai khoan dinh danh, tai khoan vneid, app cong an, app dinh danh, can cuoc dien tu
        PASS: mat khau, passcode, mat ma, ma pin, pass, mat khau vneid
        PAPER: giay to, giay khai sinh, khai sinh, ho khau, so ho khau, giay xac nhan, so do, giay ra vien, bang lai, don, to khai, giay gioi thieu
        ASKWH: o dau, cho nao, noi nao, di dau, ra dau, o cho nao, dau
        ASKWN: khi nao, bao gio, chung nao, luc nao, may gio, ngay nao, hom nao, bua nao, ngay may
        ASKHOW: lam sao, sao, cach nao, the nao, nhu the nao, kieu gi, bang cach nao, lam gi, ra sao, lam the nao
        ASKMUCH: bao nhieu, may, nhieu khong, bao lau
        CAN: duoc khong, co duoc khong, duoc khong vay, co duoc, duoc chu, duoc chua, co the
        MUST: phai khong, co phai, bat buoc, co can, can khong, phai lam khong, co bat buoc
        DO: lam, di lam, lam the, dang ky, nop, lam thu tuc
        GET: lay, nhan, di lay, ve lay
        AGAIN: lam lai, cap lai, doi lai, xin lai, doi the, cap doi, doi, doi moi
        LOSE: mat, lam mat, roi, rot, lam roi, danh roi, that lac, bi mat, bi moc, bi trom, bi giat, bi cuop, mat cap, bo quen, troi mat, cuon mat
        BROKE: hong, hu, gay, nut, vo, mo, nat, chay, cong, tray, xuoc, rach, bong, troc, hu roi, bi hong, bi hu, bi gay
        SICK: om, benh, dau, sot, nam vien, mo, benh vien, cap cuu, om dau, bi benh, sot ret, sinh mo, moi sinh, de, tai nan, gay chan
        FINE: phat, bi phat, phat tien, xu phat, muc phat, tien phat
        PAY: tien, phi, le phi, dong, ton, mat tien, dong tien, bao nhieu tien, ton tien, nop tien, gia
        FREE: mien phi, mien, giam, duoc mien, mien giam, khong mat tien
        CALL: goi, goi dien, nhan tin, nhan, alo, goi toi, goi den, dien thoai toi, tin nhan
        LIE: lua, lua dao, gia, gia danh, gia mao, mao danh, xung la, tu xung, xung, dua dao
        LOCK: khoa, bi khoa, khoa lai, dong bang, vo hieu, vo hieu hoa, tam khoa
        OPENL: mo khoa, mo lai, go khoa
        WRONG: sai, nham, lon, lech, khong dung, khong khop, ghi sai, bi sai, sai sot, nham lan, in sai
        FIX: sua, chinh, chinh sua, dinh chinh, sua lai, chinh lai, cap nhat lai
        EXPIRE: het han, qua han, sap het han, het hieu luc, het gia tri, han su dung
        VALID: con dung, con xai, dung duoc, xai duoc, con gia tri, con hieu luc, con han, dung tiep, xai tiep
        OLDP: gia yeu, liet, nam mot cho, khuyet tat, yeu, khong di duoc, tan tat, nam liet, tai bien, cut chan, mu, xe lan, khong di noi, lang, di lai kho
        BOOK: dat lich, dat cho, giu cho, lay so, dang ky lich, dat hen, hen, lich hen, lich, so thu tu, cho ngoi, suat
        MOVE: doi, doi lich, doi ngay, lui, doi sang, chuyen sang, hoan, doi gio, lui lai, chuyen lich, dich
        DROP: huy, bo, rut, xoa, khoi, huy lich, thoi khong
        GO: di, toi, den, ra, len, ve, vo, vao, xuong, ghe
        LANG: tieng kinh, tieng jrai, tieng gia rai, tieng bahnar, tieng ba na, tieng dan toc, tieng pho thong, tieng viet, tieng minh
        ILLIT: khong biet chu, mu chu, khong biet doc, khong biet viet, it chu
        """);

    /// <summary>The card in the pocket, by all its names.</summary>
    public static bool IsCard(string kind) => kind is "CARD" or "OLDID";

    public static bool IsPerson(string kind) => kind is "KIN" or "MATE" or "SIB" or "KID" or "PAL";

    /// <summary>Which year, which sum or which number it is does not change what is asked either.</summary>
    public static string OfNumber(string word) => !char.IsAsciiDigit(word[0]) ? word
        : Year().IsMatch(word) ? "YEAR"
        : Sum().IsMatch(word) ? "SUM"
        : "NUMBER";

    [GeneratedRegex("^(19[3-9]|20[0-3])[0-9]$")]
    private static partial Regex Year();

    [GeneratedRegex("^[0-9]+(k|tr|ngan|nghin|000)$")]
    private static partial Regex Sum();
}
