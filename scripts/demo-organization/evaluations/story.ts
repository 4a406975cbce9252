import type { Feeling } from "@/features/diary/feelings";
import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import type { LocalizedText } from "@/server/input";

/** Why the demo's cycles are held, as raters read it. */
export const PURPOSE: LocalizedText = {
  fi: "Jokainen saa palautetta omista asiakaskohtaamisistaan niiltä, jotka ovat nähneet ne. Raportti on oppimista varten, ei palkitsemista eikä varoituksia varten.",
  sv: "Var och en får återkoppling på sina kundmöten av dem som har sett dem. Rapporten är till för lärande, inte för belöning eller varningar.",
  en: "Everybody gets feedback on their encounters from those who have seen them. The report is for learning, not for rewards or warnings.",
};

/** How kindly each side looks, on the scale of five. */
export const KINDNESS: Record<RaterGroup, number> = {
  self: 0.3,
  manager: -0.05,
  member: 0.1,
  peer: 0.05,
  report: -0.1,
  customer: 0.1,
};

/** The most each group is asked of. */
export const ASKED: Record<Exclude<RaterGroup, "self" | "manager">, [from: number, to: number]> = {
  member: [4, 6],
  peer: [4, 6],
  report: [2, 4],
  customer: [3, 6],
};

/** How likely somebody of a group answers. */
export const ANSWERS: Record<RaterGroup, number> = {
  self: 0.97,
  manager: 1,
  member: 0.85,
  peer: 0.85,
  report: 0.8,
  customer: 0.65,
};

/** What stands out in the demo employee, by competency: how much she is above or below her mean, seen by others. */
export const DEMO_EMPLOYEE: {
  earlier: Record<string, number>;
  now: Record<string, number>;
  self: Record<string, number>;
} = {
  earlier: { listening: -1.3, empathy: 0.5, "self-regulation": 0.2, clarity: -0.2 },
  now: { listening: -0.25, empathy: 0.6, "self-regulation": 0.3, clarity: -0.9 },
  // She thinks she is clear, and does not know how much her empathy is seen.
  self: { clarity: 1.4, empathy: -1.5, listening: 0.2 },
};

/** What raters write, by question of the ready framework. */
export const COMMENTS: Record<string, readonly string[]> = {
  "go-on": [
    "Ottaa asiakkaan vastaan niin, että jännitys katoaa.",
    "Rauhallisuus ruuhkassa. Kukaan ei tunne olevansa tiellä.",
    "Kysyy aina, mihin tuote oikeasti tulee. Siitä on ollut minulle hyötyä.",
    "Muistaa asiat, joista puhuimme viimeksi.",
    "Sanoo suoraan, jos halvempi riittää.",
    "Ottaa vastuun myös toisten virheistä eikä ala selitellä.",
    "Hymy kuuluu puhelimessakin.",
    "Auttaa uusia työntekijöitä ilman, että heidän tarvitsee pyytää.",
    "Kertoo selvästi, mitä seuraavaksi tapahtuu ja kuka soittaa.",
    "Pysyy ystävällisenä, vaikka asiakas korottaa ääntään.",
  ],
  "do-more": [
    "Tarkistuskysymyksiä: ymmärsinkö oikein?",
    "Voisi varmistaa, että asiakas sai kaiken, mitä tuli hakemaan.",
    "Rohkeutta ehdottaa vaihtoehtoa, jota asiakas ei osannut kysyä.",
    "Tiedottamista, jos toimitus myöhästyy. Odotin soittoa päivän.",
    "Palautetta meille muille kesken työpäivän.",
    "Aikaa yhdelle asiakkaalle kerrallaan.",
    "Hiljaisuuden sietämistä. Vastaus tulee joskus vasta hetken päästä.",
  ],
  "do-differently": [
    "Kun oli kiire, ratkaisu tuli ennen kuin olin ehtinyt kertoa ongelmaa loppuun.",
    "Ammattisanoja vähemmän. ”Runkosaranan säätövara” ei sanonut minulle mitään.",
    "Puhelimen voisi laittaa taskuun, kun asiakas on tiskillä.",
    "Lupaa ehkä liikaa. Kaksi kertaa jäin odottamaan soittoa.",
    "Kun asiakas oli vihainen, asia siirtyi minulle ilman, että taustoja kerrottiin.",
    "Lopetus jää usein kesken: olisi hyvä kerrata, mitä sovittiin.",
  ],
};

