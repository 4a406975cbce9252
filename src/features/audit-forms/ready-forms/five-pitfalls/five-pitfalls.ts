import { readyForm } from "../ready-form";
import { endingTooEarly } from "./ending-too-early";
import { contagion, stockAnswers } from "./feelings-and-answers";
import { absentPresence, reactiveAttitude } from "./presence-and-attitude";

export const fivePitfalls = readyForm({
  key: "five-pitfalls",
  name: ["Kohtaamisen viisi sudenkuoppaa", "Five pitfalls of an encounter"],
  purpose: [
    "Kertoo, mihin viidestä tavallisimmasta sudenkuopasta kohtaamisissa pudotaan: poissaoleva läsnäolo, reaktiivinen asenne, kielteisen tunteen tarttuminen, vakiovastaukset ja liian aikainen päättäminen.",
    "Finds which of the five usual pitfalls encounters fall into: absent presence, reactive attitude, contagion of negative feeling, stock answers and ending too early.",
  ],
  kind: "mystery",
  intro: [
    "Asioi tavallisena asiakkaana ja kirjaa havainnot heti käynnin jälkeen. ”Asiakas” tarkoittaa sinua, kun asioit itse, ja seuraamaasi asiakasta, kun havainnoit. Kirjaa mitä näit ja kuulit, älä sitä, mitä työntekijä mielestäsi ajatteli.",
    "Visit as any customer would and write down what you saw right after. “The customer” is you when you visit yourself, and the customer you watch when you observe. Write what you saw and heard, not what you think the employee thought.",
  ],
  sections: [absentPresence, reactiveAttitude, contagion, stockAnswers, endingTooEarly],
});
