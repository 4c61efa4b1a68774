"""
How people ask at home, language by language: the spoken word to the standard Indonesian ones.
Question words, times, numbers, and the verbs of a day at a meeting. A word that Indonesian has with
another meaning is left out, unless at a meeting it hardly has that meaning.
"""

from __future__ import annotations

FREQUENT = """
amun=kalau, andak=taruh, andaknya=tempat, andakah=tempat, sendal=sandal, ditempati=dihuni,
menempati=menghuni, nempatin=menghuni, kudu=harus, mbikak=membuka, ingkang=yang, caro=cara,
masuak=masuk, tong=kita, dishare=dibagikan, disher=dibagikan, ngeshare=membagikan, diupload=diunggah,
ngeprint=mencetak,
diprint=dicetak, diforward=diteruskan, nyuwun=minta, nyuwunaken=minta, nedha=minta, neda=minta,
ngundang=mengundang, sertipikat=sertifikat, reimbursement=reimburse, hrs=harus, hars=harus,
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
brapa=berapa, lapas=setelah, pace=bapak, mace=ibu, nganti=sampai, dugi=sampai, dugina=sampai,
punapa=apa, mawon=saja, kaping=ke, saentos=setelah, sanggeus=setelah, sanggeusna=setelah,
saparantos=setelah, saparantosna=setelah, satutasna=setelah, abih=habis, sudahtu=habis itu, makrab=malam
keakraban, saka=dari, soko=dari, saking=dari, panggenan=tempat, wancine=waktu, wanci=waktu,
acarana=acara, ieuteh=ini, naonwae=apa saja, opowae=apa saja, sinten2=siapa saja, bakdo=setelah,
bakda=setelah, seusai=setelah, nuwunsewu=permisi, pamiarsa=peserta, jampinten=jam berapa, jampiro=jam
berapa, jamsabaraha=jam berapa, sabarahajam=berapa jam, kumahacarana=bagaimana cara, pungkasan=terakhir,
wekasan=terakhir, kawitan=pertama, panutup=penutup, sakmarine=setelah, marine=setelah,
sakbubare=setelah, timana=dari mana, tisaha=dari siapa, badhe=akan, teng=di, inyong=saya,
nyilih=pinjam, nyampeyan=kamu, sampeyan=kamu, panjenengan=anda, anjeun=anda, ente=kamu, antum=anda,
lek=kalau, lajeng=lalu, terasna=lanjut, saterasna=selanjutnya, saterusna=selanjutnya,
saterusnya=selanjutnya, satuluyna=selanjutnya, saenggeusna=setelahnya, sanggeusna=setelahnya,
sakbanjure=selanjutnya, salanjuiknyo=selanjutnya, ngopo=apa, ngopoae=apa saja, ngopowae=apa saja,
salajengna=selanjutnya,
salajengipun=selanjutnya, sabanjure=selanjutnya, sakteruse=selanjutnya, sateruihnyo=selanjutnya,
salanjuiknyo=selanjutnya, linggih=duduk, calik=duduk, budhal=berangkat, mngombe=minum, leueut=minum,
neda=makan, iku=itu, kuwe=itu
"""
"""Of all languages, and words written together that belong apart."""