/** What people write of themselves. */
export const OWN_COMMENTS: Record<string, readonly string[]> = {
  "go-on": ["Keskityn yhteen asiakkaaseen kerrallaan.", "Kysyn paljon ennen kuin ehdotan mitään."],
  "do-more": [
    "Haluan kerrata sovitun ennen kuin hyvästelen.",
    "Haluan soittaa itse ennen kuin asiakas ehtii kysyä.",
  ],
  "do-differently": ["Kiireessä vastaan liian nopeasti. Haluan oppia odottamaan hetken."],
};

/** The manager's words. */
export const MANAGER_COMMENTS: Record<string, readonly string[]> = {
  "go-on": ["Asiakkaat kysyvät sinua nimeltä. Se kertoo paljon.", "Otat vaikeat tilanteet hoitaaksesi."],
  "do-more": ["Kerro tiimille, miten teet sen. Muut oppivat esimerkistäsi."],
  "do-differently": ["Ruuhkassa kannattaa pysähtyä hetkeksi jokaisen kohdalla."],
};

/** The demo employee's development plan. */
export const GOALS = [
  {
    title: "Kuuntelen loppuun ennen kuin ehdotan",
    plan: "Jokaisessa kohtaamisessa toistan omin sanoin, mitä asiakas sanoi, ennen ensimmäistä ehdotusta. Kirjaan päiväkirjaan kaksi tilannetta viikossa.",
    competencyKey: "listening",
  },
  {
    title: "Kertaan sovitun selvin sanoin",
    plan: "Kertaan lopuksi hinnan, aikataulun ja seuraavan askeleen niin, että asiakas voi kertoa sen kotona eteenpäin.",
    competencyKey: "clarity",
  },
] as const;

/** Entries of the demo employee's diary. */
export const DIARY: readonly {
  daysAgo: number;
  /** Own at start and end, the customer's at start and end. */
  feelings: readonly [Feeling, Feeling, Feeling, Feeling];
  whatIDid: string;
  nextTime: string;
  /** Shown to the manager. */
  isShared?: boolean;
}[] = [
  {
    daysAgo: 1,
    feelings: ["calm", "glad", "worried", "content"],
    whatIDid:
      "Asiakas pelkäsi, että väärän värinen ovi viivästyttää muuttoa. Kuuntelin ensin, soitin tehtaalle hänen kuullessaan ja kerroin päivän.",
    nextTime: "Kysyn heti alussa, milloin muutto on. Sain sen tietää vasta lopuksi.",
    isShared: true,
  },
  {
    daysAgo: 3,
    feelings: ["eager", "content", "eager", "glad"],
    whatIDid: "Suunnittelimme yhdessä lastenhuoneen. Piirsin, hän kertoi.",
    nextTime: "Annan kynän asiakkaalle aiemmin.",
  },
  {
    daysAgo: 6,
    feelings: ["tired", "irritated", "irritated", "irritated"],
    whatIDid: "Kolmas reklamaatio samasta toimituksesta. Aloin selittää, vaikka hän ei ollut kysynyt syytä.",
    nextTime: "Pyydän ensin anteeksi ja vasta sitten selitän, jos hän haluaa tietää.",
  },
  {
    daysAgo: 9,
    feelings: ["calm", "calm", "neutral", "content"],
    whatIDid: "Puhelimessa epäselvä tilaus. Kertasin joka kohdan ääneen.",
    nextTime: "Lähetän kertauksen myös sähköpostilla.",
  },
  {
    daysAgo: 13,
    feelings: ["worried", "content", "disappointed", "content"],
    whatIDid: "Hinta oli noussut tarjouksen jälkeen. Sanoin sen heti ja kerroin, mitä voin tehdä.",
    nextTime: "Näin juuri. Suoruus auttoi.",
  },
  {
    daysAgo: 17,
    feelings: ["content", "tired", "eager", "disappointed"],
    whatIDid: "Asiakas innostui sohvasta, jota ei ollutkaan varastossa.",
    nextTime: "Tarkistan saldon ennen kuin kehun.",
  },
  {
    daysAgo: 22,
    feelings: ["glad", "glad", "worried", "glad"],
    whatIDid: "Iäkäs pariskunta pelkäsi sähköistä sopimusta. Luimme sen yhdessä.",
    nextTime: "Varaan tällaiseen oman ajan ja tuolit.",
  },
  {
    daysAgo: 28,
    feelings: ["tired", "calm", "irritated", "calm"],
    whatIDid: "Jono oli pitkä ja asiakas kireä. Otin katsekontaktin jo jonossa.",
    nextTime: "Sanon ääneen, montako on ennen.",
  },
  {
    daysAgo: 36,
    feelings: ["neutral", "content", "neutral", "glad"],
    whatIDid: "Tavallinen nouto, joka muuttui keskusteluksi tarpeista.",
    nextTime: "Kysyn aina yhden kysymyksen lisää.",
  },
  {
    daysAgo: 44,
    feelings: ["irritated", "disappointed", "disappointed", "disappointed"],
    whatIDid: "Vastasin liian nopeasti, eikä ehdotukseni ollut sitä, mitä hän haki.",
    nextTime: "Odotan kolme sekuntia ennen kuin vastaan.",
  },
  {
    daysAgo: 55,
    feelings: ["eager", "glad", "content", "glad"],
    whatIDid: "Ruotsinkielinen asiakas. Puhuin ruotsia, vaikka jännitti.",
    nextTime: "Opettelen tuotesanat ruotsiksi.",
  },
  {
    daysAgo: 66,
    feelings: ["worried", "calm", "worried", "content"],
    whatIDid: "Asiakas itki, kun perintöhuonekalu oli vaurioitunut. Olin hiljaa vieressä.",
    nextTime: "Hiljaisuus riitti. Muista se.",
  },
];

