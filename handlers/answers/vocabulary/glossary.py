"""English words of meetings and government, and the Indonesian words that stand for them in an event file."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.listing import word_set

_ENGLISH = """
cluster=klaster, parade=apel, firefighter=damkar, firefighters=damkar, drill=simulasi,
simulation=simulasi, weapon=senjata, weapons=senjata, gun=senjata, order=ketertiban, cruise=susur,
boat=kapal, trip=kunjungan, floating=terapung, boarding=naik, tour=kunjungan, rundown=rundown,
loan=pinjaman, credit=kredit, farmers=petani, farmer=petani, seasick=mabuk, seasickness=mabuk,
allowance=uang harian, profesor=guru besar, depot=depo, warehouse=gudang, archivist=arsiparis,
archivists=arsiparis, class=kelas, walk=jalan sehat, walking=jalan sehat, jog=jalan sehat, run=lari,
attendance=kehadiran, speech=pidato, remarks=sambutan, welcome=sambutan, abuse=kekerasan,
accommodation=penginapan, accountability=akuntabilitas, accounting=akuntansi, achievement=capaian,
achievements=capaian, action=tindak, activity=kegiatan, adaptation=adaptasi,
administration=administrasi, aerobics=senam, agency=badan, agricultural=pertanian,
agriculture=pertanian, airplane=pesawat, airport=bandara, alertness=kewaspadaan, allergy=alergi,
allocation=alokasi, ambulance=ambulans, anthem=lagu kebangsaan, apparatus=aparatur,
application=aplikasi, aquaculture=budidaya, archiving=arsip, area=wilayah, arms=senjata,
arrangement=tata, art=seni, arts=seni, asset=aset, assets=aset, assignment=tugas, audit=audit,
authority=wewenang, autonomy=otonomi, backpack=tas, badge=kartu, bag=tas, baggage=koper, band=band,
bank=bank, banking=perbankan, banquet=jamuan, bathroom=toilet, batik=batik, bay=teluk, bazaar=bazar,
beach=pantai, behavior=perilaku, behaviour=perilaku, bicycle=sepeda, bond=obligasi, booth=stan,
booths=stan, border=perbatasan, borders=perbatasan, breakfast=sarapan, bridge=jembatan,
broadcast=siaran, budget=anggaran, budgeting=anggaran, bureaucracy=birokrasi, bus=bus,
business=usaha, campaign=kampanye, candidate=calon, candidates=calon, capacity=kapasitas, car=mobil,
carbon=karbon, card=kartu, cards=kartu, case=kasus, cashless=nontunai, catering=konsumsi,
cattle=sapi, census=sensus, ceremony=upacara, certificate=sertifikat, certificates=sertifikat,
chair=pimpin, challenge=tantangan, challenges=tantangan, change=perubahan, chapel=kapel, charge=cas,
child=anak, choir=paduan suara, church=gereja, cities=kota, citizen=warga, citizens=warga,
city=kota, civil=sipil, climate=iklim, clothes=pakaian, clothing=pakaian, coast=pantai,
coastal=pesisir, collaboration=kolaborasi, commerce=perdagangan, commitment=komitmen,
committee=panitia, communication=komunikasi, competence=kompetensi, competency=kompetensi,
conflict=konflik, connectivity=konektivitas, conservation=konservasi, construction=konstruksi,
consumer=konsumen, contact=kontak, contract=kontrak, coordinating=koordinasi,
coordination=koordinasi, coral=terumbu, corruption=korupsi, council=dewan, counter=loket,
crime=kejahatan, crisis=krisis, cultural=budaya, customs=bea cukai, cyber=siber,
cybersecurity=keamanan siber, cycling=sepeda, dam=bendungan, dance=tari, dances=tari, data=data,
death=kematian, debt=utang, decentralization=desentralisasi, declaration=deklarasi,
defence=pertahanan, defense=pertahanan, democracy=demokrasi, deputy=deputi, desk=meja,
detection=deteksi, digital=digital, digitalisation=digitalisasi, digitalization=digitalisasi,
digitalized=digitalisasi, digitization=digitalisasi, director=direktur, disabilities=disabilitas,
disability=disabilitas, disaster=bencana, discipline=disiplin, disease=penyakit, doctor=dokter,
door=pintu, draw=undian, dress=pakaian, early=dini, earthquake=gempa, economic=ekonomi,
economy=ekonomi, ecotourism=ekowisata, education=pendidikan, elderly=lansia, electoral=pemilu,
electricity=listrik, electronic=elektronik, emergency=darurat, emission=emisi, emissions=emisi,
employee=pegawai, employees=pegawai, employment=ketenagakerjaan, empowerment=pemberdayaan,
energy=energi, enforcement=penegakan, entrance=pintu masuk, entrepreneur=wirausaha,
environment=lingkungan, equality=kesetaraan, ethics=etika, evacuation=evakuasi, export=ekspor,
exports=ekspor, extreme=ekstrem, faith=agama, family=keluarga, farming=pertanian, ferry=feri,
fertilizer=pupuk, fever=demam, fieldwork=lapangan, film=film, finance=keuangan, financial=keuangan,
fiscal=fiskal, fish=ikan, fisheries=perikanan, fisherman=nelayan, fishermen=nelayan,
fishery=perikanan, fishing=penangkapan, flood=banjir, flooding=banjir, floods=banjir, forest=hutan,
forestry=kehutanan, forests=hutan, framework=kerangka, fraud=kecurangan, freedom=kebebasan,
function=fungsi, functions=fungsi, funding=pendanaan, garbage=sampah, garden=taman, gate=pintu,
gender=gender, geospatial=geospasial, gift=hadiah, gifts=hadiah, governance=tata kelola,
government=pemerintah, governor=gubernur, governors=gubernur, grant=hibah, grants=hibah,
green=hijau, growth=pertumbuhan, guideline=pedoman, guidelines=pedoman, gym=gym, harbor=pelabuhan,
harbour=pelabuhan, harmony=kerukunan, harvest=panen, head=kepala, headache=sakit kepala,
health=kesehatan, heritage=warisan, highway=jalan tol, hike=jalan sehat, hoax=hoaks, hoaxes=hoaks,
homeland=tanah air, hospital=rumah sakit, hostel=penginapan, immigration=imigrasi,
implementation=pelaksanaan, inauguration=pelantikan, inclusion=inklusi, indicator=indikator,
indicators=indikator, industrial=industri, industry=industri, inequality=ketimpangan,
inflation=inflasi, information=informasi, infrastructure=infrastruktur, inspection=inspeksi,
institutional=kelembagaan, institutionally=kelembagaan, insurance=asuransi, integration=integrasi,
integrity=integritas, intelligence=intelijen, internet=internet, investment=investasi,
irrigation=irigasi, island=pulau, islands=pulau, job=pekerjaan, jobs=pekerjaan, judge=hakim,
judicial=peradilan, justice=keadilan, key=kunci, kitchen=dapur, lake=danau, landslide=longsor,
language=bahasa, launch=peluncuran, launching=peluncuran, laundromat=laundry, law=hukum,
leadership=kepemimpinan, legal=hukum, legislation=legislasi, letter=surat, library=perpustakaan,
license=izin, livestock=ternak, lodging=penginapan, lottery=undian, luggage=koper,
mangrove=mangrove, map=peta, mapping=pemetaan, marine=laut, maritime=maritim, market=pasar,
markets=pasar, masjid=masjid, mayor=wali kota, mayors=wali kota, media=media, medic=medis,
medical=medis, medicine=obat, memorandum=nota kesepahaman, mental=mental, migrant=migran,
military=militer, mine=tambang, mining=pertambangan, minister=menteri, ministry=kementerian,
minority=minoritas, mitigation=mitigasi, mobility=mobilitas, monitoring=pemantauan, mosque=masjid,
mother=ibu, mothers=ibu, mou=mou, mountain=gunung, museum=museum, music=musik, nation=bangsa,
national=nasional, nationalism=kebangsaan, natural=alam, network=jaringan, neutrality=netralitas,
newborn=bayi, nurse=perawat, nutrition=gizi, oath=sumpah, ocean=laut, oceans=laut, official=resmi,
oil=minyak, opportunity=peluang, organization=organisasi, orphan=yatim, outfit=pakaian,
oversight=pengawasan, palm=sawit, parking=parkir, parliament=parlemen, participation=partisipasi,
parties=partai, partnership=kemitraan, party=partai, password=sandi, peace=perdamaian, permit=izin,
permits=izin, personnel=pegawai, pick=jemput, pickup=jemput, planning=perencanaan,
plantation=perkebunan, plastic=plastik, pledge=ikrar, police=polisi, policy=kebijakan,
political=politik, politics=politik, pollution=polusi, population=penduduk, port=pelabuhan,
poverty=kemiskinan, power=daya, pray=salat, prayer=salat, prayers=salat, praying=salat,
pregnancy=hamil, pregnant=hamil, preparation=persiapan, preparedness=kesiapsiagaan,
preventing=pencegahan, price=harga, prices=harga, private=swasta, prize=hadiah, prizes=hadiah,
procurement=pengadaan, production=produksi, productivity=produktivitas, professor=guru besar,
program=program, prosecutor=jaksa, province=provinsi, provinces=provinsi, provincial=provinsi,
public=publik, quota=kuota, radicalism=radikalisme, raffle=undian, railway=kereta,
reception=resepsionis, receptionist=resepsionis, recommendation=rekomendasi,
recommendations=rekomendasi, reconstruction=rekonstruksi, recovery=pemulihan, reef=karang,
refugee=pengungsi, refugees=pengungsi, regencies=kabupaten, regency=kabupaten, regent=bupati,
regents=bupati, rehabilitation=rehabilitasi, religion=agama, religious=agama, renewable=terbarukan,
reporting=pelaporan, arrival=kedatangan, research=penelitian, resilience=ketahanan, resource=sumber
daya, resources=sumber daya, restoration=restorasi, restroom=toilet, revenue=pendapatan, rice=beras,
risk=risiko, river=sungai, role=peran, rural=perdesaan, safe=aman, sanitation=sanitasi,
satellite=satelit, science=sains, seaweed=rumput laut, secretariat=sekretariat,
secretary=sekretaris, sector=sektor, seed=benih, seeds=benih, ship=kapal, shrimp=udang,
shrimps=udang, peanut=kacang, peanuts=kacang, nuts=kacang, egg=telur, milk=susu, beef=daging sapi,
pork=babi, chicken=ayam, coupon=kupon, voucher=kupon, shuttle=shuttle, sick=sakit, signature=tanda
tangan, signatures=tanda tangan, simultaneous=serentak, singing=nyanyi, skill=keterampilan,
skills=keterampilan, smart=cerdas, social=sosial, society=masyarakat, soil=tanah, solar=surya,
spatial=tata ruang, staff=pegawai, stage=panggung, stamp=cap, stamped=cap, stamping=cap,
station=stasiun, statistics=statistik, strategy=strategi, strengthen=penguatan, structure=struktur,
stunting=stunting, subsidy=subsidi, suitcase=koper, suitcases=koper, supervisory=pengawas,
supply=pasokan, support=dukungan, survey=survei, sustainable=berkelanjutan, swim=berenang,
swimming=berenang, synergizing=sinergi, synergy=sinergi, system=sistem, systems=sistem,
talent=talenta, target=target, tax=pajak, taxi=taksi, teacher=guru, teachers=guru,
technology=teknologi, temple=pura, terrorism=terorisme, threat=ancaman, threats=ancaman,
ticket=tiket, toddler=balita, toddlers=balita, toilet=toilet, trade=perdagangan,
trafficking=perdagangan orang, transformation=transformasi, transition=transisi,
transmigration=transmigrasi, transparency=transparansi, transport=transportasi,
transportation=transportasi, travel=perjalanan, treasurer=bendahara, treasury=perbendaharaan,
tsunami=tsunami, unemployment=pengangguran, uniform=seragam, unity=persatuan,
universities=perguruan, university=perguruan, urban=perkotaan, vegetarians=vegetarian,
vertical=vertikal, vigilance=kewaspadaan, violence=kekerasan, volcano=gunung api, vote=suara,
voter=pemilih, voters=pemilih, voting=pemungutan suara, war=perang, warning=peringatan,
waste=sampah, water=air, wear=pakai, wearing=pakai, weather=cuaca, wedding=nikah,
welfare=kesejahteraan, wharf=pelabuhan, wifi=wifi, wildlife=satwa, worker=pekerja, workers=pekerja,
workforce=tenaga kerja, wudhu=wudu, youth=pemuda, zone=zona, husband=suami, wife=istri, kid=anak,
kids=anak, laptop=laptop, computer=komputer, portrait=tegak, landscape=melintang, minimum=minimal,
maximum=maksimal, sockets=colokan, socket=colokan, outlet=colokan, outlets=colokan, plug=colokan,
plugs=colokan, reimbursement=penggantian, receipt=kuitansi, receipts=kuitansi, invoice=kuitansi,
company=perusahaan, deadline=batas, latest=lambat, earliest=awal, size=ukuran, printed=cetak,
breakout=kelompok, retention=retensi, destruction=pemusnahan, manuscript=naskah, manuscripts=naskah,
ancient=kuno, preservation=preservasi, handwriting=tulisan tangan, encryption=enkripsi,
storytelling=tutur, keeping=simpan, vital=vital, memory=memori, oral=lisan, signage=tanda,
regulatory=regulasi, draft=rancangan, resolution=resolusi, speeches=pidato, hotelier=hotel,
cloakroom=penitipan, bags=tas, clinic=klinik, craft=kerajinan, crafts=kerajinan,
handicraft=kerajinan, handicrafts=kerajinan, towel=handuk, pillow=bantal, blanket=selimut,
elevator=lift, stairs=tangga, investigator=penyidik, investigators=penyidik, inspector=pengawas,
inspectors=pengawas, phone=telepon, crib=ranjang bayi, rent=sewa, rental=sewa, house=rumah
"""
_TOPICS = """
abrasion=abrasi, absorption=serapan/penyerapan, academic=akademik/akademisi, accelerate=percepatan,
accelerating=percepatan, acceleration=percepatan, accident=kecelakaan, account=akun,
accountant=akuntan, accreditation=akreditasi, acquisition=pengadaan/akuisisi, adapter=adaptor,
addiction=adiksi, adolescent=remaja, adoption=adopsi, affairs=urusan, aged=lansia, ageing=lansia,
aging=lansia, agrarian=agraria, agreement=kesepakatan/perjanjian, aircraft=pesawat,
airline=maskapai, airports=bandara, alcohol=alkohol, alert=siaga/waspada, algorithm=algoritma,
alignment=penyelarasan/keselarasan, allergies=alergi, alleviating=pengentasan,
alleviation=pengentasan/penanggulangan, allocating=alokasi, alms=zakat, ambassador=duta,
amendment=amendemen/perubahan, anaemia=anemia, anchor=jangkar, anemia=anemia, animal=hewan,
apartment=rumah susun, app=aplikasi, applications=aplikasi, appointment=pengangkatan,
appraisal=penilaian, apprentice=magang, apprenticeship=magang, approval=persetujuan,
arbitration=arbitrase, archaeology=arkeologi, archipelagic=kepulauan, archipelago=kepulauan,
architect=arsitek, archival=arsip, archive=arsip, archives=arsip, army=tentara/tni,
arrest=penangkapan, artefact=artefak, artificial=artifisial/buatan, artist=seniman, artistic=seni,
assess=penilaian, assessing=penilaian, assessment=penilaian/asesmen,
assistance=bantuan/pendampingan, association=asosiasi, athlete=atlet, attendee=peserta,
attorney=jaksa, attraction=daya tarik, auction=lelang, auditing=audit, auditor=auditor,
authentication=autentikasi, authorities=wewenang/kewenangan, aviation=penerbangan,
award=penghargaan/anugerah, awareness=kesadaran, baby=bayi/balita, backyard=halaman belakang,
badges=kartu, balance=neraca/imbang, ballot=suara/surat, ballots=suara, bamboo=bambu,
banner=spanduk, barn=lumbung, basement=basemen, battery=baterai, beaches=pantai, beggar=pengemis,
behalf=wakil, benchmark=tolok ukur, benchmarking=studi tiru, beneficiary=penerima manfaat,
bicycles=sepeda, bilateral=bilateral, biodiversity=keanekaragaman hayati, biofuel=biofuel,
biometric=biometrik, births=kelahiran, blind=tunanetra, blood=darah, blue=biru, blueprint=cetak
biru, boats=kapal, boiler=boiler/ketel, bonds=obligasi, bonus=bonus, bookkeeping=pembukuan,
books=buku, boots=sepatu, borderland=perbatasan, boundary=batas, boys=laki laki, brake=rem,
brand=merek, breach=kebocoran, breastfeed=menyusui/asi, breastfeeding=menyusui/asi, bribe=suap,
bribery=suap, bridges=jembatan, brigade=brigade/pemadam, broadband=pita lebar,
broadcasting=penyiaran, brochure=brosur, budgeted=anggaran, buffalo=kerbau,
building=gedung/bangunan, buildings=bangunan/gedung, bullying=perundungan, buoy=pelampung,
bureau=biro, bureaucratic=birokrasi, buses=bus, businesses=usaha, bylaw=perda/peraturan,
cabin=kabin, cabinet=kabinet, cable=kabel, cadastral=kadastral, cadastre=kadaster, cadre=kader,
calendar=kalender, campaigning=kampanye, campaigns=kampanye, campus=kampus, cancer=kanker,
candidacy=pencalonan, canoe=perahu, canteen=kantin, capital=modal/ibu kota, captain=nakhoda,
cargo=kargo, cassava=singkong, casualty=korban, catalog=katalog, catalogue=katalog,
catastrophe=bencana, catch=tangkapan, cause=penyebab, central=pusat, certification=sertifikasi,
chain=rantai, chairs=kursi, champion=juara, chargers=charger, charity=amal/zakat, charter=piagam,
chatbot=chatbot, chickens=ayam, children=anak, chili=cabai, chilli=cabai, choirs=paduan suara,
churches=gereja, cigarettes=rokok, circular=edaran, civilian=sipil, classification=klasifikasi,
classroom=ruang kelas, cleanliness=kebersihan, client=klien, climatic=iklim, clinics=klinik,
cloud=awan/cloud, coach=bus, coaching=pembinaan, coal=batu bara, coalition=koalisi, cocoa=kakao,
coconut=kelapa, coffee=kopi, cohesion=kohesi, cold=dingin, collecting=pengumpulan,
collection=pengumpulan, college=perguruan tinggi, combating=pemberantasan, commission=komisi,
commodity=komoditas, communicable=menular, communique=komunike, communities=komunitas/masyarakat,
community=masyarakat/komunitas, commuter=komuter, companion=pendamping, competencies=kompetensi,
competent=kompeten, competition=lomba/kompetisi/persaingan, compiling=penyusunan,
complaint=pengaduan/keluhan, complementary=pendamping, compliance=kepatuhan,
comprehensive=komprehensif, compulsory=wajib, conduct=perilaku, confidential=rahasia,
confidentiality=kerahasiaan, congestion=kemacetan, congress=kongres, conservator=konservator,
conserve=konservasi, conserving=konservasi, consolidation=konsolidasi, constituency=dapil,
constitution=konstitusi, constitutional=konstitusi, consult=konsultasi, consultation=konsultasi,
consulting=konsultasi, consumers=konsumen, consumption=konsumsi, contagious=menular,
container=kontainer/peti kemas, contest=lomba, contingency=kontinjensi, contraception=kontrasepsi,
contraceptive=kontrasepsi, contractor=kontraktor, control=pengendalian, controlled=terkendali,
controlling=pengendalian, cooking=masak, cooperation=kerja sama, cooperative=koperasi,
copies=salinan, copyright=hak cipta, corn=jagung, correctional=pemasyarakatan, correspondence=surat,
corridor=koridor, cost=biaya, costing=biaya, counseling=konseling, counselling=konseling,
countering=penanggulangan/penangkalan, counters=loket, counting=penghitungan, country=negara,
court=pengadilan, courtyard=halaman, coverage=cakupan, cow=sapi, crab=kepiting, crane=pesawat
angkat, creative=kreatif, crew=awak, crimes=kejahatan, criminal=pidana, criteria=kriteria,
criterion=kriteria, crop=tanaman, crossing=penyeberangan, cuisine=kuliner, culinary=kuliner,
culture=budaya/kebudayaan, curator=kurator, currency=mata uang, curricula=kurikulum,
curriculum=kurikulum, customary=adat, customer=pelanggan, cyclone=siklon, damage=kerusakan,
dams=bendungan, dancer=penari, dancing=tari, dataset=data, deaf=tuli, deaths=kematian, debate=debat,
declarations=deklarasi, declassification=deklasifikasi, deconcentration=dekonsentrasi,
decree=keputusan, deed=akta, deficit=defisit, deforestation=deforestasi, delegate=peserta/delegasi,
delegation=delegasi, democratic=demokrasi, democratisation=demokratisasi, demographic=demografi,
demography=demografi, demonstration=unjuk rasa, dengue=dengue/dbd, depository=depo,
deradicalization=deradikalisasi, destination=destinasi, detective=penyidik, determination=penetapan,
determining=penetapan, develop=pengembangan/pembangunan, developing=pengembangan/pembangunan,
development=pembangunan/pengembangan, device=perangkat/gawai, devolution=desentralisasi,
diagnosis=diagnosis, dialog=dialog, dialogue=dialog, diaspora=diaspora, digitalise=digitalisasi,
digitalising=digitalisasi, digitalize=digitalisasi, digitalizing=digitalisasi,
digitisation=digitalisasi/digitisasi, digitise=digitalisasi, digitising=digitalisasi,
digitize=digitalisasi, digitizing=digitalisasi, diplomacy=diplomasi, diplomatic=diplomasi,
direction=arah, directorate=direktorat, disabled=disabilitas, disadvantaged=tertinggal,
disasters=bencana, disbursement=penyaluran/pencairan, disbursing=penyaluran, diseases=penyakit,
disinformation=disinformasi, dismissal=pemberhentian, displaced=pengungsi,
disposal=pemusnahan/penyusutan, dispute=sengketa, dissemination=diseminasi/sosialisasi,
distributing=penyaluran, distribution=distribusi/penyaluran, district=kabupaten/kecamatan/distrik,
dividend=dividen, diving=selam, division=divisi/bagian, divorce=cerai, dock=dermaga, doctors=dokter,
documentary=dokumenter/film, donation=donasi/sumbangan, donor=donor, dormitory=asrama,
dossier=berkas, downstream=hilir, downstreaming=hilirisasi, drafting=perumusan/penyusunan,
drainage=drainase, dredging=pengerukan, drinking=minum, driver=sopir/pengemudi, dropout=putus
sekolah, drought=kekeringan, drug=narkoba/obat, drying=pengeringan, duty=bea, dwelling=hunian,
earthquakes=gempa, east=timur, eastern=timur, ecology=ekologi, ecosystem=ekosistem,
educate=pendidikan, educating=pendidikan, educational=pendidikan, educator=pendidik,
effective=efektif, effectiveness=efektivitas, effects=dampak, efficiency=efisiensi,
efficient=efisien, eggs=telur, elders=lansia, elected=terpilih/pemilihan, electing=pemilihan,
election=pemilu/pemilihan/pilkada, electorate=pemilih, electric=listrik,
electrification=elektrifikasi/listrik, elementary=dasar/sd, eliminating=eliminasi/penghapusan,
elimination=eliminasi/penghapusan, embassy=kedutaan, emergencies=darurat, employer=pengusaha/pemberi
kerja, empower=pemberdayaan, empowering=pemberdayaan, endowment=wakaf, enforce=penegakan,
enforcing=penegakan, engineer=insinyur, engineering=teknik/rekayasa, enhancement=peningkatan,
enhancing=peningkatan, enterprise=usaha, entrepreneurs=wirausaha, entrepreneurship=kewirausahaan,
enumerator=petugas, environmental=lingkungan, envoy=utusan, epidemic=epidemi/wabah,
equator=khatulistiwa, eradicating=pemberantasan, eradication=pemberantasan, erosion=erosi/abrasi,
eruption=erupsi/letusan, establishing=pembentukan, establishment=pembentukan, estimate=estimasi,
ethnic=etnis, evacuate=evakuasi, evacuating=evakuasi, evacuee=pengungsi, evaluate=evaluasi,
evaluation=evaluasi, evidence=bukti, evidencebased=berbasis bukti, exam=ujian,
examination=ujian/pemeriksaan, examinations=ujian, excellence=unggul, excise=cukai, exhibit=pameran,
exhibition=pameran, exodus=mudik, expansion=perluasan/pemekaran, expenditure=belanja, expense=biaya,
exporter=eksportir, exporting=ekspor, extension=penyuluhan, extinguisher=apar,
extremism=ekstremisme, factory=pabrik, fair=pameran, families=keluarga, fare=ongkos,
farewell=perpisahan, fasting=puasa, fee=biaya, feeding=makan, female=perempuan, ferries=feri,
fertiliser=pupuk, fertility=fertilitas, fertilizers=pupuk, festivals=festival, fibre=serat optik,
findings=temuan, fines=denda, fire=kebakaran/api, firearm=senjata, firefighting=pemadaman/damkar,
fireworks=kembang api, flag=bendera, fleet=armada, flour=tepung, food=makanan/pangan, force=satuan,
forecast=prakiraan, forecasting=prakiraan, foreign=asing/luar negeri, foreigner=asing, forget=lupa,
forgot=lupa, forgotten=lupa, formation=pembentukan, formulating=perumusan, formulation=perumusan,
foster=asuh, foundation=yayasan, freight=barang/angkutan, frequency=frekuensi, frontier=perbatasan,
fruit=buah, fuel=bbm/bahan bakar, fumigation=fumigasi, fund=dana, furniture=mebel, future=masa
depan, gadget=gawai, gambling=judi, garlic=bawang putih, garment=garmen, gastronomy=gastronomi,
geothermal=panas bumi, girl=perempuan, global=global, gloves=sarung tangan, goal=tujuan,
goat=kambing, gold=emas, goods=barang, governing=tata kelola, grain=gabah,
gratification=gratifikasi, gratuity=gratifikasi, greenhouse=rumah kaca, grid=jaringan,
groundwater=air tanah, group=kelompok, guarding=penjagaan, gubernatorial=gubernur,
guidance=bimbingan/pembinaan, guide=pemandu, hackathon=hackathon, hacker=peretas, hacking=peretasan,
hajj=haji, hamlet=dusun, handle=penanganan, handling=penanganan, handover=penyerahan,
handwashing=cuci tangan, harassment=pelecehan, harbors=pelabuhan, harbours=pelabuhan,
hardware=perangkat keras, harmonisation=harmonisasi, harmonization=harmonisasi, harvested=panen,
harvesting=panen, hat=topi, hatchery=pembenihan, hawker=pedagang, hazard=bahaya,
hazardous=berbahaya/b3, haze=kabut asap, headmaster=kepala sekolah, headset=headset,
headteacher=kepala sekolah, healthy=sehat, hearing=sidang, height=ketinggian, helmet=helm,
holiday=libur, homecoming=mudik, homeless=tunawisma, homelessness=tunawisma, homes=rumah,
homestays=homestay, honey=madu, honorary=honorer, horticulture=hortikultura,
hospitality=hospitality/perhotelan, hospitals=rumah sakit, household=rumah tangga, houses=rumah,
housing=perumahan/rumah, human=manusia, humane=humanis, humanitarian=kemanusiaan, hybrid=hibrida,
hydrant=hidran, hydropower=tenaga air, hygiene=higiene/kebersihan, hymn=himne,
hypertension=hipertensi, identity=identitas, ideology=ideologi, illness=penyakit, imagery=citra,
imam=imam, immigrant=imigran, immune=imun, immunisation=imunisasi/vaksin,
immunization=imunisasi/vaksin, impact=dampak, import=impor, importer=importir, imports=impor,
improve=peningkatan, improvement=peningkatan/perbaikan, improving=peningkatan, incentive=insentif,
incident=insiden, inclusive=inklusif/inklusi, income=pendapatan/penghasilan, incumbent=petahana,
index=indeks, indices=indeks, indigenous=adat, industries=industri, infant=bayi, infection=infeksi,
infectious=menular, inhabitants=penduduk, injection=suntik, injury=cedera, inmate=narapidana,
innovation=inovasi, innovative=inovatif/inovasi, inspectorate=inspektorat,
institution=lembaga/institusi, integrated=terpadu/terintegrasi, integrating=integrasi,
intellectual=intelektual, interfaith=lintas agama, international=internasional, interns=magang,
internship=magang, interoperability=interoperabilitas, interpretation=penerjemahan, interpreter=juru
bahasa/penerjemah, interview=wawancara, interviewing=wawancara, intolerance=intoleransi,
invention=invensi, inventory=inventaris, invest=investasi, investigation=penyidikan/investigasi,
investor=investor, invitation=undangan, invitee=undangan, irrigate=irigasi, isolated=terpencil,
issue=isu, jacket=jaket, jetty=dermaga, jobseeker=pencari kerja, journalism=jurnalistik,
journalist=wartawan/jurnalis, judges=hakim, judiciary=peradilan, jurisdiction=wewenang/kewenangan,
kidney=ginjal, kindergarten=paud, kiosk=anjungan/loket, knife=senjata, labor=tenaga
kerja/kerja/pekerja, laboratory=laboratorium, labour=tenaga kerja/kerja/pekerja, lagging=tertinggal,
lakes=danau, land=lahan/tanah/pertanahan, landfill=tpa, landowner=pemilik tanah, landslides=longsor,
lane=jalur, lanyard=tali kartu, larvae=jentik, lawmaker=legislator, lawn=halaman, laws=hukum,
lawsuit=gugatan, lawyer=advokat/pengacara, layoff=phk, leader=pemimpin/tokoh, leaflet=selebaran,
leak=kebocoran, learner=peserta didik, lecture=ceramah, lecturer=dosen, ledger=buku besar,
legislative=legislatif, legislature=dprd/legislatif, lender=pemberi pinjaman, lending=pinjaman,
leprosy=kusta, lesson=pelajaran, levy=retribusi, liability=kewajiban, librarian=pustakawan,
licence=izin, licensed=izin, licenses=izin, licensing=perizinan/izin, lighthouse=mercusuar,
lighting=penerangan, literacy=literasi, literate=literasi, litter=sampah, loans=pinjaman,
lobby=lobi, local=daerah/lokal/setempat, locker=loker, logging=pembalakan, logistic=logistik,
loss=rugi, lung=paru, machinery=alsintan/mesin, maize=jagung, malnutrition=gizi buruk,
manage=pengelolaan, management=pengelolaan/manajemen, managing=pengelolaan, mandate=mandat,
mandatory=wajib, mangroves=mangrove, manpower=tenaga kerja/ketenagakerjaan, manufacture=manufaktur,
manufacturing=manufaktur/pengolahan, maps=peta, marginal=marginal, marketing=pemasaran,
marketplace=lokapasar, marriage=perkawinan/nikah, mask=masker, maternal=ibu, maternity=melahirkan,
maturity=maturitas, measles=campak, measurement=pengukuran, measuring=pengukuran, meat=daging,
mechanism=mekanisme, mechanization=mekanisasi, mediate=mediasi, mediation=mediasi,
mediator=mediator, medicines=obat, men=laki laki, mentoring=pendampingan, merchandise=merchandise,
merchant=pedagang, mercury=merkuri, merit=merit, metadata=metadata, meteorology=meteorologi,
method=metode, methodology=metodologi, metropolitan=metropolitan, mic=mikrofon, micro=mikro,
microcredit=kredit mikro, microenterprise=usaha mikro, microphone=mikrofon, midwife=bidan,
midwives=bidan, migrants=migran, mill=penggilingan, milling=penggilingan, miner=penambang,
mineral=mineral, mines=tambang, ministerial=menteri, misinformation=misinformasi, misplaced=hilang,
mission=misi, moderation=moderasi, monetary=moneter, monitor=pemantauan, monopoly=monopoli,
monument=monumen, mortality=kematian/mortalitas, mosques=masjid, mosquito=nyamuk, motorbike=motor,
motorcycle=motor, motorway=jalan tol, mountains=gunung, movie=film, municipal=kota,
municipality=kota, museums=museum, nametag=kartu, narcotics=narkotika, nationhood=kebangsaan,
navigation=navigasi, navy=angkatan laut, negotiate=negosiasi, negotiation=negosiasi,
neonatal=neonatal, nepotism=nepotisme, networks=jaringan, newspaper=koran, nickel=nikel,
nomination=pencalonan, noncommunicable=tidak menular, nonpermanent=honorer, norm=norma, north=utara,
northern=utara, notary=notaris, numeracy=numerasi, nurses=perawat, nursing=keperawatan,
nutritional=gizi, nutritious=bergizi, obedience=kepatuhan, obesity=obesitas, objective=tujuan,
obligatory=wajib, obstacle=hambatan/kendala, occupational=kerja, offence=pidana, offense=pidana,
offline=luring, ombudsman=ombudsman, onestop=satu pintu, onion=bawang, online=daring,
operational=operasional, opportunities=peluang, opposition=oposisi,
optimisation=optimalisasi/optimasi, optimism=optimisme, optimization=optimalisasi/optimasi,
optimizing=optimalisasi, orchestra=orkestra, ordinance=peraturan, organic=organik,
organiser=panitia, organizer=panitia, orphanage=panti asuhan, orphans=yatim, outbreak=wabah/klb,
outcome=hasil, outermost=terluar, outpost=pos, output=keluaran, outreach=penyuluhan/sosialisasi,
outsourcing=alih daya, overloaded=muatan lebih, overloading=muatan lebih, overseeing=pengawasan,
overtime=lembur, packaging=kemasan, paddy=padi/sawah, painter=pelukis, painting=lukisan,
palace=istana/keraton, palmleaf=lontar, pandemic=pandemi, pants=celana, parcel=bidang,
parenting=pengasuhan/parenting, parents=orang tua, park=parkir/taman, parks=taman, partner=mitra,
partnerships=kemitraan, passenger=penumpang, passport=paspor, patent=paten, patient=pasien,
patriotism=bela negara, patrol=patroli, pawn=gadai, payment=pembayaran, payroll=gaji, peat=gambut,
peatland=gambut, peddlers=pedagang, pedestrian=pejalan kaki, penalty=sanksi, pension=pensiun,
people=masyarakat/orang, performance=kinerja, permanent=tetap, personal=pribadi,
pesticide=pestisida, petroleum=minyak bumi, pharmaceutical=farmasi, pharmacist=apoteker,
philanthropy=filantropi, photocopy=fotokopi, physician=dokter, pier=dermaga, pilgrim=haji/jemaah,
pilgrimage=haji, pilotage=pemanduan, piped=perpipaan, pistol=senjata, plan=rencana, plane=pesawat,
plant=tanaman, planting=tanam, plastics=plastik, platforms=platform, poem=puisi, poetry=puisi,
politician=politisi, polling=pemungutan suara, pond=tambak/kolam, poor=miskin, ports=pelabuhan,
poster=poster, postharvest=pascapanen, potato=kentang, poultry=unggas, practice=praktik,
preparing=persiapan/penyusunan, preschool=paud, preserve=preservasi/pelestarian,
preserving=preservasi, president=presiden, presidential=presiden, pressure=tekan,
prevent=pencegahan, prevention=pencegahan, priest=pendeta, primary=dasar, principal=kepala sekolah,
print=cetak, printing=cetak, priority=prioritas, prison=lapas/penjara, privacy=privasi,
problem=masalah, procedure=prosedur, processing=pengolahan, procure=pengadaan, procuring=pengadaan,
product=produk, professional=profesional, professionalism=profesionalisme, profit=laba,
projection=proyeksi, projector=proyektor, promotion=promosi, propaganda=propaganda,
property=kekayaan/properti, prosecution=penuntutan, prosecutors=jaksa, prosperity=kesejahteraan,
prosperous=sejahtera, protect=perlindungan/pelindungan, protection=perlindungan/pelindungan,
protest=unjuk rasa, prototype=purwarupa, provision=penyediaan, proxy=wakil, psychological=psikologi,
psychologist=psikolog, psychosocial=psikososial, puberty=pubertas, publication=publikasi,
pump=pompa, pupil=siswa/murid, pupils=murid/siswa, puppet=wayang, purchasing=pengadaan/pembelian,
quake=gempa, quality=mutu/kualitas, quarantine=karantina, quarry=galian, questionnaire=kuesioner,
queue=antrean, queuing=antrean, quiz=kuis, rabies=rabies, radicalisation=radikalisasi,
railways=kereta/kereta api, rain=hujan, raincoat=jas hujan, rainfall=hujan, ramadan=ramadan,
ramps=ramp, ranger=polisi hutan, ratification=pengesahan, rating=peringkat,
reading=membaca/pembacaan, realisation=realisasi, realization=realisasi, rebuild=rekonstruksi,
rebuilding=rekonstruksi, recapitulation=rekapitulasi, receivable=piutang, recipient=penerima,
reconciliation=rekonsiliasi, recorded=rekaman, recording=rekaman, records=arsip,
recount=penghitungan ulang, recruitment=rekrutmen, rector=rektor, recycle=daur ulang, recycling=daur
ulang, redistribution=redistribusi, reduce=penurunan/pengurangan, reducing=penurunan/pengurangan,
reduction=penurunan/pengurangan, reefs=karang, referral=rujukan, reforestation=reboisasi,
reform=reformasi/reforma, reformer=reformasi, refund=penggantian, region=daerah/wilayah,
regional=daerah/wilayah/regional, regulation=regulasi/peraturan, rehabilitating=rehabilitasi,
relief=bantuan, religions=agama, relocating=relokasi, relocation=relokasi, remote=terpencil/jarak
jauh, remuneration=remunerasi, repeal=pencabutan, replace=pengganti, replacement=pengganti,
replication=replikasi, report=laporan/pelaporan, reporter=pelapor, repository=repositori,
representative=wakil, reproductive=reproduksi, rescue=penyelamatan, rescuer=penyelamat,
rescuing=penyelamatan, researcher=peneliti, reserve=cadangan, reservoirs=waduk, residence=hunian,
resident=penduduk, resolve=penyelesaian, resolving=penyelesaian, respondent=responden,
response=tanggap/respons, restaurant=restoran, restructuring=penataan/restrukturisasi, result=hasil,
retail=ritel, retirement=pensiun, review=reviu/tinjauan, ricefield=sawah, rifle=senjata,
rights=hak/ham, riot=kerusuhan, road=jalan, roadmap=peta jalan, roadworthiness=laik jalan,
rooftop=atap, roommate=teman sekamar, rotation=rotasi, route=rute/trayek, rowing=dayung,
rubber=karet, rubbish=sampah, ruling=putusan, rumour=hoaks, safety=keselamatan/keamanan, sail=layar,
sailing=layar, sailor=pelaut, salary=gaji, salt=garam, sample=sampel, sampling=sampel,
sanction=sanksi, sandals=sandal, satellites=satelit, satisfaction=kepuasan, satisfied=puas,
saving=tabungan, scam=penipuan, scanning=pemindaian, scholarship=beasiswa, school=sekolah,
schoolchildren=siswa, scientific=ilmiah, score=skor, scout=pramuka, screened=pemutaran/skrining,
screening=pemutaran/skrining, script=naskah, sea=laut, seafarer=pelaut, seaport=pelabuhan,
seat=kursi/tempat duduk, seating=tempat duduk, seaworthiness=kelaiklautan, secondary=menengah,
secretariats=sekretariat, security=keamanan/jaminan, sedimentation=sedimentasi, seismic=seismik,
seller=penjual, seminar=seminar, separatism=separatisme, sermon=khotbah,
servant=pegawai/aparatur/asn, servers=server, service=pelayanan/layanan, settle=penyelesaian,
settlement=penyelesaian, settlements=permukiman, settler=transmigran, settling=penyelesaian,
sewage=air limbah, sewerage=air limbah, sexual=seksual, shallot=bawang merah, shares=saham,
sharia=syariah, shelf=rak, shelter=pengungsian/hunian, shelters=pengungsian, shelves=rak,
shipping=pelayaran, ships=kapal, shirt=kemeja/baju, shoes=sepatu, shop=toko, sidewalk=trotoar,
signal=sinyal, signatory=penandatangan, signed=tanda tangan, simplification=penyederhanaan,
simplifying=penyederhanaan, siren=sirene, skipper=nakhoda, slaughterhouse=rumah potong hewan,
slum=kumuh, smoker=perokok/merokok, smuggling=penyelundupan, sneakers=sepatu kets,
snorkeling=snorkeling, socialisation=sosialisasi, socialization=sosialisasi, software=perangkat
lunak, soldier=tentara, solution=solusi, solve=penyelesaian, solving=penyelesaian, song=lagu,
south=selatan, southern=selatan, souvenir=suvenir/oleh oleh, soybean=kedelai, species=spesies,
speed=kecepatan, spending=belanja, spice=rempah, spicy=pedas, sports=olahraga,
spouse=pendamping/pasangan, sputum=dahak, squatter=permukiman liar, stadium=stadion,
stakeholder=pemangku kepentingan, stall=gerai/stan, stamps=cap, standard=standar/norma,
standardisation=standardisasi, standardization=standardisasi, staple=pokok, startup=rintisan,
state=negara, stations=stasiun, statistical=statistik, statistician=statistisi, statute=undang,
steam=uap, storage=penyimpanan, storm=badai, stove=kompor, strategic=strategis, streamed=disiarkan,
streaming=siaran, strengthening=penguatan, strike=mogok, structuring=penataan,
student=siswa/pelajar/mahasiswa, subdistrict=kecamatan, subscriber=pelanggan, subsidies=subsidi,
subsidised=subsidi, subsidized=subsidi, substitute=pengganti, suburb=pinggiran, sugar=gula,
suicide=bunuh diri, summary=ringkasan/rangkuman, summit=ktt, sunrise=matahari terbit,
sunset=matahari terbenam, supervise=pengawasan, supervising=pengawasan,
supervision=pengawasan/supervisi, supplement=suplemen, supplementary=tambahan, supplier=pemasok,
surplus=surplus, surveillance=pemantauan/surveilans, surveying=pengukuran, surveyor=surveyor,
sustainability=berkelanjutan, symposium=simposium, synchronisation=sinkronisasi,
synchronization=sinkronisasi, synergies=sinergi, table=meja, tabletop=geladi ruang,
tackling=penanggulangan/penanganan, tactics=taktik, tally=rekapitulasi, targeting=sasaran,
tariff=tarif, task=tugas, taskforce=satgas, taxation=pajak/perpajakan, taxes=pajak, taxis=taksi,
team=tim, technical=teknis, teenager=remaja, teens=remaja, telecommunication=telekomunikasi,
television=televisi, temporary=sementara, tender=tender/lelang, tenure=tenurial, terminals=terminal,
terrace=teras, territorial=wilayah/kewilayahan, territory=wilayah, terrorist=teroris,
tertiary=tinggi, textbook=buku, textile=tekstil, theater=teater, theatre=teater, thematic=tematik,
therapy=terapi, ticketing=tiket, tickets=tiket, tidal=pasang/rob, tide=pasang, tie=dasi,
timber=kayu, tobacco=tembakau, tolerance=toleransi, toll=tol, tollway=jalan tol, tote=tas,
tourism=pariwisata/wisata, tourist=wisata/wisatawan, tourists=wisatawan, toxic=beracun/b3,
tractor=traktor, trademark=merek, trader=pedagang, tradition=tradisi, traditional=tradisional/adat,
traffic=lintas, train=kereta, training=pelatihan, transfer=transfer, translation=terjemahan,
translator=penerjemah, trash=sampah, traveller=wisatawan, treatment=pengobatan, treaty=perjanjian,
trial=sidang/peradilan, tribal=suku/adat, tribe=suku, trousers=celana, truck=truk,
tuberculosis=tbc/tuberkulosis, turnout=partisipasi, turtle=penyu, umbrella=payung,
underdeveloped=tertinggal, undernutrition=gizi kurang, unemployed=pengangguran, unhusked=gabah,
union=serikat, unrest=kerusuhan, updating=pemutakhiran, upstream=hulu, usher=petugas,
utilisation=pemanfaatan, utilization=pemanfaatan, vaccinated=vaksinasi, vaccinating=vaksinasi,
vaccination=vaksinasi/imunisasi/vaksin, vaccine=vaksin/vaksinasi, vaccines=vaksin,
validation=validasi, valuation=penilaian, vegetable=sayur, vehicle=kendaraan, vendor=pedagang,
verdict=putusan, verification=verifikasi, verifying=verifikasi, vessel=bejana/kapal, vest=rompi,
veterinarian=dokter hewan, veterinary=veteriner, victim=korban, village=desa/kampung/nagari,
villagers=warga desa, violation=pelanggaran, virtual=virtual/daring, visa=visa, vision=visi,
visitors=pengunjung, vocational=vokasi/kejuruan, volcanic=gunung api, volunteer=relawan,
volunteering=relawan, vulnerable=rentan, wage=upah, warehouses=gudang, warming=pemanasan,
wastewater=air limbah, wasting=wasting, waterfall=air terjun, watershed=das, wave=gelombang,
weaving=tenun, webinar=webinar, website=situs/laman, wells=sumur, west=barat, western=barat,
wetland=lahan basah, wheat=gandum, wheelchair=kursi roda, whistleblower=pelapor,
whistleblowing=pelaporan, wholesale=grosir, wildfire=kebakaran hutan, wind=angin,
winner=pemenang/juara, withdraw=tarik, withdrawal=tarik, witness=saksi, woman=perempuan,
women=perempuan/wanita, wood=kayu, working=kerja, workplace=tempat kerja, woven=tenun,
writing=menulis, zoning=zonasi
"""


def _translations(written: str) -> dict[str, str]:
    return dict(entry.strip().split("=") for entry in written.strip().split(","))


GLOSSARY: Mapping[str, str] = _translations(_ENGLISH)
"""Of what is asked at any meeting; often misspelt."""
TOPICS: Mapping[str, str] = _translations(_TOPICS)
"""Of what meetings are about: the usual word, behind a stroke others that titles may have for it.

Of no English word its regular forms: "villages" is "village".
"""

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
