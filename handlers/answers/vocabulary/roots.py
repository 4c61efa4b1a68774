"""Roots of the affixed words that are met at every meeting, as the stemmer finds them: its rules take a while
to be read, and then a while for each word.
"""

from __future__ import annotations

ROOTS = {
    word: root
    for root, words in (
        entry.split(":")
        for entry in """
    ada: pengadaan; akhir: berakhir; aman: keamanan; ambil: diambil mengambil pengambilan; anggar:
    penganggaran; arah: pengarahan; arsip: kearsipan; awas: pengawas pengawasan; baca: pembacaan;
    bagi: pembagian dibagikan membagikan; bahas: pembahasan; bangun: pembangunan; bantu: bantuan;
    bawa: dibawa membawa; bayar: pembayaran dibayar membayar; belum: sebelum; bencana: kebencanaan;
    berangkat: keberangkatan; beri: diberikan memberikan; bicara: pembicara; bijak: kebijakan; bina:
    pembinaan; budaya: kebudayaan; buka: pembukaan dibuka; camat: kecamatan; catat: pencatatan;
    daftar: pendaftaran; dagang: perdagangan; damping: pendamping pendampingan; dapat: mendapat;
    datang: kedatangan; daya: pemberdayaan; dekat: terdekat; didik: pendidikan; dokumentasi:
    mendokumentasikan; dua: kedua; duduk: kependudukan; ganti: diganti mengganti pengganti
    penggantian; giat: kegiatan; guna: menggunakan digunakan penggunaan; hadir: kehadiran; halang:
    berhalangan; hubung: hubungi dihubungi perhubungan; hutan: kehutanan; ikan: perikanan; ikut:
    mengikuti diikuti; inap: menginap penginapan; industri: perindustrian; isi: mengisi diisi;
    jalan: perjalanan; jawab: jawaban; jelang: menjelang; jemput: penjemputan jemputan; kaji:
    pengkajian; kantor: perkantoran; kelola: pengelolaan; kelompok: pengelompokan; kembang:
    pengembangan; kena: dikenakan mengenakan; kendali: pengendalian; kirim: dikirim pengiriman
    mengirim dikirimkan mengirimkan; kuat: penguatan; kumpul: pengumpulan dikumpulkan mengumpulkan
    berkumpul perkumpulan; kunjung: kunjungan; laksana: pelaksanaan; langsung: berlangsung; lapang:
    lapangan; lapor: laporan; latih: pelatihan; layan: pelayanan layanan; lembaga: kelembagaan;
    lengkap: perlengkapan kelengkapan; lindung: perlindungan; lingkung: lingkungan; lurah:
    kelurahan; makan: makanan; materi: pemateri; minum: minuman; mukim: permukiman; mulai: dimulai;
    nilai: penilaian; nyanyi: menyanyikan; pakai: pakaian; pantau: pemantauan; papar: paparan
    pemaparan; pegawai: kepegawaian; perintah: pemerintahan pemerintah; perlu: diperlukan; pilih:
    pemilihan; pulang: kepulangan; pustaka: perpustakaan; rencana: perencanaan; ruang: ruangan;
    rukun: kerukunan; rumah: perumahan; rumus: perumusan rumusan; sama: bersama; sambut: sambutan;
    sampai: penyampaian; satu: kesatuan; sedia: tersedia disediakan menyediakan; sedikit:
    sedikitnya; sehat: kesehatan; selenggara: penyelenggaraan penyelenggara; serah: penyerahan
    menyerahkan diserahkan; sudah: sesudah; suluh: penyuluhan penyuluh; susun: penyusunan; syarat:
    persyaratan; tahan: ketahanan; tambang: pertambangan; tangan: penanganan; tanggulang:
    penanggulangan; tanggung: ditanggung menanggung; tani: pertanian; tanya: pertanyaan; telah:
    setelah; teliti: penelitian; temu: pertemuan; terbang: penerbangan; terna: peternakan; tertib:
    ketertiban; tiap: setiap; tiga: ketiga; tingkat: peningkatan; tutup: penutupan ditutup; wakil:
    perwakilan diwakilkan mewakili; waspada: kewaspadaan
    """.strip().split(";")
    )
    for word in words.split()
    for root in (root.strip(),)
}
