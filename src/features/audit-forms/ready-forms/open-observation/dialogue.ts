import { readySection } from "../ready-form";
import { customerChoice, scale, yesNo } from "../ready-items";

export const dialogue = readySection({
  key: "dialogue",
  title: ["Vuoropuhelu", "Dialogue"],
  intro: [
    "Seuraa molempia: mitä työntekijä tekee ja miten asiakas siihen vastaa.",
    "Watch both: what the employee does and how the customer responds.",
  ],
  weight: 2,
  items: [
    scale("listens", "listening", {
      text: ["Kuunteliko työntekijä asiakasta loppuun asti?", "Did the employee listen to the end?"],
      guidance: [
        "Laske mielessäsi keskeytykset ja katso, kumpi puhui enemmän ensimmäisen minuutin aikana.",
        "Count interruptions in your mind, and see who talked more in the first minute.",
      ],
      good: [
        "Odottaa hetken asiakkaan lauseen jälkeen ennen kuin vastaa.",
        "Waits a moment after the customer's sentence before answering.",
      ],
      bad: ["Täydentää asiakkaan lauseen, väärin.", "Finishes the customer's sentence, wrongly."],
      suggestion: [
        "Kokeile viikon ajan kahden sekunnin taukoa ennen jokaista vastausta.",
        "For a week, try a pause of two seconds before every answer.",
      ],
    }),
    yesNo("asks-about-need", "listening", {
      text: ["Selvittikö työntekijä tarpeen kysymällä?", "Did the employee find out the need by asking?"],
      guidance: [
        "Vähintään yksi avoin kysymys, jonka vastaus vaikutti siihen, mitä tehtiin.",
        "At least one open question whose answer affected what was done.",
      ],
      good: ["”Mihin tilanteeseen tämä tulee?”", "“What situation is this for?”"],
      bad: ["Päättelee tarpeen asiakkaan iästä.", "Guesses the need by the customer's age."],
      suggestion: [
        "Valitse kaksi kysymystä, jotka kysyt seuraavilta kymmeneltä asiakkaalta, ja kirjaa vastaukset.",
        "Choose two questions to ask of your next ten customers, and write down the answers.",
      ],
    }),
    scale("speaks-clearly", "clarity", {
      text: [
        "Puhuiko työntekijä niin, että asiakas ymmärsi?",
        "Did the employee speak so that the customer understood?",
      ],
      guidance: [
        "Seuraa asiakkaan ilmettä: missä kohdassa hän putosi kärryiltä?",
        "Watch the customer's face: where did it stop following?",
      ],
      good: ["”Eli käytännössä maksat saman kuin ennen.”", "“So in practice you pay the same as before.”"],
      bad: ["Lukee ehdot näytöltä sanasta sanaan.", "Reads the terms from the screen word by word."],
      suggestion: [
        "Etsi kolmelle vaikealle sanallesi arkinen vastine.",
        "Find everyday words for three of your difficult ones.",
      ],
    }),
    customerChoice(
      "customer-part",
      ["Miten asiakas osallistui keskusteluun?", "How did the customer take part?"],
      ["Kirjaa se, mikä kuvaa suurinta osaa kohtaamisesta.", "Choose what describes most of the encounter."],
      [
        ["open", ["Kertoi avoimesti ja kysyi", "Told freely and asked"]],
        ["answered", ["Vastasi, kun kysyttiin", "Answered when asked"]],
        ["withdrawn", ["Vetäytyi tai hiljeni", "Withdrew or fell silent"]],
        ["argued", ["Väitteli vastaan", "Argued"]],
      ],
    ),
    scale(
      "keeps-balance",
      "self-regulation",
      {
        text: [
          "Pysyikö työntekijän käytös tasaisena, kun tilanne kiristyi?",
          "Did the employee's conduct stay even when things became tense?",
        ],
        guidance: [
          "Valitse ”ei sovellu”, jos mikään ei kiristynyt. Kirjaa kommenttiin, mikä tilanteen laukaisi.",
          "Choose “not applicable” if nothing became tense. Note what set it off.",
        ],
        good: [
          "Hidastaa puhettaan ja toistaa asiakkaan asian rauhallisesti.",
          "Slows down and says the customer's point again, calmly.",
        ],
        bad: ["Alkaa perustella äänekkäämmin.", "Begins to give reasons louder."],
        suggestion: [
          "Tunnista, mikä saa sinut kuohahtamaan, ja päätä etukäteen, mitä silloin teet.",
          "Know what sets you off, and decide beforehand what to do when it comes.",
        ],
      },
      undefined,
      { allowsNotApplicable: true },
    ),
  ],
});
