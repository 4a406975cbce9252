import type { Channel } from "@/generated/prisma/enums";

const CHANNEL_WORDS: Record<Channel, readonly string[]> = {
  in_person: [
    "in_person",
    "in person",
    "in-person",
    "face to face",
    "visit",
    "store",
    "on site",
    "kasvokkain",
    "paikan päällä",
    "käynti",
    "myymälä",
    "toimipiste",
    "henkilökohtainen",
    "personligen",
    "på plats",
    "besök",
    "butik",
  ],
  phone: ["phone", "telephone", "call", "puhelin", "puhelu", "puhelimitse", "telefon", "samtal"],
  video: [
    "video",
    "video meeting",
    "video call",
    "videotapaaminen",
    "videopuhelu",
    "etätapaaminen",
    "teams",
    "zoom",
    "videomöte",
    "videosamtal",
  ],
  chat: ["chat", "chatti", "chatt"],
  email: ["email", "e-mail", "mail", "sähköposti", "sähköpostitse", "e-post", "epost"],
  web: [
    "web",
    "website",
    "online",
    "verkko",
    "verkkopalvelu",
    "verkkokauppa",
    "verkkosivu",
    "webb",
    "webbplats",
    "nät",
  ],
};

const CHANNEL_BY_WORD = new Map(
  Object.entries(CHANNEL_WORDS).flatMap(([channel, words]) =>
    words.map((word) => [word, channel as Channel] as const),
  ),
);

/** The channel a word of fi, sv or en means, whatever its capitals; null for an unknown word. */
export function readChannel(text: string): Channel | null {
  return CHANNEL_BY_WORD.get(normalizeName(text)) ?? null;
}

/** What names are compared by: without capitals, outer spaces and doubled inner ones. */
export function normalizeName(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLocaleLowerCase("fi");
}
