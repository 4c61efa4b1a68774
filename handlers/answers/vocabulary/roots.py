"""Roots of the affixed words that are met at every meeting, as the stemmer finds them: its rules take a while
to be read, and then a while for each word.
"""

from __future__ import annotations

from handlers.answers.vocabulary.listing import word_set

ROOTS = {
    word: root
    for root, words in (
        entry.split(":")
        for entry in """
    ada: pengadaan adakah; akhir: berakhir terakhir; akrab: keakraban; aman: keamanan; ambil: diambil
    mengambil pengambilan; anggar: penganggaran; angkut: angkutan; antar: antaran diantar; arah:
    pengarahan arahan; arsip: kearsipan; awas: pengawas pengawasan; awat: perawat; baca: pembacaan; bagai:
    sebagai; bagi: pembagian dibagikan membagikan bagian; bahas: pembahasan; baik: terbaik; bakar:
    kebakaran; bangun: pembangunan; bantu: bantuan; bas: berbasis; bawa: dibawa membawa; bawah: bawahan;
    bayar: pembayaran dibayar membayar; beban: dibebankan; belah: sebelah; beli: membeli; belum: sebelum
    sebelumnya; bencana: kebencanaan; berangkat: keberangkatan; berantas: pemberantasan; beri: diberikan
    memberikan memberi; biaya: pembiayaan; bicara: pembicara; bijak: kebijakan; bina: pembinaan; bisa:
    bisakah; boleh: bolehkah; budaya: kebudayaan; buka: pembukaan dibuka terbuka keterbukaan; butuh:
    kebutuhan; cadang: cadangan; camat: kecamatan; cap: dicap; cara: secara; cari: pencarian; catat:
    pencatatan; cegah: pencegahan; cepat: percepatan; cerdas: kecerdasan; cetak: dicetak mencetak; colok:
    colokan; daftar: pendaftaran mendaftar; dagang: perdagangan; damping: pendamping pendampingan; dana:
    pendanaan; dapat: mendapat; data: pendataan; datang: kedatangan; daya: pemberdayaan; dekat: terdekat;
    didik: pendidikan; disabilitas: disabilitas; dokumentasi: mendokumentasikan; dua: kedua berdua; duduk:
    kependudukan; dukung: dukungan; ekonomi: perekonomian; entas: pengentasan; fasilitas: fasilitasi;
    ganti: diganti mengganti pengganti penggantian; gerak: penggerak; giat: kegiatan; guna: menggunakan
    digunakan penggunaan; guru: perguruan; hadir: kehadiran; halang: berhalangan; harga: penghargaan;
    hari: harian sehari; hidang: hidangan; hitung: menghitung; hubung: hubungi dihubungi perhubungan
    hubungan menghubungi; huni: dihuni; hutan: kehutanan; ikan: perikanan; ikut: mengikuti diikuti;
    imbang: perimbangan; inap: menginap penginapan; industri: perindustrian; ingat: peringatan; isi:
    mengisi diisi pengisian; iur: iuran; jabat: pejabat jabatan; jalan: perjalanan berjalan; jamin:
    jaminan; jamu: jamuan; jaring: jaringan; jawab: jawaban; jelang: menjelang; jemput: penjemputan
    jemputan menjemput; jual: menjual; kaji: pengkajian; kamar: sekamar; kantor: perkantoran; kelola:
    pengelolaan pengelola; kelompok: pengelompokan; kembang: pengembangan; kena: dikenakan mengenakan;
    kenal: pengenal; kendali: pengendalian; kendara: kendaraan; kerja: pekerjaan; kesiap: kesiapan;
    ketenagakerjaan: ketenagakerjaan; kirim: dikirim pengiriman mengirim dikirimkan mengirimkan pengirim;
    kosong: dikosongkan; kuat: penguatan; kudap: kudapan; kumpul: pengumpulan dikumpulkan mengumpulkan
    berkumpul perkumpulan; kunci: kuncinya; kunjung: kunjungan; labuh: pelabuhan; laksana: pelaksanaan
    pelaksana; laku: pelaku dilakukan berlaku; lama: selama; langsung: berlangsung; lapang: lapangan;
    lapor: laporan melapor laporkan; latar: pelataran; latih: pelatihan; layan: pelayanan layanan;
    lembaga: kelembagaan; lengkap: perlengkapan kelengkapan; lihat: melihat; lindung: perlindungan
    pelindungan; lingkung: lingkungan; luar: terluar; lurah: kelurahan; main: bermain; makan: makanan;
    masuk: masukkan; materi: pemateri; minum: minuman; miskin: kemiskinan; mitra: kemitraan; mukim:
    permukiman; mulai: dimulai; musnah: pemusnahan; mutakhir: pemutakhiran; nilai: penilaian; nyanyi:
    menyanyikan; olah: olahan; oleh: memperoleh; pakai: pakaian memakai dipakai; pamer: pameran; pandu:
    panduan; pantang: pantangan; pantau: pemantauan; papar: paparan pemaparan; parkir: diparkir memarkir;
    pasang: pasangan; pegawai: kepegawaian; pendayagunaan: pendayagunaan; periksa: pemeriksaan; perintah:
    pemerintahan pemerintah; perlu: diperlukan; pilih: pemilihan; pimpin: pemimpin; pisah: perpisahan
    terpisah; polisi: kepolisian; prakira: prakiraan; pukul: pemukulan; pulang: kepulangan; pulau:
    kepulauan; pulih: pemulihan; puluh: sepuluh; pustaka: perpustakaan; rancang: rancangan; rekam:
    rekaman; renang: berenang; rencana: perencanaan; rintis: perintis; rokok: merokok;
    rombong: rombongan; ruang: ruangan; rukun: kerukunan; rumah: perumahan; rumus: perumusan rumusan
    perumus; salur: penyaluran; sama: bersama; sambung: menyambung; sambut: sambutan; sampai: penyampaian;
    sandang: penyandang; sandi: sandinya; sarap: sarapan; sasar: sasaran; satu: kesatuan satuan; seberang:
    menyeberang; sedia: tersedia disediakan menyediakan; sedikit: sedikitnya; sehat: kesehatan; selamat:
    keselamatan penyelamatan; selenggara: penyelenggaraan penyelenggara; sepakat: kesepakatan; serah:
    penyerahan menyerahkan diserahkan serahkan; siap: disiapkan; siar: siaran disiarkan penyiar; sidik:
    penyidik; simpan: disimpan penyimpanan; stempel: distempel; subsidi: bersubsidi; sudah: sesudah;
    suluh: penyuluhan penyuluh; susu: menyusui; susun: penyusunan; susur: menyusuri; susut: penyusutan;
    syarat: persyaratan; tahan: ketahanan; tambah: tambahan; tambang: pertambangan; tangan: penanganan;
    tanggulang: penanggulangan; tanggung: ditanggung menanggung; tangkap: penangkapan; tani: pertanian;
    tanya: pertanyaan; tari: tarian; tata: penataan; telah: setelah; teliti: penelitian peneliti; temu:
    pertemuan temuan temui; tentu: ketentuan; terap: penerapan; terbang: penerbangan; terna: peternakan;
    tertib: ketertiban; tetap: penetapan; tiap: setiap; tiga: ketiga; tinggal: tertinggal ketinggalan;
    tingkat: peningkatan; titip: dititipkan menitipkan penitipan; tolong: pertolongan; transfer:
    ditransfer; tugas: petugas penugasan; tuju: menuju; tunggu: menunggu; tunjuk: menunjukkan tunjukkan;
    tutup: penutupan ditutup tertutup; ubah: perubahan; ucap: ucapan; ukur: terukur; umum: pengumuman;
    unduh: diunduh; urus: mengurus; usaha: perusahaan; wakil: perwakilan diwakilkan mewakili; waspada:
    kewaspadaan
    """.strip().split(";")
    )
    for word in words.split()
    for root in (root.strip(),)
}
UNAFFIXED = word_set(
    """
    aceh sumatera jawa bali kalimantan sulawesi maluku papua nusantara merauke semarang sentani losari merapi
    prambanan balikpapan sepinggan juanda kualanamu hasanuddin soekarno adisutjipto halim ngurah rai andi
    setiadi wulandari handayani anggraini rahmawati hidayati nurhayati wahyuni mulyati fitriani wayan teuku
    wifi session dinner keynote scan khaki korpri tvri vegan kets relawan
    """
)
"""Names, foreign words, "relawan" that is not "rawan": without affixes, whatever they look like."""
