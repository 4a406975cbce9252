import { readySection } from "../ready-form";
import { customerChoice, scale, yesNo } from "../ready-items";

export const situation = readySection({
  key: "situation",
  weight: 0,
  title: ["Tilanne ja asiakas", "Situation and customer"],
  intro: [
    "Kirjaa lähtötilanne ennen kuin arvioit työntekijää. Tätä osiota ei pisteytetä.",
    "Write down the situation before judging the employee. This section is not scored.",
  ],
  items: [
    customerChoice(
      "errand",
      ["Mitä asiakas tuli hoitamaan?", "What did the customer come for?"],
      [
        "Valitse asia sellaisena kuin asiakas sen aluksi esitti.",
        "Choose it as the customer put it at first.",
      ],
      [
        ["information", ["Kysymään tai vertailemaan", "To ask or compare"]],
        ["purchase", ["Ostamaan tai sopimaan", "To buy or agree"]],
        ["service", ["Hoitamaan tai noutamaan jotain", "To have something done or to collect it"]],
        ["problem", ["Selvittämään ongelmaa", "To sort out a problem"]],
        ["complaint", ["Reklamoimaan", "To complain"]],
      ],
    ),
    customerChoice(
      "mood-at-start",
      ["Millaisella mielellä asiakas tuli?", "In what mood did the customer come?"],
      [
        "Päättele ensimmäisistä sanoista, äänestä ja asennosta.",
        "Judge by the first words, the voice and the posture.",
      ],
      [
        ["glad", ["Hyvillä mielin", "In good spirits"]],
        ["neutral", ["Asiallisena", "Matter-of-fact"]],
        ["hurried", ["Kiireisenä", "In a hurry"]],
        ["unsure", ["Epävarmana tai huolissaan", "Unsure or worried"]],
        ["upset", ["Ärtyneenä", "Upset"]],
      ],
    ),
    customerChoice(
      "rush",
      ["Oliko palvelupisteessä ruuhkaa?", "Was there a rush?"],
      [
        "Ruuhka selittää usein enemmän kuin taito. Palautekeskustelussa on hyvä nähdä se.",
        "A rush often explains more than skill. It is good to see it in the feedback talk.",
      ],
      [
        ["none", ["Ei muita asiakkaita", "No other customers"]],
        ["some", ["Joku odotti", "Somebody was waiting"]],
        ["queue", ["Selvä jono", "A clear queue"]],
      ],
    ),
  ],
});

export const opening = readySection({
  key: "opening",
  title: ["Kohtaamisen avaus", "Opening the encounter"],
  intro: [
    "Asetu niin, että näet molemmat mutta et ole asiakkaan tiellä. Asiakkaalle kerrotaan, miksi olet paikalla, jos hän kysyy.",
    "Place yourself so that you see both and are in nobody's way. If the customer asks, it is told why you are there.",
  ],
  items: [
    yesNo("greets-first", "greeting", {
      text: [
        "Tervehtikö työntekijä ensin ja katsoiko hän asiakasta?",
        "Did the employee greet first, looking at the customer?",
      ],
      guidance: [
        "Jos asiakas ehti ensin, vastaus on ei, vaikka tervehdys olisi ollut lämmin.",
        "If the customer was first, the answer is no however warm the greeting.",
      ],
      good: ["”Hei, hyvä että tulit. Mitä tänään?”", "“Hello, good to see you. What can we do today?”"],
      bad: ["”Seuraava.”", "“Next.”"],
      suggestion: [
        "Sovi viikoksi yksi oma aloitus ja kerro sen jälkeen, mitä se muutti.",
        "Choose one opening of your own for a week, and tell afterwards what it changed.",
      ],
    }),
    scale(
      "reads-customer",
      "empathy",
      {
        text: [
          "Otettiinko asiakkaan mieliala huomioon ensimmäisissä lauseissa?",
          "Was the customer's mood met in the first sentences?",
        ],
        guidance: [
          "Vertaa kirjaamaasi mielialaan: saiko kiireinen vauhtia, huolestunut rauhaa ja ärtynyt kuuntelijan?",
          "Compare with the mood you noted: did the hurried get speed, the worried calm, the upset a listener?",
        ],
        good: [
          "Kiireiselle: ”Hoidetaan tämä heti, siihen menee kaksi minuuttia.”",
          "To one in a hurry: “Let us do it at once, it takes two minutes.”",
        ],
        bad: [
          "Aloittaa rupattelun asiakkaan kanssa, joka katsoo kelloa.",
          "Begins to chat with a customer who looks at the clock.",
        ],
        suggestion: [
          "Arvatkaa yhdessä asiakkaan mieliala ensimmäisestä lauseesta ja tarkistakaa lopuksi, osuiko se.",
          "Guess the mood together from the first sentence and check at the end if it was right.",
        ],
      },
      [
        ["Ei lainkaan", "Not at all"],
        ["Vähän", "A little"],
        ["Melko hyvin", "Fairly well"],
        ["Luontevasti", "Naturally"],
      ],
    ),
    scale("full-attention", "presence", {
      text: ["Oliko työntekijän huomio asiakkaassa?", "Was the employee's attention on the customer?"],
      guidance: [
        "Seuraa katsetta, käsiä ja sitä, tuliko väliin muita asioita.",
        "Follow eyes and hands, and whether other things broke in.",
      ],
      good: [
        "Siirtää paperit sivuun ennen kuin alkaa kuunnella.",
        "Puts the papers aside before beginning to listen.",
      ],
      bad: ["Vastaa kolmesti työkaverille kesken kaiken.", "Answers a colleague three times in between."],
      suggestion: [
        "Sovi työkaverin kanssa käsimerkki, jolla kerrot olevasi asiakkaan kanssa.",
        "Agree on a hand signal with your colleague that says you are with a customer.",
      ],
    }),
  ],
});