JAVANESE = """
saweg=sedang, lumampah=jalan, mlampah=jalan, lumaku=jalan, lumaksana=jalan, ngantos=sampai,
nganti=sampai, dugi=sampai, sumangga=silakan, mriki=sini, mrene=sini, rene=sini, mrika=sana, mrono=sana,
kados=seperti, kaya=seperti, kadospundi=bagaimana, kepriben=bagaimana, priben=bagaimana,
kepriwe=bagaimana, priwe=bagaimana, tanglet=tanya, takon=tanya, takok=tanya, njaluk=minta, pirsa=tahu,
pirso=tahu, mireng=dengar, krungu=dengar, ngertos=tahu, mangertos=tahu, weruh=tahu, ngerteni=tahu,
delok=lihat, ndelok=lihat, ningali=lihat, mirsani=lihat, rawuh=datang, lunga=pergi, lungo=pergi,
mulih=pulang, muleh=pulang, wangsul=pulang, kondur=pulang, mantuk=pulang, mlebu=masuk, mlebet=masuk,
munggah=naik, minggah=naik, mudhun=turun, mandhap=turun, lungguh=duduk, pinarak=duduk, tilem=tidur,
sare=tidur, adus=mandi, nedha=makan, nedo=makan, dhahar=makan, ngunjuk=minum, luwe=lapar, ngelih=lapar,
kaliren=lapar, ngelak=haus, kesel=lelah, pegel=lelah, mumet=pusing, ngelu=pusing, watuk=batuk,
weteng=perut, padharan=perut, sithik=sedikit, sekedhik=sedikit, akeh=banyak, kathah=banyak, kabeh=semua,
sedaya=semua, sedoyo=semua, sedanten=semua, liyane=lain, liya=lain, sanesipun=lain, dudu=bukan,
ojo=jangan, bibar=selesai, bubare=selesai, mantun=selesai, miwiti=mulai, kawiwitan=mulai,
dipunwiwiti=dimulai, emben=lusa, mbesuk=besok, suk=besok, saben=setiap, jane=sebenarnya,
sakjane=sebenarnya, ngrembag=membahas, ngrembug=membahas, ngrembuk=membahas, rembug=bahas, rembag=bahas,
dirembug=dibahas, ngomongke=bahas, ngomongno=bahas, ngisor=bawah, nduwur=atas, ndhuwur=atas,
dhuwur=atas, nginggil=atas, sisih=sebelah, cedhak=dekat, cedak=dekat, adoh=jauh, tebih=jauh, omah=rumah,
duwit=duit, arto=duit, artho=duit, yatra=duit, sangu=uang saku, pitu=tujuh, wolu=delapan,
songo=sembilan, sedasa=sepuluh, rolas=dua_belas, rong=dua, telung=tiga, limang=lima, pitung=tujuh,
wolung=delapan, kaloro=kedua, katiga=ketiga, ketelu=ketiga, keloro=kedua, kapapat=keempat,
kapat=keempat, seprapat=seperempat, luwih=lebih, kirang=kurang, isih=masih, tasih=masih, tesih=masih,
esih=masih, ijik=masih, iseh=masih, ben=supaya, amargi=karena, amarga=karena, mergo=karena,
mergane=karena, utawi=atau, utawa=atau, utowo=atau, lan=dan, kaliyan=dengan, dhateng=ke, boten=tidak,
nggeh=ya, enggeh=ya, menawi=kalau, menawa=kalau, yen=kalau, maringi=memberi, paring=beri,
diparingi=diberi, diwenehi=diberi, weneh=beri, angsal=dapat, pareng=boleh, entuk=dapat, mundhut=ambil,
njupuk=ambil, jupuk=ambil, njikuk=ambil, mendhet=ambil, ngagem=pakai, agem=pakai, ageman=pakaian,
sandangan=pakaian, numpak=naik, nitih=naik, mlaku=jalan, ngenteni=menunggu, nenggo=menunggu,
ngentosi=menunggu, ngenthos=menunggu, nekani=menghadiri, ngaturi=memberi, ngaturaken=menyampaikan,
nguripke=menyalakan, mbayar=bayar, nyambut=pinjam, tuku=beli, tumbas=beli, kamare=kamar,
sinareng=bersama, kanca=teman, konco=teman, rencang=teman, tiyang=orang, wong=orang, wonge=orangnya,
awakku=saya, awake=saya, dhewe=sendiri, dewe=sendiri, piyambak=sendiri, nesu=marah
"""

