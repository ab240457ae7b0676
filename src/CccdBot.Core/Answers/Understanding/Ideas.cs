namespace CccdBot.Core.Answers.Understanding;

/// <summary>Different ways of saying one thing: who says any of them also says the idea on the left.</summary>
internal static class Ideas
{
    public static readonly PhraseTable Table = new("""
        vneid: ve ne i de, vi neo, vi ne id, v n e i d
        chung minh: giay chung minh, so chung minh, chung minh thu, chung minh nhan dan
        dinh danh: ma dinh danh, so dinh danh, tai khoan dinh danh
        =fee: bao nhieu tien, het bao nhieu, mat tien, ton tien, le phi, dong tien, may dong, may nghin, may ngan, may chuc, ton kem, mien phi, mien tien, gia bao nhieu, phi bao nhieu, tien lam, bao nhieu phi, dong bao nhieu, mat phi
        =fine: bi phat, phat tien, phat bao nhieu, muc phat, xu phat, phat may, co phat
        =lost: mat the, mat can cuoc, roi the, roi can cuoc, rot the, rot mat, danh roi, lam mat, mat vi, mat bop, moc bop, moc tui, bi trom, that lac, lam rot, lam roi, cuon mat can cuoc, mat luon can cuoc, mat giay to, mat luon cai can cuoc, roi mat
        =damaged: the cong, cong venh, mo cam, sut me, bi giat, gay goc, gay, gay doi, bi nut, bi mo, mo chu, mo het, bong ra, hong the, the hong, the hu, hu the, cong venh, khong doc duoc, quet khong ra, khong quet duoc, bi chay, tray, bay mau, rach
        =broken-app: bao loi, bi loi, loi gi, loi he thong, bao tri, khong khop, khong nhan dien, khong nhan khuon mat, quet nfc, doc nfc, khong gui otp, khong thay otp, khong nhan duoc otp, khong vao duoc, bi vang, bi treo, he thong ban
        =how-long: cho may ngay, mat may ngay, bao gio co the, may ngay co, may ngay thi co, may ngay xong, bao lau, may ngay, may hom, khi nao co the, khi nao co, bao gio co, may tuan, chung nao co, bao nhieu ngay, may bua
        =late: chua co the, chua thay the, qua hen, qua ngay hen, tre hen, lau roi chua, van chua co, sao chua co, bi tra lai, bi tu choi, chua ve, van chua nhan, tra cuu ho so, tinh trang ho so, sao lau
        =papers: giay to gi, mang gi, mang theo gi, can gi, cam theo, mang nhung gi, dem theo, giay gi, can nhung gi, mang theo, can mang, phai mang, cam gi, thu tuc can gi
        =steps: cac buoc, buoc nao, trinh tu, quy trinh, lam nhung gi truoc, cai gi truoc, thu tu, lan luot, truoc hay, lam gi truoc
        =expired: het han, qua han, sap het han, den tuoi, toi tuoi, du tuoi
        =until: den khi nao, toi khi nao, den nam nao, toi nam nao, xai toi, dung den, dung toi, khong thoi han, vo thoi han, han su dung, co thoi han, toi gia, may nam
        =extended: gia han, keo dai, dung tiep, xai tiep, them thoi gian
        =evening: buoi toi, ban dem, toi nay, toi mai, luu dong, nha rong, nha sinh hoat, nha van hoa, hoi truong, nha cong dong
        =when: ngay nao, may gio, khi nao, bua nao, hom nao, luc nao, bao gio, ngay may, chung nao, bua dau
        =where: o dau, cho nao, noi nao, di dau, ra dau, dau vay, o cho nao, len dau
        =book: dat lich, dat cho, giu cho, lay so, ghi ten, dang ky lich, dat hen, xin mot cho, lay cho, xep lich, dat truoc
        =move: doi sang lam, ngay sau, lui lich, roi lich, roi ngay, lui ngay, trung ngay, ban viec, dich sang, doi lich, doi ngay, doi gio, doi sang, doi qua, chuyen sang, lui lai, doi hen, dich lich, doi lai ngay, sang bua khac, bua khac, ngay khac, hom khac, gio khac
        =cancel: huy lich, huy hen, huy giup, xoa ten, bo ten, khong di nua, khoi di, huy cho, huy gium, huy dat, khong can nua, bo lich, rut ten, bo hen
        =missed: lo hen, tre hen, quen mat, quen hen, toi tre, den tre, lo mat, khong kip, lo buoi, bo lo, mat luot, khong di duoc hom, lo lich
        =my-booking: chua thay tin nhan xac nhan, nhac hen, tin nhac, coi lai lich, xem lai lich, co lich chua, dang ky roi, doi gio nhac, lich hen, lich hen cua, lich cua, da dat, dat roi, dat lich roi, so thu tu, ma hen, tin nhac, nhac lich, gio nhac, nhan nhac, co ten chua, co ten
        =for-others: dat lich gium, gium ba, gium me, lay gium, cho ba, cho cha, cho ong, cho ba con, thay me, thay cha, ho bo me, dat gium, dat ho, dat giup, dang ky gium, dang ky ho, dang ky giup, dat cho, giu cho cho, ghi ten cho, cho bo me, cho me, cho vo, cho chong, ho hang xom, lam gium, khai ho
        =home: toi nha, den nha, tan nha, tai nha, vo nha, ve nha lam, xuong nha, xuong tan nha, nam mot cho, liet, gia yeu, khong di duoc, khong di lai, tai bien, xe lan, khuyet tat
        =ill: nam vien, bi om, bi benh, dang om, dang benh, moi sinh, moi mo, sinh mo, sot, khi nao khoe, khoe lai, cap cuu, moi de
        =come-to-us: ve lang, toi lang, vo lang, ve truong, toi truong, vo buon, khu tro, len ray, ve thon, xuong lang, mo them buoi, mo them, xuong tan, moi to, ba con
        =no-phone: khong dien thoai, khong co dien thoai, khong song, khong co song, song khong co, khong zalo, khong co zalo, khong ai co dien thoai
        =plain-phone: cuc gach, bam nut, dien thoai den, khong smartphone, khong co smartphone, dien thoai thuong, dien thoai thong minh, khong co mang, dien thoai nut, dien thoai pho thong, nghe goi
        =new-phone: dien thoai moi, may moi, doi may, doi dien thoai, may cu, dien thoai cu, mat dien thoai, hu dien thoai, may khac, thiet bi cu, hai may, hai dien thoai, thiet bi khac, nhieu thiet bi, thiet bi
        =sim: so sim, cai sim, doi sim, doi so, sim chinh chu, chinh chu, so cu, so moi, mot so, chung so, so da dung, so nguoi khac
        =telco: nha mang, thue bao, sim la, dung ten, xac nhan sim, xac thuc sim, khoa mot chieu, khoa sim, viettel, mobifone, vinaphone
        =bank: ngan hang, rut tien, chuyen tien, khong rut duoc tien, sinh trac
        =forgot: quen mat khau, quen passcode, quen ma, quen cau hoi, lay lai mat khau, dat lai mat khau, cau hoi bao mat, mat khau
        =locked: khong dang nhap duoc, bao khoa, tai khoan bi, bi khoa, da bi khoa, khoa tai khoan, tai khoan khoa, nhap sai nhieu lan, sai nhieu lan, tam khoa, vo hieu
        =lock-it: muon khoa, khoa gap, khoa giup, khoa lai, tu khoa, mo khoa, khoa can cuoc dien tu, khoa vneid
        =activate: kich hoat, cho duyet, tin nhan duyet, duyet ho so
        =compare: khac nhau, khac gi, khac cho nao, la mot hay, phan biet, hay khac, giong nhau, hay hai, 1 hay 2, mot hay hai
        =must: ai cung phai, phai co khong, khong lam thi sao, khong lam co sao, khong co thi sao, co can khong, bat buoc, co phai lam, phai lam khong, co can lam, co duoc lam, khong lam co sao
        =useful: de lam gi, loi ich, co ich, ich gi, de gi, la gi, la cai gi, dung lam gi, tac dung
        =baby: chua di hoc, con nit, be dang bu, thang tuoi, so sinh, em be, moi de, moi sinh, vua sinh, duoi 6 tuoi, mau giao, mam non, tre nho
        =child: hoc sinh tieu hoc, hoc lop, len lop, tieu hoc, cap 1, duoi 14 tuoi, tu 6, con nho, be nha, thang cu, con gai, con trai, chau nha, tre em
        =merger: sap nhap, gop xa, gop vo, gop tinh, doi ten xa, ten xa moi, khong con huyen, bo huyen, bo cap huyen, tinh moi, xa moi, nhap tinh
        =moved: chuyen nha, doi nha, chuyen khau, nhap khau, chuyen ve, don ve, don qua, tai dinh cu, doi noi o, doi cho o, lay chong ve, theo chong, cat khau, doi dia chi
        =far: ra ngoai do, ngoai do, quay ve, ve ngoai, o day duoc khong, lam duoi do, duoi do, tren do, vo day, di lam xa, lam cong nhan, di hoc, hoc o, lam o, lam an xa, tam tru, ve que, o tro, phu ho, ngoai tinh, tinh khac
        =homeless: o nho, khong nha cua, nha khong co, khong ho khau, khong co ho khau, khong thuong tru, khong tam tru, lang thang, khong nha, khong co nha, khong cho o, vo gia cu, ho khau khong
        =no-papers: khong khai sinh, khong co khai sinh, khong giay khai sinh, khong co giay khai sinh, chua co khai sinh, khong nho ngay sinh, khong biet ngay sinh, mat khai sinh, chua khai sinh, khong co ten trong, chua co ten trong, khong co giay gi, giay to chay, chay het
        =misprint: ghi minh la, the bi sai, in lon, in thieu chu, the in, in sai, ghi sai tren the, in nham, the sai, in thieu, the ghi sai, loi in, the ghi nham, sai tren the, tren the ghi
        =wrong-data: sai so voi, khong dung, thieu chu, sai chu, lech, sua trong may, mot neo, ghi sai, bi sai, sai thong tin, thieu dau, khong khop, sai ten, sai ngay sinh, sai que quan, nhap nham, nhap sai, bo sung thong tin, dinh chinh, thong tin sai, sua thong tin, chinh lai, nhap lon, khong dung khai sinh, khong giong khai sinh, sua lai
        =civil: cai chinh, doi ten, doi ho, thay doi ho ten, xac dinh lai dan toc, doi dan toc, chuyen gioi, doi gioi tinh, ho tich, ten moi, doi ngay sinh, phau thuat, nhan dang
        =old-number: so cmnd cu, so chung minh cu, chung minh cu, so cu, 9 so, hai so, cung mot nguoi, mot nguoi, giay xac nhan so, so chung minh, xac nhan so
        =old-card: ma vach, gan chip, chip cu, the cu, mau cu, can cuoc cong dan cu, con gia tri, con dung duoc, con xai duoc, con hieu luc
        =photo: chup anh, chup hinh, mac gi, mac ao, mac do, ao thun, trang diem, son moi, deo kinh, nhuom toc, cat toc, toc dai, toc nhuom, toc mau, khuyen tai, khan, tho cam, ao so mi, ao dai, doi mu, hinh xam
        =body: van tay, lay van tay, lan tay, mong mat, quet mat, giong noi, adn, khuon mat, ngon tay, mat ngon, mon van tay
        =printed: tren the co, tren the ghi, the ghi gi, mat sau, mat truoc, nhom mau, que quan, the moi ghi, ma qr, co ghi, trong chip
        =put-in-card: gop vao the, nhap vao the, gop het vao, vo can cuoc, vao can cuoc, tren chip, tich hop vao the, vao chip, vo chip, tich hop, dua vao the, vao the, vo the, them vao the
        =in-app: tich hop vneid, tren vneid, trong vneid, vo vneid, vao vneid, thay the giay, thay ban giay, thay giay, hien trong vneid, mo vneid
        =pickup: ra lay, xa lay, ve lay, di lay, lay cho nao, nho lay, nho nguoi lay, toi lay, moi lay, lay the, nhan the, giay hen, buu dien, gui ve nha, lay gium, lay ho, nhan ho, nhan gium, lay o dau, tra the, chuyen phat
        =pledge: cam co, cam do, cho muon, muon can cuoc, giu can cuoc, giu the, chu tro, cho thue, muon the, tiem cam, lam gia, the gia, bat dua can cuoc
        =carry: mang theo nguoi, quen mang, khong mang, kiem tra, ban photo, photo, bo quen, quen o nha, quen can cuoc, csgt, giao thong, xuat trinh, ra duong, may bay, di bay, cong chung
        =residence: tach khau, tach ho, nhap khau, tam tru vneid, khai tam tru, o nho, dang ky tam tru, dang ky thuong tru, khai bao tam tru, luu tru, xac nhan cu tru, cu tru, nhap khau cho, nhap ho khau, tam vang, thong bao luu tru
        =welfare: an sinh, tien ho tro, tro cap, nhan tien, tien nha nuoc, tien tet, qua 2 9, ho ngheo, chi tra, tien cho, 100 nghin
        =services: ly lich tu phap, to giac, nop thue, thue dat, dat dai, loa phuong, bao cong an, gui tin bao, thue, phan anh tren
        =abroad: nuoc ngoai, quoc tich, han quoc, lao, campuchia, dai loan, trung quoc, nguoi nuoc ngoai, the tam tru, ho chieu
        =company: doanh nghiep, cong ty, hop tac xa, to chuc, co quan, phap nhan, ho kinh doanh
        =stateless: goc viet, khong quoc tich, chua co quoc tich, chua xac dinh quoc tich, giay chung nhan can cuoc, goc viet nam
        =mind: tam than, mat nang luc, nang luc hanh vi, giam ho, down, cham phat trien, thieu nang, tri tue, nguoi dai dien, nhan thuc, tu ky, tam tri
        =held: trai giam, tam giam, tam giu, di tu, cai nghien, thi hanh an, o tu, thu hoi, ngoi tu, dang giam, an treo
        =privacy: lo thong tin, ban thong tin, ro ri, luu gi, xoa du lieu, du lieu ca nhan, gui anh, anh chup can cuoc, gui hinh, chup anh can cuoc, luu so dien thoai, thong tin ca nhan, bao mat, xoa thong tin, bot luu
        =campaign: de an 06, de an, chi tieu, van dong, hoi thuc, hoi moi nguoi, thi dua, ep lam
        =complain: phan anh, khieu nai, to cao, khen, nat, coc loc, thai do, hach sach, lam kho, thu tien, doi tien, boi duong, gop y, loi khen, hong hach, lam nhanh, chen lan, cua quyen
        =human: goi lai cho toi, ai truc, co ai khong, nguoi tra loi, nguoi that, gap nguoi, gap can bo, noi chuyen voi, can bo that, bot ngu, lung tung, khong hieu gi, tra loi lung tung, goi cho can bo, nguoi truc
        =language: tieng jrai, tieng gia rai, tieng bahnar, tieng ba na, tieng ede, tieng kinh, tieng pho thong, phien dich, khong biet chu, ghi am, biet chu, doc gium, mu chu, tieng dan toc
        =office: ca xa, so cua cong an, truc ban, nghi trua, so dien thoai cong an, dia chi cong an, tru so, gio lam viec, gio hanh chinh, thu bay co lam, lam viec khong, so cong an, goi so nao, tong dai, 19000368, duong day nong, cong an xa o, co lam viec, doan xa
        =called-off: mua bao, doi ngay roi, nghi khong lam, khong thay ai, ngung, doi ngay khac, con lam khong, co con, hoan, cup dien, mat dien, mua lon, mua lu, may hong, dung lam, bi doi, bi hoan, ngap
        =which-office: cong an nao, xa nao, o xa, len tinh, cong an tinh, cong an huyen, o huyen, xa khac, xa ke ben, co quan nao, cong an xa, noi khac, dung xa
        =online: qua mang, tren mang, truc tuyen, online, cong dich vu cong, dich vu cong, nop tren, dat lich tren vneid, toan trinh, tu xa
        =age: may tuoi, bao nhieu tuoi, tuoi nao, nam sinh nao, sinh nam
        """);

