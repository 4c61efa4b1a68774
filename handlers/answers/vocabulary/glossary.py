"""English words of meetings and government, and the Indonesian words that stand for them in an event file."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.listing import word_set

_ENGLISH = """
accommodation=penginapan, action=tindak, activity=kegiatan, agreement=kesepakatan, airport=bandara,
aquaculture=budidaya, area=wilayah, arrangement=tata, authority=wewenang, autonomy=otonomi,
badge=kartu, bag=tas, bathroom=toilet, batik=batik, budget=anggaran, budgeting=anggaran,
bureaucracy=birokrasi, bus=bus, car=mobil, certificate=sertifikat, certificates=sertifikat,
chair=pimpin, child=anak, children=anak, church=gereja, city=kota, cities=kota, clothes=pakaian,
clothing=pakaian, coastal=pesisir, commitment=komitmen, committee=panitia, communication=komunikasi,
community=masyarakat, conflict=konflik, conservation=konservasi, contact=kontak, cooperation=kerja
sama, coral=terumbu, council=dewan, country=negara, data=data, democracy=demokrasi,
development=pembangunan, digital=digital, disaster=bencana, district=kabupaten, districts=kabupaten,
regency=kabupaten, regencies=kabupaten, doctor=dokter, dress=pakaian, early=dini, economy=ekonomi,
education=pendidikan, election=pemilu, elections=pemilu, energy=energi, environment=lingkungan,
evaluation=evaluasi, family=keluarga, farmer=petani, ferry=feri, finance=keuangan,
financial=keuangan, fiscal=fiskal, fish=ikan, fisheries=perikanan, fishery=perikanan,
fisherman=nelayan, fishermen=nelayan, fishing=penangkapan, food=pangan, forest=hutan, fund=dana,
funding=pendanaan, funds=dana, governance=tata kelola, government=pemerintah, governor=gubernur,
grant=hibah, grants=hibah, health=kesehatan, hoax=hoaks, hoaxes=hoaks, hospital=rumah sakit,
implementation=pelaksanaan, inclusion=inklusi, inflation=inflasi, infrastructure=infrastruktur,
innovation=inovasi, institution=lembaga, institutional=kelembagaan, institutions=lembaga,
insurance=asuransi, integrity=integritas, internet=internet, investment=investasi, key=kunci,
law=hukum, local=daerah, luggage=koper, management=pengelolaan, marine=laut, maritime=maritim,
mayor=wali kota, medic=medis, medical=medis, medicine=obat, minister=menteri, ministry=kementerian,
monitoring=pemantauan, mosque=masjid, nation=bangsa, national=nasional, nutrition=gizi,
official=resmi, organization=organisasi, outfit=pakaian, park=parkir, parking=parkir,
partnership=kemitraan, password=sandi, people=masyarakat, performance=kinerja, personnel=pegawai,
planning=perencanaan, police=polisi, policy=kebijakan, politics=politik, political=politik,
poverty=kemiskinan, pray=salat, prayer=salat, praying=salat, prayers=salat, preparation=persiapan,
preparedness=kesiapsiagaan, private=swasta, program=program, province=provinsi, provinces=provinsi,
provincial=provinsi, public=publik, quota=kuota, recommendation=rekomendasi,
recommendations=rekomendasi, reef=karang, reform=reformasi, regional=daerah, region=daerah,
research=penelitian, resources=sumber daya, resource=sumber daya, response=tanggap, restroom=toilet,
risk=risiko, safety=keselamatan, sea=laut, seaweed=rumput laut, secretariat=sekretariat,
security=keamanan, service=pelayanan, services=pelayanan, ship=kapal, shuttle=shuttle, sick=sakit,
stamp=cap, stamped=cap, stamping=cap, station=stasiun, strategy=strategi, strengthening=penguatan,
structure=struktur, stunting=stunting, support=dukungan, sustainable=berkelanjutan, tax=pajak,
taxi=taksi, technology=teknologi, ticket=tiket, toilet=toilet, tourism=pariwisata,
training=pelatihan, transparency=transparansi, transport=transportasi, transportation=transportasi,
travel=perjalanan, uniform=seragam, vigilance=kewaspadaan, alertness=kewaspadaan, village=desa,
villages=desa, warning=peringatan, water=air, wear=pakai, wearing=pakai, weather=cuaca,
welfare=kesejahteraan, wharf=pelabuhan, harbour=pelabuhan, harbor=pelabuhan, port=pelabuhan,
women=perempuan, youth=pemuda, zone=zona, airplane=pesawat, pickup=jemput, pick=jemput,
wedding=nikah, breakfast=sarapan, letter=surat, assignment=tugas, hostel=penginapan,
lodging=penginapan, charge=cas, vertical=vertikal, apparatus=aparatur, staff=pegawai,
function=fungsi, functions=fungsi, simultaneous=serentak, detection=deteksi, social=sosial,
quality=mutu, behaviour=perilaku, behavior=perilaku, change=perubahan, kitchen=dapur, audit=audit,
case=kasus, role=peran, business=usaha, university=perguruan, universities=perguruan,
toddler=balita, toddlers=balita, climate=iklim, green=hijau
"""

GLOSSARY: Mapping[str, str] = dict(
    entry.strip().split("=") for entry in _ENGLISH.strip().rstrip(",").split(",") if "=" in entry
)

ENGLISH_MARKS = word_set(
    """
    what when where who whom which how why is are was were do does did will would can could should
    may the a an of for to at on my your our their me you we they he she it this that these those
    there here please get give show tell have has time start starts begin begins end ends finish
    next now today tomorrow tonight yesterday morning afternoon evening after before until and or
    not about from with room floor speaker speakers speaking moderating session sessions schedule
    lunch dinner many much long hello hi thanks thank good going happening in i need want be first
    second third closing opening registration certificate day all wear any some up
    """
)
ENGLISH_MARKS_STRONG = word_set(
    """
    what when where who which how is are do does did will would can could should the of for my your
    me you we this that there please time about today tomorrow who's what's going after before until
    many much starts
    """
)

COMMON_ENGLISH = word_set(
    """
    able account across actually add against ago airline allow alone along already although always
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
    woman wonder wood word work world worry write wrong year yellow yes young zoo
    """
)
"""Everyday English that must not be taken for a misspelt word of the event."""