SUNDANESE = """
naros=tanya, tumaros=bertanya, nyuhunkeun=minta, menta=minta, uninga=tahu, nyaho=tahu, sumping=datang,
mulang=pulang, uih=pulang, mios=berangkat, asup=masuk, lebet=masuk, kaluar=keluar, kaluarna=keluar,
naek=naik, kulem=tidur, emam=makan, mam=makan, palay=ingin, hayang=ingin, tunduh=mengantuk,
nundutan=mengantuk, lieur=pusing, rieut=pusing, udur=sakit, beuteung=perut, patuangan=perut,
palih=sebelah, sabeulah=sebelah, gigireun=samping, payuneun=depan, hareupeun=depan, tukangeun=belakang,
handap=bawah, caket=dekat, deukeut=dekat, rohangan=ruangan, rohang=ruang, kamer=kamar, imah=rumah,
artos=duit, engkin=nanti, engkena=nanti, pageto=lusa, burit=sore, pasosore=sore, janari=subuh,
keneh=masih, acan=belum, tacan=belum, moal=tidak, geus=sudah, enggeus=sudah, atos=sudah, parantos=sudah,
dikawitan=dimulai, kawit=mulai, mimitina=mulai, ngamimitian=mulai, anggeus=selesai, lekasan=selesai,
bubarna=selesai, kumaha=bagaimana, kunaon=kenapa, anu=yang, oge=juga, jeung=dengan, mun=kalau,
ngadiskusikeun=mendiskusikan, nyarita=bicara, ngawangkong=bicara, sasauran=bicara, biantara=pidato,
ngawakilan=mewakili, diwakilan=diwakilkan, ngagentosan=menggantikan, mawa=membawa, dicandak=dibawa,
ngangge=memakai, dianggo=dipakai, anggoan=pakaian, sapatu=sepatu, nami=nama, namina=nama,
sapuluh=sepuluh, sabelas=sebelas, kaopat=keempat, kalima=kelima, sadaya=semua, sadayana=semua,
sejen=lain, lian=lain, naha=apakah, jigana=mungkin, meureun=mungkin, ngalihat=melihat, ningal=lihat,
nempo=lihat, ngadangu=dengar, meuli=beli, meser=beli, mayar=bayar, dipasihan=diberi, masihan=memberi,
nyokot=mengambil, ngadaptar=daftar, saprak=sejak, dugika=sampai, nepi=sampai, nepika=sampai,
waktosna=waktunya, waktos=waktu, tempatna=tempat, jamna=jam, simkuring=saya, kuring=saya,
anjeunna=beliau, ieuna=ini
"""

BANJAR = """
kaduwa=kedua, duwa=dua, katalu=ketiga, kaampat=keempat, ampat=empat, anam=enam, pitu=tujuh,
walu=delapan, nangapa=apa, nangmana=yang mana, kamarian=sore, kamariannya=sore, kupi=kopi,
mambuka=membuka, bakumpul=berkumpul, batakun=bertanya, batakunan=bertanya, takun=tanya,
takunakan=tanyakan, bapadah=bilang, padahi=beritahu, kawa=bisa, balum=belum, ampih=selesai,
bamula=mulai, mamulai=mulai, guring=tidur, kinum=minum, nginum=minum, saurang=sendiri, bubuhan=kami,
barataan=semua, sabarataan=semua, samunyaan=semua, parak=dekat, higa=sebelah, subalah=sebelah,
mambawa=membawa, maambil=mengambil, manjapuk=mengambil, japuk=ambil, dijapuk=dijemput,
manjamput=menjemput, bapakaian=berpakaian, mamakai=memakai, tadih=tadi, baisukan=pagi, tangahari=siang,
baarian=siang, sanja=sore, sabuting=satu, mambahas=membahas, manyampaiakan=menyampaikan,
manutup=menutup, tatinggal=tertinggal, handakai=mau, kayapa=bagaimana, dimapa=di mana, kamanakah=ke mana
"""