    /// <summary>The same for other offices' matters and for talk that is about nothing of ours.</summary>
    public static readonly PhraseTable Elsewhere = new("""
        =passport: ho chieu, passport, visa, thi thuc, xuat khau lao dong, xuat canh, nhap canh, ho so di nhat, di han quoc, di nhat
        =driving: bang lai, giay phep lai xe, thi bang lai, sat hach, dang ky xe, bien so, ca vet, sang ten xe, dang kiem, phat nguoi, nong do con, mu bao hiem, giam xe, xe may, o to
        =land: so do, so hong, bia do, tranh chap dat, ranh dat, tach thua, cap dat, lan dat, dat rung, do dat, den bu, quy hoach, giay phep xay dung, dat ray, thua dat, xay nha
        =registry: khai tu, chung tu, ket hon, ly hon, trich luc, con nuoi, doc than, so yeu ly lich, chung thuc, cong chung, hon nhan, dang ky khai sinh, lam khai sinh, lam giay khai sinh, di chuc, thua ke
        =army: nghia vu quan su, nhap ngu, kham nghia vu, quan doi, dan quan, xuat ngu, hoan nghia vu, bo doi, kham tuyen
        =farm-talk: ca phe, trong mi, gia mi, mi lat, gia dieu, ho tieu, gia heo, gia lua, phan bon, thuoc sau, giong lua, con bo, con heo, con trau, con ga, dan bo, dan heo, dich ta, thu y, mua vu, thu hoach, giong cay, cao su, sau rieng, bo sua, lo mom long mong, chan nuoi, vat nuoi
        =weather: thoi tiet, troi mua, troi nang, du bao, bao so, mua bao, co mua khong, mua khong, nang han, nhiet do
        =utilities: tien dien, hoa don dien, dien luc, tien nuoc, nuoc sach, dong ho nuoc, dong ho dien, cup nuoc, cong to, wifi, internet, ap suat, duong dien
        =money: vay von, vay tien, lai suat, ngan hang chinh sach, tra gop, khoan vay, tien vay, tin dung, the atm, the ngan hang, the tin dung, gui tiet kiem, so tiet kiem, no xau, gian no, gia han no, dao han
        =other-card: the sinh vien, the hoc sinh, the bao hiem, the bhyt, the dang, the doan, the nha bao, the xe, the cao, the thu vien, the tin dung, the ngan hang, the atm, the visa, the thuong binh, the cong nhan, the ra vao, the ten, so bao hiem, so bhxh
        =insurance: bao hiem y te, bao hiem xa hoi, bao hiem that nghiep, bhxh, bhyt, luong huu, che do thai san, kham benh, tram y te, tiem chung, tiem ngua, tiem phong, vac xin, mua thuoc, bac si, vien phi, kham thai
        =school: nhap hoc, hoc phi, hoc bong, thi tot nghiep, diem thi, tuyen sinh, diem chuan, chuyen truong, hoc ba, nghi he, lich hoc, lich thi, dai hoc, bai tap, giao vien, bang tot nghiep, ky thi
        =poverty: ho ngheo, can ngheo, so ho ngheo, xet ho ngheo, nha tinh nghia, tro cap that nghiep, gao cuu doi, phat gao, phat qua
        =fun: bong da, bong chuyen, da banh, da bong, doi tuyen, world cup, tran dau, chieu phim, phim, ca nhac, van nghe, le hoi, karaoke, xo so, ket qua so, so de, cong chieng, dam cuoi, dam ma, hop thon, hop dan, hoi lang, game
        =travel: xe khach, ve xe, ve may bay, dat ve, khach san, du lich, quan an, nau an, mon an
        =telecom: goi cuoc, 4g, 5g, nap the, nap tien, lam lai sim, mat sim, cai sim, sim moi, data, goi mang, the cao dien thoai
        =business: giay phep kinh doanh, dang ky kinh doanh, thue mon bai, hoa don, ma so thue, kinh doanh, quyet toan thue, hoan thue, thue thu nhap, mo quan, mo tiem
        =work: viec lam, tuyen dung, xin viec, tuyen cong nhan, tien luong, hop dong lao dong
        =crime: danh nhau, trom, danh bac, da ga, ma tuy, bao luc, danh dap, gay roi, tai nan, kien, doi no, hang xom on
        =love: yeu, nguoi yeu, that tinh, buon qua, co don, lay chong em, nho em, hen ho, crush, chia tay
        =insult: ngu, dien, khung, cho, cut, im di, im mom, do dien, vo dung, rac ruoi, oc cho, me kiep, dm, dmm, vcl, vl, chui, lao, xao
        =other-app: facebook, fb, tiktok, youtube, gmail, vssid, momo, game, shopee, zalo cua, nick zalo, nick facebook, google, app ngan hang
        """);
}
