"""How English asks, and what it says for courtesy: more phrases for the meanings of the other books."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.answers.vocabulary.listing import products, word_set

_MY = "my, our, the, his, her"
_BAGS = "suitcase, suitcases, luggage, bag, bags, baggage, backpack, things, belongings, stuff, coat, jacket"
_FAMILY = """
    spouse, spouses, partner, partners, wife, wives, husband, husbands, family, families, kids, kid,
    children, child, son, daughter, mother, father, parents, companion, companions, baby
"""

ENGLISH_CUES: Mapping[str, str] = {
    "when": """
        latest time, earliest time, exact time, how late can, how early can, how late, how early, by
        what time, by when, until when, from when, from what time, time of the, time for the, time does,
        time is it, the starting time, at which time, which time, what hour, on what time, about what
        time, around what time, what is the time of, what are the times, what times
    """,
    "where": """
        how do i get to, how do we get to, how to get to, how can i get to, how can we get to, how do i
        find, how do we find, how do i reach, how can i find, which way to, the way to, way to,
        directions to, in which room, in what room, at which venue, in which hall, which part of the
        building, whereabout, location of, where do i go, where do we go, where should i go, where
        should we go, where to go, where must we go, where are we meeting, where do we meet, where do we
        gather, meeting place, point me to, show me the way, on which level, how far up
    """,
    "who": """
        who is responsible for, who responsible for, who is handling, who is the person, who exactly,
        who else, which people, what is the name of, whose turn
    """,
    "role_moderator": """
        facilitates, facilitate, facilitating, presides, presides over, presiding, presided over by,
        chaired by
    """,
    "role_narasumber": """
        presented by, delivered by, given by, taught by, teaches, teach, teaching, explains, presenters,
        talking, talks about, gives a talk, giving a talk, experts, the expert
    """,
    "topic": """
        on the subject of, on the topic of, regarding, concerning, related to, dealing with, deals,
        devoted to, dedicated to, addresses, talked about, discusses, discussing, discuss, focusing on,
        focused on, touches on, covering, topics, subjects, what is covered, about what
    """,
    "audience": """
        who should go to, who goes to, who is supposed to attend, who is supposed to join, who has to
        join, who needs to attend, who needs to go, who may attend, who may join, intended audience, who
        is expected
    """,
    "amount": "rate, height, depth, percentage, temperature, price of, cost of, what price, what rate",
    "duration": "how long does, how long is, how long will, how much time, length of, how many days",
    "file": """
        presentation slides, slide deck, slide decks, powerpoint, powerpoints, copy of the presentation,
        the presentation file, send me the presentation, share the presentation, share the material,
        send the material, send me the material, share the materials, send the materials, send me the
        materials, download the material, download the materials, download the presentation, get the
        slides, get the presentation, get the materials, speaker notes, handout, handouts
    """,
}

ENGLISH_THEMES: Mapping[str, str] = {
    "children": products(
        "bring my, bring our, bring a, bring the, bring along my, bring along our, come with my, take my",
        _FAMILY,
    ),
    "luggage": products("leave, store, keep, drop, deposit, put", _BAGS)
    + "".join(
        products(f"{verb} {whose}", _BAGS) for verb in ("leave", "store", "keep") for whose in ("my", "our")
    ),
    "laundry": products(
        "my clothes, my shirt, my shirts, my suit, my dress, my trousers, my laundry, our clothes, clothes",
        "washed, ironed, cleaned, pressed, laundered",
    ),
    "lodging": products(
        "check out of, check into, check in to, leave, vacate, return, give up, move into, enter",
        "my room, our room, our rooms, the room, the rooms, rooms",
    )
    + ", share a room, share rooms, share my room, sharing a room, room to myself, single room, hotel key",
    "contact": """
        who do i talk to, who can i talk to, who should i talk to, who should i contact, who can i
        contact, who can help me, who do i ask, who to ask, get in touch, get in touch with, speak to
        someone, talk to someone, how do i reach you, phone the organisers, phone the committee
    """,
    "permission": """
        in my stead, in my absence, take my place, take my seat, someone else come, someone else attend,
        somebody else attend, stand in for me, fill in for me, represented by, send a colleague, send my
        deputy, send a deputy
    """,
    "vegetarian": """
        don t eat, do not eat, can t eat, cannot eat, food restrictions, food allergy, food allergies
    """,
    "worship": "place of worship, say my prayers, say our prayers, perform prayers, perform prayer",
    "toilet": "men s room, ladies, gents, lavatory, lavatories, loo, wash my hands, powder room",
    "charging": "charge my, charge our, recharge my, plug in my, out of battery, dead battery",
    "smoking": "have a cigarette, have a smoke, smokers, smoker",
    "atm": """
        withdraw cash, withdraw some cash, withdraw money, cash machine, get cash, get some cash, cash
        point
    """,
    "allowance": """
        pay for the flight, pay for my flight, pay for the ticket, pay for my ticket, who reimburses
    """,
    "wifi": "get wifi, wifi password, connect my phone, connect my laptop, connect to the internet",
}

ENGLISH_SMALLTALK: Mapping[str, str] = {
    "greeting": """
        nice to meet you, pleased to meet you, good to meet you, great to meet you, how do you do, how
        are you today, how are you doing, how are you doing today, how are things, how is it going, how
        is everything, what up, hope you are well, i hope you are well, hope you are doing well, i hope
        you are doing well, hope this finds you well, i hope this finds you well, hope this message
        finds you well, i hope this message finds you well, hope all is well, long time no see,
        greetings from, warm greetings, welcome, hi again, hello again, good to see you, nice to see
        you, to whom it may concern, dear sir or madam, dear all, happy birthday, merry christmas, happy
        new year, happy eid, eid mubarak, ramadan kareem, happy ramadan, happy fasting, happy holidays,
        happy independence day, anybody there, anyone there, is anyone there, are you there
    """,
    "thanks": """
        helpful, lifesaver, grateful, so grateful, obliged, much obliged, kind of you, so kind of you,
        very kind of you, how kind of you, nice of you, so nice of you, very nice of you, really useful,
        very useful, so useful, you are so kind, you are very kind, you are too kind, you are kind, you
        are a star, a star, you are a legend, you are a gem, you are an angel, you are great, you are
        awesome, you are amazing, you are brilliant, you rock, you star, you legend, thanks for, thanks
        for your help, thank you for your help, thanks for everything, thanks again, thank you again,
        thanks in advance, thank you in advance, thanks so much, thanks very much, thanks a lot, a lot,
        many thanks, big thanks, thx, ta, god bless you, bless you, i owe you one, appreciate, really
        appreciate, i appreciate it, i really appreciate it, appreciate your help, well done, good work,
        great work, nice work, nice job, excellent service, great service, great help, big help, a great
        help, a big help, of great help, that helps, this helps, that helped, helps a lot, helped a lot,
        impressive, i love it, love it, like it, brilliant, lovely
    """
    + products(
        "so, very, really, extremely, incredibly, super, too, most, quite",
        "kind, helpful, useful, generous, nice, nice of you, kind of you, thoughtful, informative",
    ),
    "acknowledgement": """
        that is all, that s all, that all, that is all for now, that all for now, that is all i need,
        that all i need, that will be all, that will do, that ll be all, that be all, that is it, that
        is it for now, all good, all set, all clear, crystal clear, no more questions, no further
        questions, no other questions, nothing else, nothing more, sounds good, sounds great, sounds
        perfect, i see, makes sense, that makes sense, good to know, will do, fair enough, no thanks, no
        thank you, yes please, exactly, correct, of course, sure, sure thing, absolutely, gotcha, i got
        it, got that, okay then, alright then, ok then, congratulations, congrats, bravo, good luck, you
        are welcome, you welcome, my pleasure, don t mention it, no worries, not at all, never mind
        then, let me see, i understand, i understand now, now i understand, now i get it, now i see, i
        ll be there, i be there, count me in, noted with thanks, well noted, duly noted, just testing,
        testing, interesting, how interesting, how nice, great news, good news, what a relief, i am
        good, i m good, i am fine, i m fine, no need, not necessary, forget it, can t wait, cannot wait,
        looking forward to it, look forward to it
    """,
    "farewell": """
        take care, talk to you later, talk later, catch you later, see you later, see you soon, see you
        there, see you around, see you then, see you at the hotel, see you in the morning, see you
        tonight, until next time, till next time, till tomorrow, until tomorrow, have fun, cheerio,
        farewell everyone, sweet dreams, sleep well, rest well, good bye everyone, bye bye, bye for now,
        that s it bye, safe travels, safe trip, safe flight, best regards, kind regards, warm regards,
        regards, sincerely, yours sincerely, yours faithfully, best wishes, cheers mate, over and out
    """
    + products(
        "have a, have a very, enjoy your, enjoy the rest of your, wish you a, have",
        """
            nice day, great day, good day, lovely day, wonderful day, pleasant day, blessed day, good
            one, nice evening, good evening, great evening, lovely evening, nice weekend, good weekend,
            great weekend, good night, nice night, good time, safe trip, good trip, safe flight, good
            flight, nice trip, day, evening, weekend
        """,
    ),
    "apology": """
        so sorry, very sorry, i am sorry, i m sorry, sorry about that, sorry for that, sorry for the
        confusion, my bad, my mistake, my fault, oops, sorry to trouble you, sorry to disturb, sorry to
        disturb you, sorry to bother you, sorry to bother you again, sorry for bothering, sorry for
        bothering you, forgive me, pardon me, i apologise, i apologize, excuse my english, sorry for my
        english, sorry for my bad english, sorry my english is bad, wrong chat, sorry wrong chat, wrong
        number
    """,
    "identity": """
        are you a robot, are you real, are you a human, are you a person, are you a real person, am i
        talking to a bot, am i talking to a human, am i talking to a robot, am i talking to a person, is
        this a bot, is this a robot, is this a real person, who am i talking to, who is this, what is
        your name, what s your name, what your name, do you have a name, who made you, who built you,
        who created you, who programmed you, what do you do, how can you help, how can you help me, what
        can i ask you, what can i ask, how do you work, what are you, what else can you do, are you
        chatgpt, are you an ai, are you ai
    """,
}

ENGLISH_SOFT = word_set(
    """
    follow follows followed send sends sent sending forward show shows shown showing explain confirm
    confirmed check checking provide provided providing prepare prepared hand handed handing pass passed
    pick picked collect collected turn turned fill filled filling submit submitted enter entered
    entering carry carried meet met meeting wait waiting walk walking head heading move moving stand
    standing remain remind think thought believe suppose guess hope hoping wonder wondering mind try
    trying tried remember keep kept begin mean means allowed permitted necessary able expected planned
    exactly actually really anywhere somewhere everywhere everyone everybody nobody anybody somebody
    whoever wherever whenever whichever whatever member members delegation side part parts version copy
    copies kind kinds type types sort sorts piece step steps place places area spot point site usually
    probably perhaps maybe definitely certainly simply quickly directly officially based related
    specific various several particular certain current upcoming entire special main few many more most
    other handling issue issues matter matters effort efforts sector provincial deals concerning
    regarding following given lot lots small great good nice best better early late latest earliest
    """
)
"""Everyday words that rarely change what is asked."""

ENGLISH_FILLERS = word_set(
    """
    she he him her himself herself themselves myself ourselves had having doing done were shall might
    ought ve don doesn didn isn aren wasn weren won cannot can couldn wouldn shouldn haven hasn hadn im
    dont cant wont truly extremely incredibly terribly awfully super totally absolutely completely
    indeed honestly however though although since while whether upon onto within unless hereby herewith
    responsible therefore otherwise furthermore moreover besides regards wonder wondering
    """
)

_COMPOUNDS = """
in charge=responsible, of charge=free, no charge=free, extension worker=penyuluh, extension
workers=penyuluh, extension officer=penyuluh, extension officers=penyuluh, drafting team=tim perumus,
drafting committee=tim perumus, extra charge=fee, additional charge=fee, checking out=checkout, checked
out=checkout, checking in=checkin, checked in=checkin, civil servant=asn, civil servants=asn, civil
service=asn, human resources=sumber daya manusia, social security=jaminan sosial, social
assistance=bantuan sosial, social aid=bantuan sosial, food security=ketahanan pangan, food
resilience=ketahanan pangan, food reserve=cadangan pangan, food reserves=cadangan pangan, land
registration=pendaftaran tanah, land rights=hak tanah, land dispute=sengketa tanah, land
disputes=sengketa tanah, street hawkers=pedagang kaki lima, street traders=pedagang kaki lima, street
vendor=pedagang kaki lima, street vendors=pedagang kaki lima, fire brigade=pemadam kebakaran, fire
department=pemadam kebakaran, fire fighters=pemadam kebakaran, fire fighting=pemadam kebakaran, good
governance=tata kelola, village head=kepala desa, village heads=kepala desa, village chief=kepala desa,
village chiefs=kepala desa, village fund=dana desa, village funds=dana desa, village tourism=desa
wisata, tourist village=desa wisata, tourist villages=desa wisata, tourism village=desa wisata, tourism
villages=desa wisata, minimum wage=upah minimum, minimum wages=upah minimum, child labour=pekerja anak,
child labor=pekerja anak, child marriage=perkawinan anak, occupational safety=keselamatan kerja, work
safety=keselamatan kerja, workplace safety=keselamatan kerja, occupational disease=penyakit kerja,
occupational diseases=penyakit kerja, civil registration=pencatatan sipil, civil registry=pencatatan
sipil, civil society=masyarakat sipil, personal data=data pribadi, artificial intelligence=kecerdasan
artifisial, human rights=hak asasi manusia, public works=pekerjaan umum, public order=ketertiban umum,
public housing=perumahan rakyat, home affairs=dalam negeri, domestic affairs=dalam negeri, internal
affairs=dalam negeri, foreign affairs=luar negeri, regional head=kepala daerah, regional heads=kepala
daerah, regional government=pemerintah daerah, regional governments=pemerintah daerah, local
government=pemerintah daerah, local governments=pemerintah daerah, regional election=pilkada, regional
elections=pilkada, local election=pilkada, local elections=pilkada, general election=pemilu, general
elections=pemilu, national unity=kesatuan bangsa, political party=partai politik, political
parties=partai politik, disaster management=penanggulangan bencana, disaster relief=bantuan bencana,
disaster response=tanggap bencana, early warning=peringatan dini, early detection=deteksi dini, climate
change=perubahan iklim, supply chain=rantai pasok, supply chains=rantai pasok, cold chain=rantai dingin,
rice field=sawah, rice fields=sawah, sea toll=tol laut, fishing port=pelabuhan perikanan, fishing
ports=pelabuhan perikanan, fishing gear=alat tangkap, fishing boat=kapal ikan, fishing boats=kapal ikan,
fishing vessel=kapal ikan, fishing vessels=kapal ikan, coral reef=terumbu karang, coral reefs=terumbu
karang, small islands=pulau kecil, palm oil=sawit, solar power=tenaga surya, power plant=pembangkit
listrik, health insurance=jaminan kesehatan, health centre=puskesmas, health center=puskesmas, health
centres=puskesmas, health centers=puskesmas, junior high=smp, senior high=sma, high school=sma, primary
school=sd, elementary school=sd, case study=studi kasus, case studies=studi kasus, law
enforcement=penegakan hukum, money laundering=pencucian uang, cash transfer=bantuan tunai, cash
transfers=bantuan tunai, online gambling=judi online, press conference=konferensi pers, working
group=kelompok kerja, working groups=kelompok kerja, capacity building=peningkatan kapasitas, best
practice=praktik baik, best practices=praktik baik, good practice=praktik baik, good practices=praktik
baik, road map=peta jalan, one map=satu peta, one data=satu data, life jacket=jaket pelampung, life
vest=rompi pelampung, national anthem=lagu kebangsaan, spatial plan=tata ruang, spatial planning=tata
ruang, land use=tata guna lahan, state budget=apbn, state asset=barang milik negara, state assets=barang
milik negara, electronic signature=tanda tangan elektronik, digital signature=tanda tangan elektronik,
digital signatures=tanda tangan elektronik, job seekers=pencari kerja, job fair=bursa kerja, household
waste=sampah rumah tangga, drinking water=air minum, clean water=air bersih, raw water=air baku, waste
water=air limbah, under five=balita, under fives=balita, cultural heritage=cagar budaya, folk dance=tari
daerah, martial arts=pencak silat
"""


def _pairs(written: str) -> dict[tuple[str, str], str]:
    entries = (" ".join(entry.split()).split("=") for entry in written.split(","))
    return {(first, second): meant for words, meant in entries for first, second in (words.split(),)}


TOGETHER: Mapping[tuple[str, str], str] = _pairs(_COMPOUNDS)
"""Two words for one thing, whose words mean another alone: "food security" is not "keamanan"."""
