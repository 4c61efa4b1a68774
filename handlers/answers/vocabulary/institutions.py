"""
Common abbreviations in Indonesian government, and the words they stand for. Initialisms of the
event's own names are worked out from the event; this is for the blends that cannot be.
"""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.listing import word_set

_BLENDS = """
pp=pamong praja, satpolpp=satuan polisi pamong praja, damkar=pemadam kebakaran, linmas=perlindungan
masyarakat, trantib=ketenteraman ketertiban, trantibum=ketenteraman ketertiban umum, satlinmas=satuan
perlindungan masyarakat, kasatpol=kepala satpol, bi=bank indonesia, wasnas=kewaspadaan nasional,
sestama=sekretaris utama, sesmen=sekretaris menteri, sesmenko=sekretaris menteri koordinator,
sestditjen=sekretaris ditjen, sesban=sekretaris badan, sesitjen=sekretaris inspektorat jenderal,
hubla=perhubungan laut, hubdat=perhubungan darat, hubud=perhubungan udara, djpk=perimbangan keuangan,
perimkeu=perimbangan keuangan, kalak=kepala pelaksana, kalaksa=kepala pelaksana, pusdatin=pusat data
informasi, kapusdatin=kepala pusat data informasi, pusdalops=pusat pengendalian operasi, bnpb=badan
nasional penanggulangan bencana, kabiro=kepala biro, karohukum=kepala biro hukum, kpu=komisi pemilihan
umum, kpk=komisi pemberantasan korupsi, bpkp=badan pengawasan keuangan pembangunan, kpai=komisi
perlindungan anak, ditpolpum=politik pemerintahan umum, kemendagri=kementerian dalam negeri,
depdagri=kementerian dalam negeri, mendagri=menteri dalam negeri, wamendagri=wakil menteri dalam negeri,
kemenkeu=kementerian keuangan, menkeu=menteri keuangan, kemenkes=kementerian kesehatan, menkes=menteri
kesehatan, kemendikbud=kementerian pendidikan kebudayaan, kemendikdasmen=kementerian pendidikan dasar
menengah, kemenag=kementerian agama, menag=menteri agama, kemenpanrb=kementerian panrb,
panrb=pendayagunaan aparatur negara reformasi birokrasi, menpan=menteri pendayagunaan aparatur negara,
kemenpan=kementerian panrb, menpanrb=menteri panrb, kemensos=kementerian sosial, mensos=menteri sosial,
kemenkumham=kementerian hukum ham, kemenhan=kementerian pertahanan, kemenlu=kementerian luar negeri,
kemenhub=kementerian perhubungan, menhub=menteri perhubungan, kemenperin=kementerian perindustrian,
kemendag=kementerian perdagangan, kemendes=kementerian desa, kementan=kementerian pertanian,
mentan=menteri pertanian, kemenkp=kementerian kelautan perikanan, kkp=kementerian kelautan perikanan,
klhk=kementerian lingkungan hidup kehutanan, kemenpora=kementerian pemuda olahraga,
kemenparekraf=kementerian pariwisata ekonomi kreatif, kemenpar=kementerian pariwisata,
kemenaker=kementerian ketenagakerjaan, kemnaker=kementerian ketenagakerjaan, komdigi=kementerian
komunikasi digital, kominfo=komunikasi informatika, diskominfo=dinas komunikasi informatika,
kemenkominfo=kementerian komunikasi informatika, kemenpupr=kementerian pekerjaan umum perumahan rakyat,
pupr=pekerjaan umum perumahan rakyat, kemenko=kementerian koordinator, kemenkop=kementerian koperasi,
kemenppn=kementerian perencanaan pembangunan nasional, esdm=energi sumber daya mineral, bappenas=badan
perencanaan pembangunan nasional, bappeda=badan perencanaan pembangunan daerah, bapperida=badan
perencanaan riset inovasi daerah, bapenda=badan pendapatan daerah, bawaslu=badan pengawas pemilihan
umum, panwaslu=panitia pengawas pemilihan umum, bpbd=badan penanggulangan bencana daerah, basarnas=badan
pencarian pertolongan, polri=kepolisian negara republik indonesia, polda=kepolisian daerah,
kapolda=kepala kepolisian daerah, polres=kepolisian resor, kapolres=kepala kepolisian resor,
kapolri=kepala kepolisian negara, kodam=komando daerah militer, pangdam=panglima daerah militer,
kejagung=kejaksaan agung, kejati=kejaksaan tinggi, kesbangpol=kesatuan bangsa politik, polpum=politik
pemerintahan umum, otda=otonomi daerah, bangda=bina pembangunan daerah, keuda=bina keuangan daerah,
pemdes=pemerintahan desa, adwil=administrasi kewilayahan, dukcapil=kependudukan pencatatan sipil,
disdukcapil=dinas kependudukan pencatatan sipil, ditjen=direktorat jenderal, dirjen=direktur jenderal,
sesditjen=sekretaris ditjen, sesdirjen=sekretaris direktorat jenderal, setjen=sekretariat jenderal,
sekjen=sekretaris jenderal, itjen=inspektorat jenderal, irjen=inspektur jenderal, dir=direktur,
deputi=deputi, kasubdit=kepala subdirektorat, subdit=subdirektorat, kabid=kepala bidang, kabag=kepala
bagian, karo=kepala biro, kapus=kepala pusat, kaban=kepala badan, kadis=kepala dinas, kadinkes=kepala
dinas kesehatan, dinkes=dinas kesehatan, disdik=dinas pendidikan, kadisdik=kepala dinas pendidikan,
dinsos=dinas sosial, kadinsos=kepala dinas sosial, dishub=dinas perhubungan, kadishub=kepala dinas
perhubungan, dispar=dinas pariwisata, kadispar=kepala dinas pariwisata, disnaker=dinas tenaga kerja,
dpmd=dinas pemberdayaan masyarakat desa, dkp=dinas kelautan perikanan, dlh=dinas lingkungan hidup,
kadin=kamar dagang industri, bkkbn=kependudukan keluarga berencana nasional, disperindag=dinas
perindustrian perdagangan, distan=dinas pertanian, bpkad=badan pengelolaan keuangan aset daerah,
kasat=kepala satuan, satpol=satuan polisi, kabin=kepala badan intelijen, kasi=kepala seksi,
kapuskesmas=kepala puskesmas, pemprov=pemerintah provinsi, pemkab=pemerintah kabupaten,
pemkot=pemerintah kota, pemda=pemerintah daerah, sekda=sekretaris daerah, sekdaprov=sekretaris daerah
provinsi, setda=sekretariat daerah, wagub=wakil gubernur, wabup=wakil bupati, walkot=wali kota,
walikota=wali kota, wawali=wakil wali kota, dprd=dewan perwakilan rakyat daerah, kaltim=kalimantan
timur, kalsel=kalimantan selatan, kalbar=kalimantan barat, kalteng=kalimantan tengah, kaltara=kalimantan
utara, jabar=jawa barat, jatim=jawa timur, jateng=jawa tengah, sumut=sumatera utara, sumbar=sumatera
barat, sumsel=sumatera selatan, sulsel=sulawesi selatan, sulut=sulawesi utara, sulteng=sulawesi tengah,
sultra=sulawesi tenggara, sulbar=sulawesi barat, ntb=nusa tenggara barat, ntt=nusa tenggara timur,
malut=maluku utara, babel=bangka belitung, kepri=kepulauan riau, diy=daerah istimewa yogyakarta,
dki=jakarta, unpad=universitas padjadjaran, unpatti=universitas pattimura, unhas=universitas hasanuddin,
undip=universitas diponegoro, unair=universitas airlangga, unmul=universitas mulawarman,
unlam=universitas lambung mangkurat, unsrat=universitas sam ratulangi, unand=universitas andalas,
unud=universitas udayana, uncen=universitas cenderawasih, unram=universitas mataram, unsri=universitas
sriwijaya, unila=universitas lampung, unsoed=universitas jenderal soedirman, uns=universitas sebelas
maret, unri=universitas riau, untan=universitas tanjungpura, undana=universitas nusa cendana,
itb=institut teknologi bandung, its=institut teknologi sepuluh nopember, ipb=institut pertanian bogor,
ugm=universitas gadjah mada, usu=universitas sumatera utara, ui=universitas indonesia, ojk=otoritas jasa
keuangan, bumd=badan usaha milik daerah, ketum=ketua umum, kakanwil=kepala kantor wilayah, kanwil=kantor
wilayah, kantah=kantor pertanahan,
gubes=guru besar, ditreskrimsus=direktorat reserse kriminal khusus, rri=radio republik
indonesia, wamen=wakil menteri, wapres=wakil presiden, sekban=sekretaris badan, wamenkes=wakil menteri
kesehatan, wamenkeu=wakil menteri keuangan, mendikbud=menteri pendidikan kebudayaan, menko=menteri
koordinator, menkominfo=menteri komunikasi informatika, menaker=menteri ketenagakerjaan, menpar=menteri
pariwisata, mendag=menteri perdagangan, menperin=menteri perindustrian, menhan=menteri pertahanan,
menlu=menteri luar negeri, menpora=menteri pemuda olahraga, kadishut=kepala dinas kehutanan,
kadistan=kepala dinas pertanian, kadisperindag=kepala dinas perindustrian perdagangan, kadisnaker=kepala
dinas tenaga kerja, kadisdukcapil=kepala dinas kependudukan pencatatan sipil, kadiskominfo=kepala dinas
komunikasi informatika, dinkop=dinas koperasi, disbud=dinas kebudayaan, dispora=dinas pemuda olahraga,
kabappeda=kepala bappeda, kasubag=kepala subbagian, kasubbag=kepala subbagian, kapusdiklat=kepala pusat
pendidikan pelatihan, pusdiklat=pusat pendidikan pelatihan, dirut=direktur utama, irda=inspektur daerah,
waket=wakil ketua, wakapolda=wakil kepala kepolisian daerah, kajati=kepala kejaksaan tinggi,
kajari=kepala kejaksaan negeri, danrem=komandan korem, dandim=komandan kodim, karutan=kepala rumah
tahanan, rsud=rumah sakit umum daerah, bssn=badan siber sandi negara, brin=badan riset inovasi nasional,
bpk=badan pemeriksa keuangan, kades=kepala desa, sekdes=sekretaris desa, kadus=kepala dusun,
kakantah=kepala kantor pertanahan, kakan=kepala kantor, kapolsek=kepala kepolisian sektor, danramil=komandan
koramil, sekwan=sekretaris dewan, kabidhumas=kepala bidang humas
"""