MINANG = """
pabilo=kapan, kapatang=kemarin, potang=kemarin, sanjo=sore, nio=mau, amuah=mau, buliah=boleh,
dapek=dapat, lalok=tidur, lapa=lapar, litak=lelah, tibo=tiba, kalua=keluar, naiak=naik, duduak=duduk,
tagak=berdiri, habih=habis, ruangannyo=ruangan, ateh=atas, sabalah=sebelah, dakek=dekat, jauah=jauh,
maota=bicara, kecek=bicara, manyampaian=menyampaikan, manutuik=menutup, tutuik=tutup, ditutuik=ditutup,
panutuik=penutup, panutuikan=penutupan, ambiak=ambil, maambiak=mengambil, mambao=membawa, dibao=dibawa,
pitih=duit, surek=surat, sakik=sakit, paniang=pusing, ubek=obat, sadonyo=semua, untuak=untuk,
satangah=setengah, labiah=lebih, anam=enam, sambilan=sembilan, tanyo=tanya, batanyo=bertanya,
mananyoan=menanyakan, samo=sama, kito=kita, kinilah=sekarang, kiniko=sekarang, partamo=pertama,
tarakhir=terakhir, masuakan=masuk, malihek=melihat, caliak=lihat, dangga=dengar, mandanga=mendengar,
mambali=membeli, bayia=bayar, mambayia=membayar, mananti=menunggu, mampatangguangan=pertanggungjawaban,
rapek=rapat, basamo=bersama, sambayang=salat, sumbayang=salat, pasawek=pesawat, karanonyo=karena,
karano=karena, bisuaknyo=besok, pagiko=pagi ini, malamko=malam ini, siangko=siang ini, lamo=lama,
barapolamo=berapa lama, kaduonyo=semua, dimananyo=di mana, ndeh=
"""

BATAK = """
andigan=kapan, didia=di mana, tudia=ke mana, ise=siapa, boha=bagaimana, beha=bagaimana, sadia=berapa,
piga=berapa, nuaeng=sekarang, saonari=sekarang, marsogot=besok, nantoari=kemarin, annon=nanti,
nangkin=tadi, nunga=sudah, ndang=tidak, modom=tidur, mulak=pulang, mamungka=mulai, sidung=selesai,
bilut=kamar, inganan=tempat, ulaon=acara, santabi=permisi, dison=di sini, adong=ada, marsapa=bertanya,
manungkun=bertanya, mangalehon=memberi, pakean=pakaian, hepeng=duit, marsahit=sakit, tikki=waktu,
tingki=waktu, sude=semua, parjolo=pertama, paduahon=kedua, patoluhon=ketiga
"""

MALAY = """
due=dua,
mane=mana, ape=apa, siape=siapa, gimane=bagaimana, pegimane=bagaimana, berape=berapa, kenape=kenapa,
aye=saya, ane=saya, lu=kamu, elu=kamu, elo=kamu, kite=kita, nyang=yang, entu=itu, ntu=itu, belon=belum,
ude=sudah, bae=saja, doang=saja, doangan=saja, kemane=ke mana, bile=kapan, bilekah=kapan, tige=tiga,
lime=lima, saye=saya, kat=di, cemane=bagaimana, macamane=bagaimana, macamana=bagaimana,
camane=bagaimana, kejap=sebentar, kelmarin=kemarin, sikit=sedikit, jer=saja, pulak=pula, diorang=mereka,
semue=semua, kamek=saya, kitak=kamu, balek=pulang, pukol=pukul, tandas=toilet, surau=musala,
meunasah=musala, wang=duit, telefon=telepon, ketike=ketika, sekejap=sebentar, dimaneye=di mana,
kedue=kedua, ketige=ketiga, pertame=pertama, sape=siapa, ngape=kenapa, sane=sana, mulenye=mulai,
kelakar=bicara, besuk=besok, isok=besok, sudeh=sudah, abes=habis, abese=habis, lame=lama,
tempatnye=tempat, acarenye=acara, acare=acara, jamnye=jam, ruangannye=ruangan, makannye=makan,
siapenye=siapa, mulaeknye=mulai
"""

