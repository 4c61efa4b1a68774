"""How people write in a hurry, and how they ask at home: one written form to the standard Indonesian words.

SMS spelling, then the frequent question words, numbers and particles of Javanese, Sundanese, Banjar,
Minang, Bugis-Makassar and Ambon/Manado Malay.
"""

from __future__ import annotations

from collections.abc import Mapping

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

_REGIONAL = """
amun=kalau, andak=taruh, andaknya=tempat, andakah=tempat, sendal=sandal, ditempati=dihuni,
menempati=menghuni, nempatin=menghuni, kudu=harus, mbikak=membuka, ingkang=yang, caro=cara,
masuak=masuk, tong=kita, sertipikat=sertifikat, reimbursement=reimburse, hrs=harus, hars=harus,
dipake=dipakai, dipakek=dipakai, disebelah=di sebelah, disblh=di sebelah, sblh=sebelah, diruang=di
ruang, diruangan=di ruangan, dilantai=di lantai, dihotel=di hotel, kehotel=ke hotel, dilobi=di lobi,
diaula=di aula, diballroom=di ballroom, dikamar=di kamar, dimeja=di meja, dipintu=di pintu, disamping=di
samping, didepan=di depan, diluar=di luar, didalam=di dalam, dilokasi=di lokasi, ditempat=di tempat,
kebandara=ke bandara, dibandara=di bandara, kelokasi=ke lokasi, keruang=ke ruang, keruangan=ke ruangan,
jd=jadi, jdi=jadi, krn=karena, karna=karena, krna=karena, wayah=waktu, dateng=datang,
ngadain=mengadakan, diadain=diadakan, sejam=1 jam, setengahjam=setengah jam, sawalas=sebelas,
sewelas=sebelas, umpat=ikut, umpatan=ikut, lai=lagi, deui=lagi, maneh=lagi, meneh=lagi, iko=ini,
ngikut=ikut, salapan=sembilan, dalapan=delapan, dualapan=delapan, genep=enam, tujuah=tujuh,
sapuluah=sepuluh, sabaleh=sebelas, sakali=sekali, setunggal=satu, kalih=dua, tigang=tiga, sekawan=empat,
gangsal=lima, dipun=di, wiwiti=mulai, ngabuka=membuka, bukak=buka, mbukak=membuka, tutupe=penutupan,
bukake=pembukaan, piro=berapa, pira=berapa, pinten=berapa, sabaraha=berapa, barapa=berapa, bara=berapa,
barapo=berapa, siapo=siapa, sopo=siapa, sinten=siapa, saha=siapa, sia=siapa, nang=di, neng=di, ning=di,
ing=di, endi=mana, ndi=mana, ngendi=di mana, nandi=di mana, nangndi=di mana, pundi=mana, wonten=ada,
dima=di mana, dimano=di mana, kama=ke mana, kamano=ke mana, mano=mana, dimanako=di mana, dimanaki=di
mana, kemanaki=ke mana, kamana=ke mana, dimane=di mana, opo=apa, nopo=apa, menopo=apa, naon=apa,
apo=apa, apalah=apa, apae=apa, apato=apa, kapanko=kapan, iraha=kapan, kapanlah=kapan, bilo=kapan,
kapano=kapan, saiki=sekarang, sakniki=sekarang, saniki=sekarang, ayeuna=sekarang, kini=sekarang,
wayahini=sekarang, wahini=sekarang, sakarang=sekarang, skarangmi=sekarang, kene=sini, mengko=nanti,
mengke=nanti, engke=nanti, isuk=besok, sesuk=besok, mbesok=besok, mbenjing=besok, enjing=besok,
isukan=besok, isuak=besok, bisuk=besok, bengi=malam, ndalu=malam, peuting=malam, wengi=malam, esuk=pagi,
awan=siang, beurang=siang, sonten=sore, siji=satu, loro=dua, telu=tiga, papat=empat, limo=lima,
hiji=satu, tilu=tiga, opat=empat, duo=dua, tigo=tiga, ampek=empat, ciek=satu, talu=tiga, sing=yang,
nu=yang, nan=yang, iki=ini, niki=ini, ieu=ini, kuwi=itu, niku=itu, eta=itu, bar=setelah,
sakwise=setelah, sawise=setelah, sakderenge=sebelum, sateuacan=sebelum, tos=sudah, wis=sudah, wes=sudah,
mpun=sudah, sampun=sudah, alah=sudah, ora=tidak, mboten=tidak, henteu=tidak, teu=tidak, indak=tidak,
seng=tidak, kada=tidak, ngomong=bicara, ngomongin=bahas, ngomongkeun=bahas, mbahas=bahas, mbuka=membuka,
ngebuka=membuka, nutup=menutup, nutupi=menutup, maturnuwun=terima kasih, matursuwun=terima kasih,
haturnuhun=terima kasih, terimakasi=terima kasih, suksma=terima kasih, rek=mau, arep=mau, bade=mau,
handak=mau, nak=mau, acarane=acara, panele=panel, jame=jam, tempate=tempat, panggonane=tempat,
panggonan=tempat, panggon=tempat, maem=makan, dahar=makan, tuang=makan, makang=makan, mulaine=mulai,
mulainyo=mulai, wiwit=mulai, ngawitan=mulai, mimiti=mulai, rampunge=selesai, beres=selesai,
bubaran=selesai, engko=nanti, agek=sedang, lagek=sedang, nembe=sedang, keur=sedang, nuju=sedang,
pambukaan=pembukaan, panutupan=penutupan, torang=kami, katong=kita, dorang=mereka, beta=saya, sa=saya,
kitorang=kami, pigi=pergi, su=sudah, wekdal=waktu, tabuh=pukul, pirang=berapa, nggon=tempat,
enggon=tempat, nek=kalau, wingi=kemarin, suwe=lama, sui=lama, lawas=lama, entek=habis, diwiwiti=dimulai,
dibukak=dibuka, sakbare=setelah, sakbar=setelah, saksampunipun=setelah, sakdurunge=sebelum,
sadurunge=sebelum, durung=belum, dereng=belum, saged=bisa, piye=bagaimana, pie=bagaimana,
kepriye=bagaimana, kepiye=bagaimana, pripun=bagaimana, ono=ada, enek=ada, eneng=ada, onok=ada,
menapa=apa, kulo=saya, kula=saya, njih=ya, mangke=nanti, mangkih=nanti, benjang=besok, dinten=hari,
dino=hari, dalu=malam, enjang=pagi, jenenge=nama, asmane=nama, jeneng=nama, ngendikan=bicara,
ngendika=bicara, mimpin=pimpin, nggowo=bawa, nganggo=pakai, klambi=baju, turu=tidur, nginep=inap,
mangan=makan, saba=setelah, sabada=setelah, saatos=setelah, samemeh=sebelum, saacan=sebelum,
kamari=kemarin, aya=ada, ti=dari, palebah=sebelah, poe=hari, lami=lama, rengse=selesai,
dimimitian=dimulai, hoyong=mau, wae=saja, sareng=dengan, kanggo=untuk, upami=kalau, nyandak=ambil,
raksukan=baju, acuk=baju, diacuk=berpakaian, nyarios=bicara, dibahasna=dibahas, tiasa=bisa, kedah=harus,
dipidangkeun=ditampilkan, pukua=pukul, baa=bagaimana, bagaimano=bagaimana, beko=nanti, barisuak=besok,
bisuak=besok, patang=kemarin, sasudah=setelah, sabalun=sebelum, salasai=selesai, tampek=tempat,
mangecek=bicara, ado=ada, alun=belum, wakatu=waktu, mamimpin=memimpin, pabila=kapan, ulun=saya,
pian=kamu, kaina=nanti, imbah=setelah, tuntung=selesai, gasan=untuk, haja=saja, ngaran=nama,
ngarannya=nama, bulik=pulang, tulak=berangkat, napa=apa, bahapa=bagaimana, hanyar=baru, sabalum=sebelum,
badiam=menginap, mamander=bicara, tabe=permisi, iyek=ya, iye=ya, tawwa=, tabek=permisi, kodong=,
tra=tidak, trada=tidak ada, tarada=tidak ada, deng=dengan, par=untuk, sabantar=sebentar, blom=belum,
brapa=berapa, lapas=setelah, pace=bapak, mace=ibu, nganti=sampai, dugi=datang, dugina=datang,
punapa=apa, mawon=saja, kaping=ke, saentos=setelah, sanggeus=setelah, sanggeusna=setelah,
saparantos=setelah, saparantosna=setelah, satutasna=setelah, abih=habis, sudahtu=habis itu, makrab=malam
keakraban, saka=dari, soko=dari, saking=dari, panggenan=tempat, wancine=waktu, wanci=waktu,
acarana=acara, ieuteh=ini, naonwae=apa saja, opowae=apa saja, sinten2=siapa saja, bakdo=setelah,
bakda=setelah, seusai=setelah, nuwunsewu=permisi, pamiarsa=peserta, jampinten=jam berapa, jampiro=jam
berapa, jamsabaraha=jam berapa, sabarahajam=berapa jam, kumahacarana=bagaimana cara, pungkasan=terakhir,
wekasan=terakhir, kawitan=pertama, panutup=penutup, sakmarine=setelah, marine=setelah,
sakbubare=setelah, timana=dari mana, tisaha=dari siapa, badhe=akan, ten=di, teng=di, inyong=saya,
nyilih=pinjam, nyampeyan=kamu, sampeyan=kamu, panjenengan=anda, anjeun=anda, ente=kamu, antum=anda,
lek=kalau, lajeng=lalu, terasna=lanjut, saterasna=selanjutnya, salajengna=selanjutnya,
salajengipun=selanjutnya, sabanjure=selanjutnya, sakteruse=selanjutnya, sateruihnyo=selanjutnya,
salanjuiknyo=selanjutnya, linggih=duduk, calik=duduk, budhal=berangkat, mngombe=minum, leueut=minum,
neda=makan, iku=itu, kuwe=itu
"""


def _table(*listings: str) -> dict[str, tuple[str, ...]]:
    pairs = (entry.split("=") for listing in listings for entry in listing.split(","))
    return {written.strip(): tuple(standard.split()) for written, standard in pairs}


SPELLING: Mapping[str, tuple[str, ...]] = _table(_SMS, _REGIONAL)
