import { readySection } from "../ready-form";
import { customerChoice, note, scale, yesNo } from "../ready-items";

export const outcome = readySection({
  key: "outcome",
  title: ["Ratkaisu ja päätös", "Solution and ending"],
  intro: [
    "Arvioi, saiko asiakas asiansa eteenpäin ja tietääkö hän, miten jatketaan.",
    "Judge whether the customer's matter moved on, and whether the customer knows what comes next.",
  ],
  weight: 2,
  items: [
    scale(
      "solution-fits",
      "problem-solving",
      {
        text: ["Vastasiko ratkaisu asiakkaan tarpeeseen?", "Did the solution meet the customer's need?"],
        guidance: [
          "Vertaa siihen, mitä asiakas sanoi aluksi ja mitä kysymyksillä selvisi.",
          "Compare with what the customer said at first and what the questions brought out.",
        ],
        good: [
          "”Koska matkustat perjantaina, tehdään pikatilaus.”",
          "“As you travel on Friday, let us make it an express order.”",
        ],
        bad: ["Ratkaisu on hyvä, mutta eri ongelmaan.", "A good solution, to another problem."],
        suggestion: [
          "Sano ratkaisu aina asiakkaan omilla sanoilla: niin hän huomaa, jos se ei osu.",
          "Say the solution in the customer's own words: then a miss is noticed.",
        ],
      },
      [
        ["Ei ratkaisua", "No solution"],
        ["Osui ohi", "Missed"],
        ["Vastasi osittain", "Met it in part"],
        ["Vastasi tarpeeseen", "Met the need"],
      ],
    ),
    yesNo("owns-matter", "responsibility", {
      text: ["Ottiko työntekijä asian vastuulleen?", "Did the employee take responsibility?"],
      guidance: [
        "Hoitaa itse tai siirtää saattaen. Avun pyytäminen työkaverilta on vastuunottoa.",
        "Sees to it or hands over by walking along. Asking a colleague for help is taking responsibility.",
      ],
      good: ["”En tiedä vielä, mutta selvitän sen nyt.”", "“I don't know yet, but I will find out now.”"],
      bad: ["”Ei kuulu mulle.”", "“Not my department.”"],
      suggestion: [
        "Sopikaa, keneltä kysytään mitäkin, niin ettei asiakas joudu lähtemään ilman vastausta.",
        "Agree on who is asked about what, so that no customer has to leave without an answer.",
      ],
    }),
    yesNo("personal", "individual-service", {
      text: [
        "Näkyikö palvelussa jotakin juuri tälle asiakkaalle sovitettua?",
        "Was there something in the service fitted to this very customer?",
      ],
      guidance: [
        "Yksikin sana, ehdotus tai teko riittää. Kirjaa se kommenttiin: siitä tulee vahvuus.",
        "One word, proposal or act is enough. Write it down: it becomes a strength.",
      ],
      good: [
        "Tuo tuolin asiakkaalle, joka nojaa keppiin.",
        "Brings a chair for a customer leaning on a stick.",
      ],
      bad: [
        "Sama repliikki kolmannelle asiakkaalle peräkkäin.",
        "The same line to the third customer running.",
      ],
      suggestion: [
        "Poimi jokaisesta asiakkaasta yksi asia, ja anna sen näkyä siinä, mitä teet.",
        "Pick one thing about every customer, and let it show in what you do.",
      ],
    }),
    yesNo("checks-before-ending", "closing", {
      text: [
        "Varmistiko työntekijä lopuksi, että asiakas sai mitä tarvitsi?",
        "Did the employee make sure at the end that the customer got what was needed?",
      ],
      guidance: [
        "Kuuntele kysymystä ja sitä, jäikö vastaukselle tilaa.",
        "Listen for the question, and for whether it left room for an answer.",
      ],
      good: ["”Onko vielä jotain, mikä jäi mietityttämään?”", "“Is there anything still on your mind?”"],
      bad: ["Katsoo jo seuraavaan, kun kysyy.", "Is already looking at the next one while asking."],
      suggestion: [
        "Kysy varmistava kysymys ennen kuin kosket kuittiin tai suljet näytön.",
        "Ask the checking question before touching the receipt or closing the screen.",
      ],
    }),
    customerChoice(
      "mood-at-end",
      ["Millaisella mielellä asiakas lähti?", "In what mood did the customer leave?"],
      [
        "Vertaa lähtötilanteeseen: suunta kertoo enemmän kuin taso.",
        "Compare with the start: the direction tells more than the level.",
      ],
      [
        ["better", ["Selvästi paremmalla kuin tullessa", "Clearly better than on coming"]],
        ["good", ["Hyvillä mielin, kuten tullessa", "In good spirits, as on coming"]],
        ["same", ["Kuten tullessa", "As on coming"]],
        ["worse", ["Huonommalla kuin tullessa", "Worse than on coming"]],
      ],
    ),
  ],
});

export const feedback = readySection({
  key: "feedback",
  weight: 0,
  title: ["Palautekeskustelu", "Feedback talk"],
  intro: [
    "Täytä yhdessä työntekijän kanssa mahdollisimman pian havainnoinnin jälkeen. Anna hänen puhua ensin.",
    "Fill in together with the employee as soon as possible afterwards. Let the employee speak first.",
  ],
  items: [
    note(
      "own-view",
      ["Mitä työntekijä itse sanoi kohtaamisesta?", "What did the employee say about the encounter?"],
      [
        "Kysy ensin, missä hän onnistui, ja vasta sitten, mitä hän tekisi toisin.",
        "Ask first what went well, and only then what could be done otherwise.",
      ],
    ),
    note(
      "keep-doing",
      ["Mitä kannattaa jatkaa?", "What is worth continuing?"],
      ["Yksi teko ja sen vaikutus asiakkaaseen.", "One act and its effect on the customer."],
    ),
    note(
      "try-next",
      ["Mitä kokeillaan seuraavaksi?", "What is tried next?"],
      [
        "Yksi pieni asia, joka voidaan nähdä seuraavalla havainnointikerralla. Kirjaa myös, milloin siihen palataan.",
        "One small thing that can be seen next time. Write down when you come back to it.",
      ],
    ),
  ],
});
