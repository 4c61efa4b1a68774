"""English words of meetings and government, and the Indonesian words that stand for them in an event file."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.listing import word_set

_ENGLISH = """
cluster=klaster, vendor=pedagang, vendors=pedagang, parade=apel, firefighter=damkar,
firefighters=damkar, rescue=penyelamatan, drill=simulasi, simulation=simulasi, weapon=senjata,
weapons=senjata, gun=senjata, order=ketertiban, cruise=susur, boat=kapal, trip=kunjungan,
floating=terapung, boarding=naik, tour=kunjungan, rundown=rundown, loan=pinjaman, credit=kredit,
farmers=petani, farmer=petani, seasick=mabuk, seasickness=mabuk, spouse=pendamping, allowance=uang
harian, profesor=guru besar, depot=depo, warehouse=gudang, archivist=arsiparis,
archivists=arsiparis, class=kelas, walk=jalan sehat, walking=jalan sehat, jog=jalan sehat, run=lari,
commission=komisi, attendance=kehadiran, summary=ringkasan, speech=pidato, remarks=sambutan,
welcome=sambutan, abuse=kekerasan, academic=akademisi, accommodation=penginapan,
accountability=akuntabilitas, accounting=akuntansi, achievement=capaian, achievements=capaian,
action=tindak, activity=kegiatan, adaptation=adaptasi, administration=administrasi, aerobics=senam,
affairs=urusan, agency=badan, agreement=kesepakatan, agricultural=pertanian, agriculture=pertanian,
airplane=pesawat, airport=bandara, alertness=kewaspadaan, allergy=alergi, allocation=alokasi,
ambulance=ambulans, anthem=lagu kebangsaan, apparatus=aparatur, application=aplikasi,
aquaculture=budidaya, archive=arsip, archives=arsip, archiving=arsip, area=wilayah, arms=senjata,
arrangement=tata, art=seni, arts=seni, asset=aset, assets=aset, assignment=tugas,
assistance=bantuan, audit=audit, authority=wewenang, autonomy=otonomi, award=penghargaan,
awards=penghargaan, backpack=tas, badge=kartu, bag=tas, baggage=koper, band=band, bank=bank,
banking=perbankan, banquet=jamuan, bathroom=toilet, batik=batik, bay=teluk, bazaar=bazar,
beach=pantai, behavior=perilaku, behaviour=perilaku, bicycle=sepeda, bond=obligasi, booth=stan,
booths=stan, border=perbatasan, borders=perbatasan, breakfast=sarapan, bridge=jembatan,
broadcast=siaran, budget=anggaran, budgeting=anggaran, building=gedung, bureaucracy=birokrasi,
bus=bus, business=usaha, campaign=kampanye, candidate=calon, candidates=calon, capacity=kapasitas,
capital=modal, car=mobil, carbon=karbon, card=kartu, cards=kartu, case=kasus, cashless=nontunai,
catering=konsumsi, cattle=sapi, census=sensus, ceremony=upacara, certificate=sertifikat,
certificates=sertifikat, chair=pimpin, challenge=tantangan, challenges=tantangan, change=perubahan,
chapel=kapel, charge=cas, child=anak, children=anak, choir=paduan suara, church=gereja, cities=kota,
citizen=warga, citizens=warga, city=kota, civil=sipil, climate=iklim, clothes=pakaian,
clothing=pakaian, coast=pantai, coastal=pesisir, collaboration=kolaborasi, commerce=perdagangan,
commitment=komitmen, committee=panitia, communication=komunikasi, community=masyarakat,
competence=kompetensi, competency=kompetensi, complaint=pengaduan, complaints=pengaduan,
conflict=konflik, connectivity=konektivitas, conservation=konservasi, construction=konstruksi,
consumer=konsumen, contact=kontak, contract=kontrak, cooperation=kerja sama,
coordinating=koordinasi, coordination=koordinasi, coral=terumbu, corruption=korupsi, council=dewan,
counter=loket, country=negara, crime=kejahatan, crisis=krisis, cultural=budaya, culture=budaya,
customs=bea cukai, cyber=siber, cybersecurity=keamanan siber, cycling=sepeda, dam=bendungan,
dance=tari, dances=tari, data=data, death=kematian, debt=utang, decentralization=desentralisasi,
declaration=deklarasi, defence=pertahanan, defense=pertahanan, democracy=demokrasi, deputy=deputi,
desk=meja, detection=deteksi, development=pembangunan, digital=digital, digitalisation=digitalisasi,
digitalization=digitalisasi, digitalized=digitalisasi, digitization=digitalisasi, director=direktur,
disabilities=disabilitas, disability=disabilitas, disaster=bencana, discipline=disiplin,
disease=penyakit, dispute=sengketa, disputes=sengketa, district=kabupaten, districts=kabupaten,
doctor=dokter, door=pintu, draw=undian, dress=pakaian, drug=narkoba, drugs=narkoba, early=dini,
earthquake=gempa, economic=ekonomi, economy=ekonomi, ecotourism=ekowisata, education=pendidikan,
elderly=lansia, election=pemilu, elections=pemilu, electoral=pemilu, electricity=listrik,
electronic=elektronik, emergency=darurat, emission=emisi, emissions=emisi, employee=pegawai,
employees=pegawai, employment=ketenagakerjaan, empowerment=pemberdayaan, energy=energi,
enforcement=penegakan, entrance=pintu masuk, entrepreneur=wirausaha, environment=lingkungan,
equality=kesetaraan, ethics=etika, evacuation=evakuasi, evaluation=evaluasi, export=ekspor,
exports=ekspor, extreme=ekstrem, faith=agama, family=keluarga, farming=pertanian, ferry=feri,
fertilizer=pupuk, fever=demam, fieldwork=lapangan, film=film, finance=keuangan, financial=keuangan,
fire=kebakaran, fires=kebakaran, fiscal=fiskal, fish=ikan, fisheries=perikanan, fisherman=nelayan,
fishermen=nelayan, fishery=perikanan, fishing=penangkapan, flood=banjir, flooding=banjir,
floods=banjir, food=makanan, forest=hutan, forestry=kehutanan, forests=hutan, framework=kerangka,
fraud=kecurangan, freedom=kebebasan, function=fungsi, functions=fungsi, fund=dana,
funding=pendanaan, funds=dana, garbage=sampah, garden=taman, gate=pintu, gender=gender,
geospatial=geospasial, gift=hadiah, gifts=hadiah, governance=tata kelola, government=pemerintah,
governor=gubernur, governors=gubernur, grant=hibah, grants=hibah, green=hijau, growth=pertumbuhan,
guideline=pedoman, guidelines=pedoman, gym=gym, harbor=pelabuhan, harbour=pelabuhan,
harmony=kerukunan, harvest=panen, head=kepala, headache=sakit kepala, health=kesehatan,
heritage=warisan, highway=jalan tol, hike=jalan sehat, hoax=hoaks, hoaxes=hoaks, homeland=tanah air,
hospital=rumah sakit, hostel=penginapan, housing=perumahan, immigration=imigrasi,
immunisation=imunisasi, immunization=imunisasi, implementation=pelaksanaan, import=impor,
inauguration=pelantikan, inclusion=inklusi, income=pendapatan, indicator=indikator,
indicators=indikator, industrial=industri, industry=industri, inequality=ketimpangan,
inflation=inflasi, information=informasi, infrastructure=infrastruktur, innovation=inovasi,
inspection=inspeksi, institution=lembaga, institutional=kelembagaan, institutionally=kelembagaan,
institutions=lembaga, insurance=asuransi, integration=integrasi, integrity=integritas,
intelligence=intelijen, internet=internet, investment=investasi, irrigation=irigasi, island=pulau,
islands=pulau, job=pekerjaan, jobs=pekerjaan, judge=hakim, judicial=peradilan, justice=keadilan,
key=kunci, kitchen=dapur, labor=tenaga kerja, labour=tenaga kerja, lake=danau, land=lahan,
landslide=longsor, language=bahasa, launch=peluncuran, launching=peluncuran, laundromat=laundry,
law=hukum, leadership=kepemimpinan, legal=hukum, legislation=legislasi, letter=surat,
library=perpustakaan, license=izin, licensing=perizinan, literacy=literasi, livestock=ternak,
local=daerah, lodging=penginapan, logistics=logistik, lottery=undian, luggage=koper,
management=pengelolaan, mangrove=mangrove, map=peta, mapping=pemetaan, marine=laut,
maritime=maritim, market=pasar, markets=pasar, masjid=masjid, mayor=wali kota, mayors=wali kota,
media=media, medic=medis, medical=medis, medicine=obat, memorandum=nota kesepahaman, mental=mental,
migrant=migran, military=militer, mine=tambang, mining=pertambangan, minister=menteri,
ministry=kementerian, minority=minoritas, mitigation=mitigasi, mobility=mobilitas,
monitoring=pemantauan, mosque=masjid, mother=ibu, mothers=ibu, mou=mou, mountain=gunung,
museum=museum, music=musik, nation=bangsa, national=nasional, nationalism=kebangsaan, natural=alam,
network=jaringan, neutrality=netralitas, newborn=bayi, nurse=perawat, nutrition=gizi, oath=sumpah,
ocean=laut, oceans=laut, official=resmi, oil=minyak, opportunity=peluang, organization=organisasi,
orphan=yatim, outfit=pakaian, oversight=pengawasan, palm=sawit, park=parkir, parking=parkir,
parliament=parlemen, participation=partisipasi, parties=partai, partnership=kemitraan, party=partai,
password=sandi, peace=perdamaian, people=masyarakat, performance=kinerja, permit=izin, permits=izin,
personnel=pegawai, pick=jemput, pickup=jemput, plan=rencana, planning=perencanaan, plans=rencana,
plantation=perkebunan, plastic=plastik, pledge=ikrar, police=polisi, policy=kebijakan,
political=politik, politics=politik, pollution=polusi, population=penduduk, port=pelabuhan,
poverty=kemiskinan, power=daya, pray=salat, prayer=salat, prayers=salat, praying=salat,
pregnancy=hamil, pregnant=hamil, preparation=persiapan, preparedness=kesiapsiagaan,
preventing=pencegahan, prevention=pencegahan, price=harga, prices=harga, private=swasta,
prize=hadiah, prizes=hadiah, procurement=pengadaan, production=produksi, productivity=produktivitas,
professor=guru besar, program=program, prosecutor=jaksa, protection=perlindungan, province=provinsi,
provinces=provinsi, provincial=provinsi, public=publik, quality=mutu, quota=kuota,
radicalism=radikalisme, raffle=undian, railway=kereta, reception=resepsionis,
receptionist=resepsionis, recommendation=rekomendasi, recommendations=rekomendasi,
reconstruction=rekonstruksi, recovery=pemulihan, reef=karang, reform=reformasi, refugee=pengungsi,
refugees=pengungsi, regencies=kabupaten, regency=kabupaten, regent=bupati, regents=bupati,
region=daerah, regional=daerah, regulation=regulasi, regulations=regulasi,
rehabilitation=rehabilitasi, religion=agama, religious=agama, renewable=terbarukan,
reporting=pelaporan, report=laporan, arrival=kedatangan, reports=laporan, research=penelitian,
resilience=ketahanan, resource=sumber daya, resources=sumber daya, response=tanggap,
restoration=restorasi, restroom=toilet, revenue=pendapatan, rice=beras, risk=risiko, river=sungai,
road=jalan, roads=jalan, role=peran, rural=perdesaan, safe=aman, safety=keselamatan,
sanitation=sanitasi, satellite=satelit, school=sekolah, schools=sekolah, science=sains, sea=laut,
seaweed=rumput laut, secretariat=sekretariat, secretary=sekretaris, sector=sektor,
security=keamanan, seed=benih, seeds=benih, service=pelayanan, services=pelayanan, ship=kapal,
shrimp=udang, shrimps=udang, peanut=kacang, peanuts=kacang, nuts=kacang, egg=telur, milk=susu,
beef=daging sapi, pork=babi, chicken=ayam, coupon=kupon, voucher=kupon, shuttle=shuttle, sick=sakit,
signature=tanda tangan, signatures=tanda tangan, simultaneous=serentak, singing=nyanyi,
skill=keterampilan, skills=keterampilan, smart=cerdas, social=sosial, society=masyarakat,
soil=tanah, solar=surya, spatial=tata ruang, staff=pegawai, stage=panggung, stamp=cap, stamped=cap,
stamping=cap, standard=standar, standards=standar, state=negara, station=stasiun,
statistics=statistik, storage=penyimpanan, strategy=strategi, strengthen=penguatan,
strengthening=penguatan, structure=struktur, stunting=stunting, subsidy=subsidi, suitcase=koper,
suitcases=koper, supervision=pengawasan, supervisory=pengawas, supply=pasokan, support=dukungan,
survey=survei, sustainable=berkelanjutan, swim=berenang, swimming=berenang, synergizing=sinergi,
synergy=sinergi, system=sistem, systems=sistem, talent=talenta, target=target, tax=pajak,
taxi=taksi, teacher=guru, teachers=guru, technology=teknologi, temple=pura, terrorism=terorisme,
threat=ancaman, threats=ancaman, ticket=tiket, toddler=balita, toddlers=balita, toilet=toilet,
tourism=pariwisata, tourist=wisata, trade=perdagangan, trafficking=perdagangan orang,
training=pelatihan, transformation=transformasi, transition=transisi, transmigration=transmigrasi,
transparency=transparansi, transport=transportasi, transportation=transportasi, travel=perjalanan,
treasurer=bendahara, treasury=perbendaharaan, tsunami=tsunami, unemployment=pengangguran,
uniform=seragam, unity=persatuan, universities=perguruan, university=perguruan, urban=perkotaan,
vaccination=vaksinasi, vaccine=vaksin, vegetarians=vegetarian, vertical=vertikal,
vigilance=kewaspadaan, village=desa, villages=desa, violence=kekerasan, volcano=gunung api,
vote=suara, voter=pemilih, voters=pemilih, voting=pemungutan suara, war=perang, warning=peringatan,
waste=sampah, water=air, wear=pakai, wearing=pakai, weather=cuaca, wedding=nikah,
welfare=kesejahteraan, wharf=pelabuhan, wifi=wifi, wildlife=satwa, women=perempuan, worker=pekerja,
workers=pekerja, workforce=tenaga kerja, wudhu=wudu, youth=pemuda, zone=zona, husband=suami,
wife=istri, kid=anak, kids=anak, laptop=laptop, computer=komputer, portrait=tegak,
landscape=melintang, posters=poster, minimum=minimal, maximum=maksimal, sockets=colokan,
socket=colokan, outlet=colokan, outlets=colokan, plug=colokan, plugs=colokan,
reimbursement=penggantian, receipt=kuitansi, receipts=kuitansi, invoice=kuitansi,
company=perusahaan, deadline=batas, latest=paling lambat, earliest=paling awal, size=ukuran,
printed=cetak, breakout=kelompok, retention=retensi, disposal=pemusnahan, destruction=pemusnahan,
manuscript=naskah, manuscripts=naskah, ancient=kuno, preservation=preservasi, handwriting=tulisan
tangan, encryption=enkripsi, storytelling=tutur, keeping=simpan, vital=vital, memory=memori,
oral=lisan, signage=tanda, regulatory=regulasi, draft=rancangan, drafting=perumusan,
resolution=resolusi, speeches=pidato, hotelier=hotel, cloakroom=penitipan, bags=tas, clinic=klinik,
craft=kerajinan, crafts=kerajinan, handicraft=kerajinan, handicrafts=kerajinan, towel=handuk,
pillow=bantal, blanket=selimut, elevator=lift, stairs=tangga, driver=sopir, investigator=penyidik,
investigators=penyidik, inspector=pengawas, inspectors=pengawas, phone=telepon, crib=ranjang bayi,
rent=sewa, rental=sewa, house=rumah
"""

GLOSSARY: Mapping[str, str] = dict(
    entry.strip().split("=") for entry in _ENGLISH.strip().rstrip(",").split(",") if "=" in entry
)

ENGLISH_MARKS = word_set(
    """
    what when where who whom which how why is are was were do does did will would can could should may
    the a an of for to at on my your our their me you we they he she it this that these those there
    here please get give show tell have has time start starts begin begins end ends finish next now
    today tomorrow tonight yesterday morning afternoon evening after before until and or not about
    from with room floor speaker speakers speaking moderating session sessions schedule lunch dinner
    many much long hello hi thanks thank good going happening in i need want be first second third
    closing opening registration certificate day all wear any some up
    """
)
ENGLISH_MARKS_STRONG = word_set(
    """
    what when where who which how is are do does did will would can could should the of for my your me
    you we this that there please time about today tomorrow who's what's going after before until many
    much starts
    """
)

COMMON_ENGLISH = word_set(
    """
    networking able account across actually add against ago airline allow alone along already although always
    amount angry animal answer apple april around away baby back bad ball bank bar base beach
    beautiful because bed beer best better between big bill bird birth black blue boat body book
    born boss both box boy bread bring brother build business buy cake call camera capital card care
    cat cause cell center cheap cheese chicken choose class clean clear close cloud coat code cold
    color come company computer cook correct cost course crime cross cup current cut cute dance dark
    daughter dead deal dear death decide deep delivery desk die different dinner direct dirty dog
    door down draw dream drink drive driver drop dry each ear earth east easy eat egg eight else
    email empty enough enter euro ever every example exchange exercise eye face fact fall far farm
    fast fat father feel few field fight file find fine fire fit fix flight floor flower fly follow
    food foot football forget form free fresh friend front fruit full fun future game garden gift
    girl glass god gold goods grass gray great ground group grow guess gun gym hair half hand happy
    hard hat head hear heart heat heavy help high hill hit holiday home hope horse hot hour house
    however hundred husband ice idea inside invent iron job joke keep kid kill kind king know land
    language large last late laugh lead learn leave left leg lend letter level lie life light line
    list listen little live lose lot love low luck luggage machine main make man map mark market
    marry match matter mean meat message middle milk million mind minute miss money month moon more
    most mother mountain mouth move movie music name near neck news nice night noise north nose note
    nothing number object office often oil old once open orange order outside own page pain paint
    paper parent part pass past pay pen pencil person phone photo picture piece pig pilot pizza
    place plane plant play player point pool poor population possible potato power president pretty
    price prime prize problem pull push put queen quick quiet rain read ready real red rent rest
    restaurant rice rich ride right ring river road rock roof round rule run sad safe salt same sand
    save say school score sell send sentence seven shall shape share shirt shoe shop short shot side
    sign simple since sing singer single sister sit six size skill skin sky sleep slow small smell
    smoke snow soft song soon sorry sound south souvenir space speak special spell spend spoon sport
    spring stand star state station stay steal still stock stone stop store storm story strange
    street strong student study stupid sugar summer sun sure sweet swim swimming system table take
    tall taste tea teach team tell temperature tennis test text than thing think thousand throw
    tiger tired top tour town train translate travel tree trip true try tuna turn type under
    understand unit use value visit voice wait walk wall want war warm wash watch water way weak
    weather week weight welcome west wet white whole wife win wind window wine winner winter wish
    woman wonder wood word work world worry write wrong year yellow yes young zoo lounge lobby foyer
    rooftop basement ballroom hallway corridor terrace cafe resto restaurant poolside balcony
    auditorium podium counter booth tent shower towel pillow everyone everybody nobody somewhere
    anywhere already tonight weekend appreciate confirm confirmed schedule scheduled attend attended
    attending provide provided served allowed permitted necessary
    during included include includes including instead while within without whether either neither
    several another together among above below beside besides toward towards onto upon beyond
    despite except through throughout though unless therefore perhaps probably certainly definitely
    quite rather exactly usually sometimes seldom rarely again twice earlier recently finally anyhow
    somehow somebody anybody whoever whatever whichever wherever whenever myself yourself himself
    herself itself ourselves themselves yours ours theirs brought carry carried caught chosen came
    cover delivered depart departure eaten enjoy expect expected explain extend felt fill filled
    found finished forgot forgotten gave given gone grab guide heard held invite invited joined kept
    known lent lost made meant met mention mentioned needed offered pack paid parked picked planned
    reached receive received recommend registered remember remind replace replaced request requested
    require required reserved return returned said sent serve shown slept spoke spoken spent submit
    submitted switch taken talked told thought tried understood update updated worried written
    afraid available awake aware bright busy careful certain comfortable common complete difficult
    excellent expensive extra fair flexible general glad healthy huge hungry ill important
    impossible interesting international least less loud lucky major narrow noisy polite proper
    rainy rare recent regular scary separate serious similar strict sunny unable unique unknown
    upset urgent useful usual various wild wonderful adult advance advice age announcement attendee
    audience aunt bedroom birthday bottle chance chat choice colleague colleagues copy corner
    costume cousin crowd dessert difference direction discount earphone envelope experience fee
    guard guest guests guides invitation journey juice lady location manager meal meals member
    moment neighbor neighbour option organizer participant purpose queue reason representative
    result row rush screen seat seats section sight snack spot stair stomach supper surname trouble
    truth umbrella uncle view visitor volunteer bunch hey folks ladies gentlemen wow oops
    """
)
"""Everyday English that must not be taken for a misspelt word of the event."""
