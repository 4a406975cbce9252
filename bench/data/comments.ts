const fi = [
  "Palvelu oli ystävällistä ja asia hoitui nopeasti.",
  "Jouduin odottamaan puoli tuntia, vaikka aika oli varattu.",
  "Myyjä kuunteli ja löysi juuri sopivan vaihtoehdon.",
  "Puhelimessa sai selkeät vastaukset, kiitos!",
  "Lasku oli eri kuin mitä oli luvattu.",
  "Kaikki sujui hyvin, tulen varmasti uudelleen.",
  "Kukaan ei osannut sanoa, milloin tilaus saapuu.",
  "Erityiskiitos avusta tuotteen käyttöönotossa.",
  "Verkkosivuilla annettu tieto oli vanhentunutta.",
  "Hieman hätäinen tunnelma, mutta asia tuli kuntoon.",
];
const sv = [
  "Mycket vänligt bemötande och snabb hjälp.",
  "Det tog för lång tid innan någon svarade.",
  "Jag fick precis den information jag behövde.",
  "Fakturan stämde inte med offerten.",
];
const en = [
  "Friendly staff who took the time to explain everything.",
  "I had to repeat my question to three different people.",
  "Quick and easy, no complaints.",
  "The delivery was late and nobody told me.",
];

/** What respondents write; more in Finnish than in the other languages. */
export const comments = [
  ...fi.map((comment) => ({ language: "fi", comment })),
  ...sv.map((comment) => ({ language: "sv", comment })),
  ...en.map((comment) => ({ language: "en", comment })),
];
