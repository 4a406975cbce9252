import type { ScoreBand } from "@/features/surveys/schema";

type Language = "fi" | "sv" | "en";

/** What customers write, by language and band; {name} is the employee's first name. */
export const FOLLOW_UPS: Record<Language, Record<ScoreBand, readonly string[]>> = {
  fi: {
    high: [
      "{name} kuunteli oikeasti, mitä tarvitsin, eikä tyrkyttänyt mitään.",
      "Sain selkeät vastaukset kaikkiin kysymyksiini.",
      "Ystävällinen ja kiireetön palvelu, vaikka jonoa oli.",
      "{name} otti asiakseen ja hoiti homman loppuun asti.",
      "Asiantuntevaa ja mutkatonta palvelua.",
      "Minut huomattiin heti ovella, siitä jäi hyvä mieli.",
      "Kerrankin joku soitti takaisin niin kuin lupasi!",
      "{name} muisti minut edelliseltä kerralta. Hienoa!",
      "Ammattitaitoinen suunnittelu, säästin aikaa ja rahaa.",
      "Kaikki meni juuri niin kuin sovittiin.",
      "Ongelma ratkesi yhdellä yhteydenotolla.",
      "Todella lämmin ja asiallinen kohtaaminen 😊",
      "Sain rehellisen neuvon ostaa halvempi vaihtoehto.",
      "{name} selitti vaihtoehdot niin, että ymmärsin ne ensimmäistä kertaa.",
    ],
    middle: [
      "Palvelu oli ystävällistä, mutta odottaa piti turhan kauan.",
      "Ihan hyvä, mutta jäi vähän epäselväksi, mitä seuraavaksi tapahtuu.",
      "{name} oli asiallinen, mutta kiireisen oloinen.",
      "Toimitusaika olisi voinut olla lyhyempi.",
      "Perussuoritus. Mikään ei jäänyt erityisesti mieleen.",
      "Sain avun vasta toisella kerralla.",
      "Valikoimasta olisi voinut kertoa enemmän.",
      "Hinta-arvio muuttui matkan varrella, muuten hyvä.",
      "Olisin toivonut yhteenvedon sähköpostiin.",
    ],
    low: [
      "Kukaan ei tervehtinyt eikä huomannut minua kymmeneen minuuttiin.",
      "Asiani siirrettiin kolmelle eri ihmiselle ja selitin saman joka kerta.",
      "Luvattiin soittaa takaisin, mutta kukaan ei soittanut.",
      "Tuli tunne, että olin vain häiriöksi.",
      "Sain valmiita vastauksia, jotka eivät liittyneet kysymykseeni.",
      "Jouduin itse vaatimaan, että joku ottaa vastuun.",
      "Tapaaminen loppui kesken, kun myyjän piti lähteä.",
      "{name} oli tyly, kun kysyin palautuksesta.",
      "Odotin puhelimessa puoli tuntia ja lopulta puhelu katkesi.",
      "Virhe myönnettiin vasta, kun näytin kuitin.",
    ],
  },
  sv: {
    high: [
      "{name} lyssnade på riktigt och hittade en bra lösning.",
      "Vänlig och kunnig betjäning på svenska, tack!",
      "Allt gick precis som vi kom överens om.",
      "Snabbt, tydligt och trevligt.",
      "{name} tog ansvar för hela ärendet.",
      "Jag fick ett ärligt råd, det uppskattar jag.",
    ],
    middle: [
      "Bra bemötande, men väntetiden var lång.",
      "Helt okej, men jag fick inte svar på allt.",
      "Jag hade hoppats på mer betjäning på svenska.",
      "Det tog två besök innan det blev klart.",
    ],
    low: [
      "Ingen ringde tillbaka trots att ni lovade.",
      "Jag fick förklara samma sak för tre olika personer.",
      "Bemötandet var likgiltigt.",
      "Betjäning på svenska fanns inte alls.",
    ],
  },
  en: {
    high: [
      "{name} really listened and explained everything in English.",
      "Quick, friendly and professional.",
      "They solved my problem in one go.",
      "I felt welcome from the first minute.",
      "Honest advice, no pushing.",
    ],
    middle: [
      "Friendly, but I had to wait quite long.",
      "Fine, though nobody told me what happens next.",
      "Good advice, but the price changed afterwards.",
    ],
    low: [
      "Nobody took responsibility for my case.",
      "I was passed around between departments.",
      "They promised to call back and never did.",
      "I felt ignored because I don’t speak Finnish.",
    ],
  },
};

/** Added for a touchpoint with a story of its own. */
export const TOPICAL: Record<
  string,
  Partial<Record<Language, Partial<Record<ScoreBand, readonly string[]>>>>
> = {
  delivery: {
    fi: {
      low: [
        "Asentajat tulivat neljä tuntia myöhässä eikä kukaan ilmoittanut.",
        "Kaapin ovi oli naarmuuntunut kuljetuksessa.",
        "Toimitus siirrettiin kahdesti samalla viikolla.",
        "Asennus jäi kesken ja pakkausjätteet jätettiin eteiseen.",
        "Asentaja vaihtui eikä uusi tiennyt, mitä oli sovittu.",
      ],
      middle: [
        "Toimitus tuli, mutta aikaikkuna oli koko päivä.",
        "Asennus onnistui vasta toisella käynnillä.",
      ],
      high: [
        "Asentajat olivat ajoissa ja siivosivat jälkensä.",
        "Toimitus tuli sovittuun aikaan ja ilmoitus etukäteen.",
      ],
    },
    sv: { low: ["Leveransen kom en dag för sent utan besked.", "Monteringen lämnades halvfärdig."] },
    en: {
      low: ["The delivery was late and nobody informed us.", "The installers left before the job was done."],
    },
  },
  chat: {
    fi: {
      low: [
        "Chatista sai vain valmiita vastauksia.",
        "Botti kierrätti samaa ohjetta, ihmistä ei tavoittanut.",
      ],
      high: [
        "Chatissa vastattiin heti ja oikeaan kysymykseen.",
        "Chatin asiakaspalvelija hoiti asian, ei tarvinnut soittaa.",
      ],
    },
  },
  complaint: {
    fi: {
      low: [
        "Reklamaatioon vastattiin vasta kahden viikon kuluttua.",
        "Sain kohteliaan kirjeen, mutta en ratkaisua.",
      ],
      high: ["Virhe korjattiin nopeasti ja pahoiteltiin aidosti."],
    },
  },
};

export const COMMENTS: Record<Language, readonly string[]> = {
  fi: [
    "Kiitos!",
    "Tulen varmasti uudestaan.",
    "Pysäköintipaikkoja saisi olla enemmän.",
    "Aukioloajat voisivat olla iltaisin pidemmät.",
    "Terveisiä koko porukalle!",
    "Verkkosivuilta oli vaikea löytää puhelinnumeroa.",
    "Hinnat ovat nousseet kovasti.",
    "Toivoisin, että sama henkilö hoitaisi asian alusta loppuun.",
  ],
  sv: ["Tack!", "Hälsningar till hela teamet.", "Mer service på svenska, tack."],
  en: ["Thanks!", "I’ll be back.", "More information in English, please."],
};