/** Thanks on the wall: from (null = the manager), to, days ago, words. */
export const THANKS = [
  {
    to: "Laura Niemi",
    daysAgo: 3,
    message:
      "Kiitos, että jäit auttamaan asiakasta, jonka tilaus oli hukassa. Hän soitti vielä kiittääkseen.",
  },
  {
    to: "Mari Jokinen",
    daysAgo: 6,
    message: "Otit lauantain ruuhkassa uuden työntekijän siipiesi suojaan. Sen näki jokainen.",
  },
  {
    to: "Aino Lehtonen",
    daysAgo: 8,
    message: "Hoidit reklamaation niin, että asiakas osti samalla uuden keittiön.",
  },
  { to: "Antti Rantanen", daysAgo: 12, message: "Kiitos rauhallisesta puhelusta, kun toimitus myöhästyi." },
  {
    to: "Johanna Grönroos",
    daysAgo: 15,
    message: "Tack för att du bytte till svenska mitt i samtalet. Kunden märkte det.",
  },
  {
    to: "Laura Niemi",
    daysAgo: 21,
    message: "Muistit asiakkaan lapsen nimen puolen vuoden takaa. Hieno kohtaaminen.",
  },
  { to: "Fatima Rahimi", daysAgo: 27, message: "Selitit takuuehdot niin, että minäkin ymmärsin ne vihdoin." },
] as const;

/** Feedback among colleagues; without `worked` it was only asked for. */
export const FEEDBACK: readonly (
  | {
      from: string;
      to: string;
      daysAgo: number;
      question: string | null;
      worked: string;
      toTry: string | null;
    }
  | { from: string; to: string; daysAgo: number; question: string }
)[] = [
  {
    from: "Mari Jokinen",
    to: "Laura Niemi",
    daysAgo: 5,
    question: "Olit vieressä, kun kerroin asiakkaalle viivästyksestä. Miltä se kuulosti?",
    worked: "Sanoit ikävän uutisen heti etkä kierrellyt. Asiakas rauhoittui, kun kerroit uuden päivän.",
    toTry: "Anna hänen kertoa loppuun, ennen kuin tarjoat hyvitystä. Hän olisi halunnut sanoa vielä jotain.",
  },
  {
    from: "Antti Rantanen",
    to: "Laura Niemi",
    daysAgo: 16,
    question: null,
    worked: "Tervehdit jonossa odottavia katseella. He jaksoivat odottaa.",
    toTry: null,
  },
  {
    from: "Hanna Peltonen",
    to: "Laura Niemi",
    daysAgo: 2,
    question: "Miten keittiön suunnittelukohtaaminen sujui sinusta?",
  },
  {
    from: "Laura Niemi",
    to: "Tuomas Aalto",
    daysAgo: 1,
    question: "Seurasit eilistä reklamaatiota. Mitä olisin voinut tehdä toisin?",
  },
];
