"""How people write in a hurry, and how they ask at home: one written form to the standard Indonesian words."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.regional import REGIONAL

_SMS = """
abis=habis, abs=habis, hbs=habis, acr=acara, acra=acara, adlh=adalah, aj=saja, aja=saja, ajah=saja,
ak=aku, ama=sama, ap=apa, apaan=apa, apah=apa, apakh=apakah, bgm=bagaimana, bgmn=bagaimana,
gmn=bagaimana, gmana=bagaimana, gimana=bagaimana, gmna=bagaimana, gmnya=bagaimana, bhs=bahas,
bahasnya=bahas, ngebahas=bahas, ngabahas=bahas, bhn=bahan, blh=boleh, blm=belum, blum=belum,
belom=belum, bln=bulan, bpk=bapak, brp=berapa, brpa=berapa, brapa=berapa, brapaan=berapa, brpaan=berapa,
berapaan=berapa, br=baru, bs=bisa, bsa=bisa, bsk=besok, bsok=besok, esok=besok, bsknya=besok, btw=,
cekin=check in, checkin=check in, cekout=check out, checkout=check out, cepet=cepat, cr=cari, dah=sudah,
udah=sudah, udh=sudah, sdh=sudah, sdah=sudah, dgn=dengan, dg=dengan, dlm=dalam, dmn=di mana, dmna=di
mana, dmana=di mana, dimn=di mana, dimna=di mana, dimana=di mana, dimanakah=di mana, dmnya=di mana,
dimananya=di mana, dr=dari, drmn=dari mana, darimana=dari mana, kmn=ke mana, kmana=ke mana, kemana=ke
mana, kemanakah=ke mana, dpt=dapat, dapet=dapat, donlot=download, donlod=download, dwnload=download,
hr=hari, hri=hari, ilang=hilang, jdwl=jadwal, jadwl=jadwal, jdw=jadwal, jadual=jadwal, jm=jam, jmbrp=jam
berapa, jamber=jam berapa, jambrp=jam berapa, jamberapa=jam berapa, kab=kabupaten, kabkota=kabupaten
kota, kpn=kapan, kpan=kapan, kapankah=kapan, kalo=kalau, klo=kalau, kl=kalau, klau=kalau, kyk=seperti,
kayak=seperti, kegtn=kegiatan, kelar=selesai, kelarnya=selesai, klr=selesai, klmpk=kelompok,
klp=kelompok, pok=kelompok, lg=lagi, lgi=lagi, lgsg=langsung, lt=lantai, lnt=lantai, lntai=lantai,
lante=lantai, mhn=mohon, mksh=makasih, makasi=makasih, mksih=makasih, kaos=kaus, kaduo=kedua,
kadua=kedua, katigo=ketiga, katilu=ketiga, kapindho=kedua, kapindo=kedua, katelu=ketiga, kahiji=pertama,
kapisan=pertama, maksi=makan siang, maksiang=makan siang, mkn=makan, mkan=makan, mlm=malam, malem=malam,
mlai=mulai, ml=mulai, mule=mulai, mulaix=mulai, mtri=materi, mtr=materi, matri=materi, mod=moderator,
mdrtr=moderator, narsum=narasumber, narsumnya=narasumber, nrsmbr=narasumber, narsumber=narasumber,
nasum=narasumber, nara=narasumber, nntr=nanti, nti=nanti, nnt=nanti, ntar=nanti, entar=nanti, ntr=nanti,
no=nomor, nmr=nomor, nomer=nomor, nope=nomor hp, ngisi=isi acara, ngapain=ada apa, ngapa=ada apa,
ngapai=ada apa, org=orang, pd=pada, pnl=panel, panl=panel, pke=pakai, pake=pakai, pk=pukul, pkl=pukul,
pkai=pakai, pngisi=pengisi, prov=provinsi, propinsi=provinsi, ptg=petang, pg=pagi, pgi=pagi,
psrt=peserta, rgn=ruangan, rg=ruang, rng=ruang, ruangn=ruangan, rmh=rumah, sblm=sebelum, sblum=sebelum,
sbelum=sebelum, stlh=setelah, stelah=setelah, ssdh=sesudah, abistu=habis itu, skr=sekarang,
skrg=sekarang, skrng=sekarang, skg=sekarang, skrang=sekarang, skarang=sekarang, srg=sekarang,
sdg=sedang, sdng=sedang, slsai=selesai, slesai=selesai, slse=selesai, sls=selesai, slsi=selesai,
slanjutnya=selanjutnya, sp=siapa, sapa=siapa, siapakah=siapa, smp=sampai, smpe=sampai, sampe=sampai,
smpai=sampai, sampek=sampai, ampe=sampai, sm=sama, smua=semua, smuanya=semua, semuanya=semua, sy=saya,
sya=saya, tgl=tanggal, tggl=tanggal, tgal=tanggal, tnggl=tanggal, tlg=tolong, tlong=tolong, tmpt=tempat,
tmpat=tempat, tmp=tempat, tntg=tentang, ttg=tentang, tntang=tentang, trs=terus, trus=terus, teros=terus,
trims=terima kasih, trmksh=terima kasih, trmkasih=terima kasih, tks=terima kasih, thx=terima kasih,
thanks=terima kasih, tq=terima kasih, ty=terima kasih, tmksh=terima kasih, utk=untuk, untk=untuk,
wkt=waktu, wktu=waktu, yg=yang, yng=yang, yah=ya, jum=jumat, jmt=jumat, snn=senin, rbu=rabu, kms=kamis,
sbtu=sabtu, mgg=minggu, mnt=menit, bbrp=beberapa, pasword=password, passwd=password, pass=password,
paswd=password, pswd=password, pw=password, udahan=selesai, bubar=selesai, rampung=selesai,
berakhir=selesai, brkhr=selesai, bdg=bidang, bid=bidang, knp=kenapa, mnurut=menurut, tdk=tidak,
tak=tidak, ga=tidak, gak=tidak, nggak=tidak, ngga=tidak, enggak=tidak, engga=tidak, gk=tidak, g=tidak,
kagak=tidak, kaga=tidak, ndak=tidak, gada=tidak ada, gaada=tidak ada, sertif=sertifikat,
setif=sertifikat, ruangannya=ruangan, wi=wifi, fi=wifi, sholat=salat, solat=salat, shalat=salat,
mushola=musala, mushalla=musala, musholla=musala, musholah=musala, pembkaan=pembukaan, dinar=dinner,
diner=dinner, coffe=coffee, cofee=coffee, cofe=coffee, brek=break, breaktime=break, workshp=workshop,
wrkshp=workshop, ws=workshop, lokakarya=workshop, fgd=fgd diskusi, ballrom=ballroom, cp=kontak, hape=hp,
hpnya=hp, telp=telepon, tlp=telepon, tlpn=telepon, telpon=telepon, telfon=telepon, whatsapp=wa,
ttd=tanda tangan, tandatangan=tanda tangan, teken=tanda tangan, penandatanganan=tanda tangan,
menandatangani=tanda tangan, ditandatangani=tanda tangan, pptx=ppt, powerpoint=ppt, slidenya=slide,
slides=slide, pdfnya=pdf, ntn=nonton, wat=what, wht=what, wen=when, wher=where, whre=where, whos=who,
whats=what, whens=when, wheres=where, pls=please, plz=please, u=you, r=are, tmrw=tomorrow, tmr=tomorrow,
tommorow=tomorrow, tomorow=tomorrow, rn=now, sched=schedule, schedul=schedule, moderater=moderator,
livestream=live stream, keduanya=semua, ketiganya=semua, keempatnya=semua, kelimanya=semua,
jamberapaan=jam berapa, reimbers=reimburse, reimburs=reimburse, rembes=reimburse,
transportnya=transport, jkt=jakarta, mks=makassar, mksr=makassar, sby=surabaya, smg=semarang,
jogja=yogyakarta, jogjakarta=yogyakarta, yogya=yogyakarta, dps=denpasar, jyp=jayapura,
transpor=transport, transprt=transport, metu=keluar, kuwitansi=kuitansi, kwitansi=kuitansi,
kwitansinya=kuitansi, jemputnya=jemput, senpi=senjata api, sajam=senjata tajam, dikumpulin=dikumpulkan,
randis=kendaraan dinas, mobdin=mobil dinas, medsos=media sosial, dikasi=diberi, ditaro=ditaruh,
taro=taruh, naro=taruh, dituker=ditukar, dibenerin=diperbaiki, nyebrang=menyeberang,
nyeberang=menyeberang, nyebrangnya=menyeberang, nyeb=menyeberang, keberapa=ke berapa, kebrp=ke berapa,
keberapanya=ke berapa
"""

def _table(*listings: str) -> dict[str, tuple[str, ...]]:
    pairs = (entry.split("=") for listing in listings for entry in listing.split(","))
    return {written.strip(): tuple(standard.split()) for written, standard in pairs}


SPELLING: Mapping[str, tuple[str, ...]] = _table(*REGIONAL, _SMS)
