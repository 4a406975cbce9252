import { readyFramework, readyQuestion } from "../ready-framework";
import { clarity, empathy } from "./empathy-and-clarity";
import { listening, presence } from "./presence-and-listening";
import { followingThrough, problemSolving, selfRegulation } from "./solving-and-following-through";

export const responsibilityForTheEncounter = readyFramework({
  key: "responsibility",
  name: ["Vastuu kohtaamisesta", "Responsibility for the encounter", "Ansvar för mötet"],
  purpose: [
    "Seitsemän osa-aluetta siitä, miten ihminen kantaa vastuun asiakkaan kohtaamisesta: läsnäolosta siihen, että luvattu tulee tehdyksi. Vastaaminen vie noin kymmenen minuuttia.",
    "Seven sides of how a person carries responsibility for an encounter with a customer: from being present to doing what was promised. Answering takes about ten minutes.",
    "Sju sidor av hur en person tar ansvar för mötet med kunden: från närvaro till att det som lovats blir gjort. Det tar ungefär tio minuter att svara.",
  ],
  intro: [
    "Ajattele kohtaamisia, joita olet itse nähnyt tai kokenut viimeksi kuluneen puolen vuoden aikana. Vastaa sen mukaan, mitä on tapahtunut, älä sen mukaan, millainen kohtaamisen pitäisi olla. Jos et ole nähnyt tällaista tilannetta, vastaa ”En osaa sanoa”.",
    "Think of encounters you have seen or been part of during the last six months. Answer by what has happened, not by what an encounter should be like. If you have not seen such a situation, answer “Cannot say”.",
    "Tänk på möten som du själv har sett eller varit med om under det senaste halvåret. Svara utifrån vad som har hänt, inte utifrån hur ett möte borde vara. Om du inte har sett en sådan situation, svara ”Kan inte säga”.",
  ],
  scale: [
    ["Ei juuri koskaan", "Hardly ever", "Nästan aldrig"],
    ["Harvoin", "Seldom", "Sällan"],
    ["Joskus", "Sometimes", "Ibland"],
    ["Usein", "Often", "Ofta"],
    ["Lähes aina", "Almost always", "Nästan alltid"],
  ],
  competencies: [presence, listening, empathy, clarity, problemSolving, selfRegulation, followingThrough],
  questions: [
    readyQuestion("go-on", {
      text: [
        "Mikä kohtaamisissa toimii niin hyvin, että sitä kannattaa jatkaa?",
        "What works so well in encounters that it is worth going on with?",
        "Vad fungerar så bra i mötena att det är värt att fortsätta med?",
      ],
      self: [
        "Mikä kohtaamisissani toimii niin hyvin, että haluan jatkaa sitä?",
        "What works so well in my encounters that I want to go on with it?",
        "Vad fungerar så bra i mina möten att jag vill fortsätta med det?",
      ],
    }),
    readyQuestion("do-more", {
      text: [
        "Mitä kohtaamisissa saisi olla enemmän?",
        "What could there be more of in encounters?",
        "Vad kunde det finnas mer av i mötena?",
      ],
      self: [
        "Mitä haluan tehdä kohtaamisissani enemmän?",
        "What do I want to do more of in my encounters?",
        "Vad vill jag göra mer av i mina möten?",
      ],
    }),
    readyQuestion("do-differently", {
      text: [
        "Mitä kannattaisi tehdä toisin? Kerro mieluiten tilanteesta, jonka muistat.",
        "What would be worth doing differently? Tell of a situation you remember, if you can.",
        "Vad vore värt att göra annorlunda? Berätta gärna om en situation som du minns.",
      ],
      self: [
        "Mitä haluan tehdä toisin? Ajattele tilannetta, jonka muistat.",
        "What do I want to do differently? Think of a situation you remember.",
        "Vad vill jag göra annorlunda? Tänk på en situation som du minns.",
      ],
    }),
  ],
});