EASTERN = """
anam=enam, ampa=empat, slapang=delapan, delapang=delapan, sambilang=sembilan, spulu=sepuluh,
sabalas=sebelas, kapang=kapan, bede=katanya, uppanna=kapan, niga=siapa, kegi=di mana, kega=mana,
magi=kenapa, denre=tadi, manre=makan, inai=siapa, kemae=di mana, sikura=berapa, antekamma=bagaimana,
ammuko=besok, doe=duit, nassami=pasti, nda=tidak, nyanda=tidak, ngana=kamu, ngoni=kalian, stow=mungkin,
sto=mungkin, kamareng=kemarin, bagimana=bagaimana, kiapa=kenapa, tampa=tempat, tampat=tempat, nae=naik,
maso=masuk, tidor=tidur, bangong=bangun, samua=semua, ose=kamu, akang=itu, jang=jangan,
mangkali=mungkin, ontua=beliau, antua=beliau, kitong=kami, kam=kalian, kastau=beritahu, kastaw=beritahu,
sonde=tidak, sondekah=tidak, bosong=kalian, besong=kalian, karmana=bagaimana, kermana=bagaimana,
kotong=kita, pung=punya, dolu=dulu, makanang=makanan, jamuang=jamuan, ruangang=ruangan, pulangi=pulang,
kasana=ke sana, baronda=jalan, bacarita=bicara, baomong=bicara, omong=bicara, kasimasuk=masuk,
bale=pulang, mulae=mulai, minung=minum, kabawa=bawah, blakang=belakang, sabla=sebelah, sebla=sebelah,
pele=tutup
"""

OTHERS = """
nyen=siapa, sira=siapa, dija=di mana, kija=ke mana, pidan=kapan, akuda=berapa, kudang=berapa,
mangkin=sekarang, jani=sekarang, buin=lagi, malih=lagi, ibi=kemarin, nyanan=nanti, tuni=tadi,
peteng=malam, semeng=pagi, suba=sudah, konden=belum, tusing=tidak, nenten=tidak, ngajeng=makan,
madaar=makan, nunas=minta, titiang=saya, ragane=anda, napi=apa, punapi=bagaimana, kenken=bagaimana,
engken=mana, ento=itu, nika=itu, rauh=datang, budal=berangkat, sesampun=setelah, sasampun=setelah,
lantas=lalu, raris=lalu, puput=selesai, pragat=selesai, suud=selesai, genah=tempat, genahne=tempat,
tongos=tempat, tongosne=tempat, lakar=akan, jagi=akan, dados=boleh, ampura=maaf, nawegang=maaf,
ponapa=apa, napah=apa, sapah=siapa, paserah=siapa, dimma=di mana, edimma=di mana, kammah=ke mana,
bileh=kapan, saponapa=berapa, berempa=berapa, satia=sekarang, sateya=sekarang, lagguk=besok,
lagghu=besok, lastare=setelah, ampon=sudah, ngakan=makan, neddha=makan, badha=ada, bhunten=tidak,
sakalangkong=terima kasih, paneka=ini, pajan=kapan, dipat=di mana, peue=apa, padum=berapa, padup=berapa,
jinoe=sekarang, jino=sekarang, singoh=besok, baroe=kemarin, bunoe=tadi, eunteuk=nanti, lheuh=setelah,
lheueh=setelah, pajoh=makan, seumayang=salat, woe=pulang, tamong=masuk, teubit=keluar, poh=pukul,
rumoh=rumah, teurimong=terima, gaseh=kasih, geunaseh=kasih, meuah=maaf, loen=saya, lon=saya,
droeneuh=anda, nyoe=ini, nyan=itu
"""

REGIONAL = (FREQUENT, JAVANESE, SUNDANESE, BANJAR, MINANG, BATAK, MALAY, EASTERN, OTHERS)
"""Malay is that of Jakarta, Riau and Pontianak; eastern that of Makassar, Manado, Ambon, Kupang and Papua;
the others are Balinese, Madurese and Acehnese."""
