/**
 * What the demo organization's audits tell: the same eighteen months as the customers' answers, seen by visitors with a
 * form in mind. Levels are in standard deviations of a visit's quality, as in `../story.ts`.
 */

/** Touchpoints that are audited, by the key of `TOUCHPOINTS`, and how a visit there goes. */
export const AUDITED_TOUCHPOINTS = [
  { key: "welcome", effect: 0.3 },
  { key: "sales", effect: 0.1 },
  { key: "checkout", effect: 0.2 },
  // Customers grow unhappy here while the checklist is followed to the letter: the standard asks for other things.
  { key: "delivery", effect: 0.7 },
] as const;

/** Called on the phone, by a programme of which the staff were not told: its audits name nobody. */
export const PHONE_TOUCHPOINT = "phone-advice";

export const LOCATION_EFFECTS = [0, 0.35, 0.1, -0.35] as const;

/** Improves after the coaching that the first year's audits led to. */
export const COACHING = { monthsAgo: 8, rise: 0.6 } as const;

/** Consultants, how severe each is (in the same unit) and how long each takes to write a visit up, in hours. */
export const CONSULTANTS = [
  { name: "Kirsi Konsultti", email: "consultant@demo.test", severity: 0, hoursToSubmit: 3 },
  { name: "Markus Mittari", email: "markus.mittari@demo.test", severity: 0.45, hoursToSubmit: 20 },
  { name: "Sanna Silmä", email: "sanna.silma@demo.test", severity: -0.2, hoursToSubmit: 6 },
] as const;

export const VISITS_PER_TOUCHPOINT_AND_MONTH = 0.62;
export const OBSERVATIONS = 34;
export const DOUBLE_VISITS = 9;

/** What auditors write beside an item that went badly or well: true of whichever item it is. */
export const REASONS_OF_ITEM = [
  "Tämä jäi kiireen jalkoihin.",
  "Ajatus oli oikea, mutta toteutus jäi puolitiehen.",
  "Tässä kohdassa huomio oli jo muualla.",
  "Alku lupasi enemmän kuin lopulta sain.",
  "Tämä jäi selvästi heikommaksi kuin muu käynti.",
  "Pieni ele olisi riittänyt.",
] as const;

export const PRAISE_OF_ITEM = [
  "Tästä jäi hyvä mieli.",
  "Luontevaa, ei opeteltua.",
  "Juuri näin tämän pitäisi mennä.",
  "Tämän kertoisin tiimille esimerkkinä.",
] as const;

/** What auditors write of the whole visit where a form asks for it in words. */
export const REASONS = [
  "Näin kävi kahdesti saman käynnin aikana.",
  "Tilanne oli ohi alle minuutissa, eikä siihen palattu.",
  "Odotin hetken, mutta aloite jäi minulle.",
  "Palvelu oli kohteliasta, mutta samalla hoidettiin toista asiaa.",
  "Oli kiire, mutta lyhytkin huomio olisi riittänyt.",
  "Kysyin asiaa itse, ja vasta silloin sain vastauksen.",
  "Vastaus kuulosti valmiiksi opetellulta.",
  "Keskustelu päättyi ennen kuin olin sanonut kaiken.",
] as const;

export const PRAISE = [
  "Tästä jäi hyvä mieli.",
  "Minut huomattiin heti, vaikka jonoa oli.",
  "Tarpeeni toistettiin omin sanoin, ja ehdotus osui oikeaan.",
  "Sain enemmän apua kuin osasin pyytää.",
] as const;

export const SUMMARIES = {
  good: [
    "Sujuva kohtaaminen. Minua kuunneltiin, ja tiesin lopuksi, mitä tapahtuu seuraavaksi.",
    "Lämmin alku ja selkeä eteneminen. Asioisin mielelläni uudelleen.",
    "Tilanteesta otettiin vastuu alusta loppuun.",
  ],
  middling: [
    "Asia hoitui, mutta kohtaaminen jäi ohueksi. Tarvettani ei juuri kartoitettu.",
    "Alku oli hyvä, lopetus hätäinen. Seuraavasta askeleesta ei sovittu.",
  ],
  poor: [
    "Sain etsiä apua itse. Palvelu oli reagoivaa, ei aloitteellista.",
    "Kysymyksiini vastattiin lyhyesti ja ohimennen. Asia jäi ilman ratkaisua.",
  ],
} as const;

export const STRENGTHS = [
  "Lämmin tervehdys heti alussa.",
  "Tarpeen kartoitus avoimin kysymyksin.",
  "Lopetus: sovittiin, kuka tekee mitä ja milloin.",
] as const;

export const SUGGESTIONS = [
  "Sopikaa tiimissä, kuka ottaa kopin sisään tulevasta asiakkaasta ruuhkan aikana.",
  "Harjoitelkaa pareittain avoimia kysymyksiä: mitä, miten, kerro lisää.",
  "Ottakaa tavaksi kerrata asiakkaan tarve ennen ratkaisun esittelyä.",
] as const;
