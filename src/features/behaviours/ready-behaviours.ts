import type { RespondentLanguage } from "@/server/input";

type Texts = Record<RespondentLanguage, string>;

function behaviour(names: Texts, descriptions: Texts) {
  return { names, descriptions };
}

/** The behaviours that come with the product, in the order of an encounter: what ready forms point to by their keys. */
export const READY_BEHAVIOURS = {
  greeting: behaviour(
    { fi: "Vastaanotto", sv: "Mottagande", en: "Greeting and welcome" },
    {
      fi: "Asiakas huomataan heti, ja hän tuntee olevansa tervetullut.",
      sv: "Kunden uppmärksammas genast och känner sig välkommen.",
      en: "The customer is noticed at once and feels welcome.",
    },
  ),
  presence: behaviour(
    { fi: "Läsnäolo", sv: "Närvaro", en: "Presence" },
    {
      fi: "Huomio on asiakkaassa eikä näytössä, puhelimessa tai seuraavassa tehtävässä.",
      sv: "Uppmärksamheten är hos kunden, inte på skärmen, i telefonen eller vid nästa uppgift.",
      en: "Attention is on the customer, not on the screen, the phone or the next task.",
    },
  ),
  listening: behaviour(
    { fi: "Kuunteleminen", sv: "Lyssnande", en: "Listening" },
    {
      fi: "Asiakas saa kertoa asiansa loppuun, ja se näkyy siinä, mitä hänelle vastataan.",
      sv: "Kunden får tala till punkt, och det märks i svaret.",
      en: "The customer may finish, and what was said shows in the answer.",
    },
  ),
  empathy: behaviour(
    { fi: "Empatia", sv: "Empati", en: "Empathy" },
    {
      fi: "Asiakkaan tilanne ja tunne otetaan todesta, ja se sanotaan ääneen.",
      sv: "Kundens situation och känsla tas på allvar, och det sägs högt.",
      en: "The customer's situation and feeling are taken seriously, and it is said aloud.",
    },
  ),
  clarity: behaviour(
    { fi: "Selkeys", sv: "Tydlighet", en: "Clarity" },
    {
      fi: "Puhutaan niin, että asiakas ymmärtää kerralla, mitä tapahtuu, mitä se maksaa ja milloin.",
      sv: "Man talar så att kunden genast förstår vad som händer, vad det kostar och när.",
      en: "The customer understands at once what happens, what it costs and when.",
    },
  ),
  "individual-service": behaviour(
    { fi: "Yksilöllinen palvelu", sv: "Individuell service", en: "Individual service" },
    {
      fi: "Ratkaisu ja tapa toimia sovitetaan juuri tähän asiakkaaseen.",
      sv: "Lösningen och sättet anpassas till just den här kunden.",
      en: "The solution and the manner are fitted to this one customer.",
    },
  ),
  "problem-solving": behaviour(
    { fi: "Ongelmanratkaisu", sv: "Problemlösning", en: "Problem solving" },
    {
      fi: "Selvitetään, mistä on kyse, ja viedään asia ratkaisuun asti.",
      sv: "Man tar reda på vad det gäller och för saken ända till en lösning.",
      en: "What it is about is found out, and the matter is taken all the way to a solution.",
    },
  ),
  responsibility: behaviour(
    { fi: "Vastuunotto", sv: "Ansvarstagande", en: "Taking responsibility" },
    {
      fi: "Asia pysyy omissa käsissä, kunnes se on hoidettu tai sille on sovittu jatko.",
      sv: "Man behåller ärendet tills det är skött eller nästa steg är avtalat.",
      en: "The matter stays in one's own hands until it is done or its next step is agreed.",
    },
  ),
  "self-regulation": behaviour(
    { fi: "Tunteiden säätely", sv: "Känsloreglering", en: "Emotional self-regulation" },
    {
      fi: "Kiire, ärtymys tai asiakkaan tunnetila ei ohjaa omaa käytöstä.",
      sv: "Brådska, irritation eller kundens sinnesstämning styr inte det egna beteendet.",
      en: "Hurry, irritation or the customer's mood does not steer one's own conduct.",
    },
  ),
  closing: behaviour(
    { fi: "Kohtaamisen päättäminen", sv: "Avslutning av mötet", en: "Closing the encounter" },
    {
      fi: "Varmistetaan, että asiakas sai mitä tarvitsi, ja lopetetaan kohtaaminen hyvässä hengessä.",
      sv: "Man försäkrar sig om att kunden fick det som behövdes och avslutar mötet väl.",
      en: "Making sure that the customer got what was needed, and ending the encounter on a good note.",
    },
  ),
} as const satisfies Record<string, { names: Texts; descriptions: Texts }>;

export type ReadyBehaviourKey = keyof typeof READY_BEHAVIOURS;

export const READY_BEHAVIOUR_KEYS = Object.keys(READY_BEHAVIOURS) as ReadyBehaviourKey[];