INSTITUTIONS: Mapping[str, tuple[str, ...]] = {
    blend.strip(): tuple(words.split())
    for blend, _, words in (entry.partition("=") for entry in _BLENDS.split(","))
}
PROVINCES = word_set(
    """
    kaltim kalsel kalbar kalteng kaltara jabar jatim jateng sumut sumbar sumsel sulsel sulut sulteng
    sultra sulbar ntb ntt malut babel kepri diy dki aceh riau jambi bengkulu lampung banten bali
    gorontalo papua maluku
    """
)
"""Someone "dari Kalsel" comes from a province."""

SPOKEN_APART: Mapping[tuple[str, str], str] = {
    ("ses", "ditjen"): "sesditjen",
    ("ses", "dirjen"): "sesditjen",
    ("sek", "ditjen"): "sesditjen",
    ("ses", "itjen"): "sesitjen",
    ("ses", "badan"): "sesban",
    ("sekretaris", "dirjen"): "sesditjen",
    ("election", "commission"): "kpu",
    ("elections", "commission"): "kpu",
    ("electoral", "commission"): "kpu",
    ("statistics", "agency"): "bps",
    ("disaster", "agency"): "bnpb",
    ("weather", "agency"): "bmkg",
    ("corruption", "commission"): "kpk",
    ("ten", "pundi"): "dimana",
    ("ten", "riki"): "sini",
    ("wonten", "pundi"): "dimana",
    ("teng", "pundi"): "dimana",
}
"""Two words for one institution or office, or for one word of Javanese ("ten" alone is a number)."""

CITIES = word_set(
    """
    jakarta surabaya bandung makassar medan semarang denpasar palembang pontianak banjarmasin
    samarinda manado ambon jayapura sorong ternate kupang mataram padang pekanbaru jambi bengkulu
    serang bogor depok bekasi tangerang solo surakarta yogyakarta jogja malang kendari palu gorontalo
    mamuju manokwari merauke batam balikpapan bali lombok singapura malaysia jepang amerika cirebon
    tasikmalaya garut sukabumi kediri madiun jember banyuwangi tarakan
    """
)
"""Places: one that the event does not speak of is another matter."""

BODIES = word_set("dpr dprd mpr dpd kpu bawaslu kpk bpk mk tni polri")
"""Bodies that hold meetings of their own: one that the event does not speak of is another matter."""
COMMISSIONS = word_set(
    """
    informasi yudisial nasional penyiaran pemilihan pemberantasan aparatur perlindungan pengawas
    kepolisian kejaksaan kebenaran eropa amil
    """
)
"""The "komisi" of the state so called are no sessions."""
