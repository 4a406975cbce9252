import { readySection } from "../ready-form";
import { pitfall, scale, yesNo } from "../ready-items";

export const contagion = readySection({
  key: "contagion",
  title: ["Kielteisen tunteen tarttuminen", "Contagion of negative feeling"],
  intro: [
    "Kiire, väsymys tai asiakkaan ärtymys tarttuu, ja sävy kiristyy puolin ja toisin.",
    "Hurry, tiredness or the customer's irritation catches on, and the tone tightens on both sides.",
  ],
  items: [
    scale(
      "keeps-tone",
      "self-regulation",
      {
        text: [
          "Pysyikö työntekijän sävy rauhallisena ja ystävällisenä?",
          "Did the employee's tone stay calm and friendly?",
        ],
        guidance: [
          "Kuuntele äänen voimakkuutta, puheen nopeutta ja huokauksia. Merkitse kommenttiin, missä kohdassa sävy muuttui ja mikä sen laukaisi.",
          "Listen to loudness, pace and sighs. Note where the tone changed and what set it off.",
        ],
        good: [
          "Asiakas korottaa ääntään, työntekijä hidastaa ja madaltaa omaansa.",
          "The customer raises the voice; the employee slows down and lowers theirs.",
        ],
        bad: [
          "Huokaisee kuuluvasti ja sanoo: ”Niin kuin äsken sanoin…”",
          "Sighs audibly and says: “As I just told you…”",
        ],
        suggestion: [
          "Harjoitelkaa hengähdystaukoa: yksi rauhallinen uloshengitys ennen vastausta, kun sävy alkaa kiristyä.",
          "Practise the pause: one calm breath out before answering when you notice the tone tightening.",
        ],
      },
      [
        ["Sävy oli tyly tai kireä", "The tone was curt or tense"],
        ["Sävy kiristyi eikä palautunut", "The tone tightened and did not recover"],
        ["Sävy kiristyi hetkeksi mutta palautui", "The tone tightened for a moment but recovered"],
        ["Sävy pysyi rauhallisena alusta loppuun", "The tone stayed calm from beginning to end"],
      ],
    ),
    pitfall(
      "speaks-ill",
      "self-regulation",
      {
        text: [
          "Puhuiko työntekijä väheksyvästi asiakkaasta, toisista asiakkaista, työkaverista tai työpaikastaan?",
          "Did the employee speak disparagingly of the customer, other customers, a colleague or the workplace?",
        ],
        guidance: [
          "Kriittinen kohta. Myös eleet lasketaan: silmien pyörittely, merkitsevä katse työkaverille. Kirjaa sanat mahdollisimman tarkasti.",
          "Critical item. Gestures count too: rolling eyes, a meaning look at a colleague. Write the words down as exactly as you can.",
        ],
        good: [
          "”Harmi, että tieto oli eri verkkosivuilla. Hoidetaan tämä nyt kuntoon.”",
          "“I am sorry the website said otherwise. Let us put this right now.”",
        ],
        bad: [
          "”Ne siellä pääkonttorilla eivät koskaan saa mitään hoidettua.”",
          "“Those people at head office never get anything done.”",
        ],
        suggestion: [
          "Käykää tiimissä läpi, mihin harmitus puretaan, kun sitä tulee, ja sopikaa, ettei asiakas ole se paikka.",
          "Talk in the team about where frustration is let out when it comes, and agree that the customer is not that place.",
        ],
      },
      { isCritical: true },
    ),
    yesNo(
      "meets-feeling",
      "empathy",
      {
        text: [
          "Huomioiko työntekijä asiakkaan tunteen ennen kuin siirtyi asiaan?",
          "Did the employee meet the customer's feeling before turning to the matter?",
        ],
        guidance: [
          "Yksi lause riittää. Valitse ”ei sovellu”, jos asiakas ei ilmaissut mitään tunnetta.",
          "One sentence is enough. Choose “not applicable” if the customer showed no feeling.",
        ],
        good: [
          "”Ymmärrän, että tämä harmittaa, kun olet tullut tänne asti.”",
          "“I see that this is annoying when you have come all this way.”",
        ],
        bad: [
          "”Onko kuitti mukana?” on ensimmäinen asia, jonka pettynyt asiakas kuulee.",
          "“Have you got the receipt?” is the first thing a disappointed customer hears.",
        ],
        suggestion: [
          "Etsikää jokaiselle omaan suuhun sopiva lause, joka kertoo, että tunne huomattiin, ja vasta sitten kuitti.",
          "Let everybody find a sentence of their own that shows the feeling was seen before the receipt is asked for.",
        ],
      },
      { allowsNotApplicable: true },
    ),
    pitfall(
      "defends",
      "self-regulation",
      {
        text: [
          "Alkoiko työntekijä puolustautua tai väitellä, kun asiakas oli eri mieltä tai tyytymätön?",
          "Did the employee start to defend or argue when the customer disagreed or was dissatisfied?",
        ],
        guidance: [
          "Perustelu ei ole väittelyä, jos asiakas sai ensin kertoa asiansa. Valitse ”ei sovellu”, jos erimielisyyttä ei tullut.",
          "Giving reasons is no arguing when the customer could speak first. Choose “not applicable” if there was no disagreement.",
        ],
        good: [
          "”Kerro vielä, mitä sinulle luvattiin, niin katsotaan, mitä voin tehdä.”",
          "“Tell me once more what you were promised, and let us see what I can do.”",
        ],
        bad: ["”En minä sitä sinulle myynyt.”", "“It was not me who sold it to you.”"],
        suggestion: [
          "Harjoitelkaa vastaamista moitteeseen kysymyksellä: mitä asiakas odotti, ja mitä hän nyt tarvitsee?",
          "Practise answering a complaint with a question: what did the customer expect, and what is needed now?",
        ],
      },
      { allowsNotApplicable: true },
    ),
  ],
});

export const stockAnswers = readySection({
  key: "stock-answers",
  title: ["Vakiovastaukset", "Stock answers"],
  intro: [
    "Vastaus on sama kysyjästä riippumatta, eikä asiakas tunne tulleensa kuulluksi.",
    "The answer is the same whoever asks, and the customer does not feel heard.",
  ],
  items: [
    scale(
      "answers-the-question",
      "individual-service",
      {
        text: [
          "Vastasiko työntekijä siihen, mitä juuri tämä asiakas kysyi?",
          "Did the employee answer what this very customer asked?",
        ],
        guidance: [
          "Vertaa vastausta kysymykseen. Oikea mutta yleinen tieto on vakiovastaus, jos asiakkaan tilanne ei näy siinä mitenkään.",
          "Compare the answer with the question. Correct but general information is a stock answer if the customer's situation does not show in it.",
        ],
        good: [
          "”Koska teillä on pieniä lapsia, ottaisin tämän: sen saa pestä koneessa.”",
          "“As you have small children, I would take this one: it can go in the washing machine.”",
        ],
        bad: ["”Ne on kaikki hyviä, ihan makuasia.”", "“They are all good, it is a matter of taste.”"],
        suggestion: [
          "Kokeilkaa sanaa ”koska”: sitokaa jokainen suositus johonkin, mitä asiakas itse kertoi.",
          "Try the word “because”: tie every recommendation to something the customer said.",
        ],
      },
      [
        ["Vastaus ei koskenut asiakkaan kysymystä", "The answer was not about the customer's question"],
        ["Vastaus oli yleinen, sama kaikille", "The answer was general, the same for everybody"],
        ["Vastaus sopi kysymykseen", "The answer fitted the question"],
        [
          "Vastaus sopi kysymykseen ja asiakkaan tilanteeseen",
          "The answer fitted the question and the customer's situation",
        ],
      ],
    ),
    yesNo("returns-to-what-was-said", "listening", {
      text: [
        "Palasiko työntekijä johonkin, mitä asiakas oli itse kertonut?",
        "Did the employee come back to something the customer had told?",
      ],
      guidance: [
        "Mainitse alussa jokin tilanteeseesi liittyvä yksityiskohta ja seuraa, käytetäänkö sitä myöhemmin.",
        "Mention a detail of your situation early on, and see whether it is used later.",
      ],
      good: [
        "”Sanoit, että mökille ei tule sähköä. Silloin tarvitset tämän mallin.”",
        "“You said there is no electricity at the cottage. Then you need this model.”",
      ],
      bad: [
        "Suosittelee verkkovirralla toimivaa laitetta, vaikka asiakas on kertonut mökistä ilman sähköä.",
        "Recommends a mains-powered device although the customer has told about a cottage without electricity.",
      ],
      suggestion: [
        "Tehkää tavaksi toistaa asiakkaan tarve omin sanoin ennen ensimmäistä ehdotusta.",
        "Make it a habit to say the customer's need in your own words before the first proposal.",
      ],
    }),
    pitfall("hides-behind-rules", "responsibility", {
      text: [
        "Jäikö perusteluksi pelkkä käytäntö (”näin meillä tehdään”, ”järjestelmä ei anna”)?",
        "Was mere practice given as the reason (“that is how we do it”, “the system will not let me”)?",
      ],
      guidance: [
        "Sääntöön saa vedota, kun samalla kerrotaan, miksi se on olemassa ja mitä asiakas voi tehdä.",
        "A rule may be told when its reason is told too, and what the customer can do.",
      ],
      good: [
        "”Käteistä en voi palauttaa, koska maksoit kortilla. Rahat ovat tililläsi kolmessa päivässä.”",
        "“I cannot give cash because you paid by card. The money is on your account within three days.”",
      ],
      bad: ["”Se on meillä valitettavasti käytäntö.”", "“That is our policy, I am afraid.”"],
      suggestion: [
        "Listatkaa säännöt, joihin vedotaan usein, ja kirjoittakaa jokaiselle perustelu ja vaihtoehto asiakkaan kielellä.",
        "List the rules most often cited, and write a reason and an alternative for each in the customer's words.",
      ],
    }),
    yesNo("plain-words", "clarity", {
      text: [
        "Puhuiko työntekijä niin, ettei asiakkaan tarvinnut pyytää selitystä?",
        "Did the employee speak so that the customer need not ask what was meant?",
      ],
      guidance: [
        "Kirjaa kommenttiin termit, jotka jäivät epäselviksi: talon sisäiset lyhenteet, tuotenimet, lakitekstin sanat.",
        "Note the words that stayed unclear: house abbreviations, product names, words of the law.",
      ],
      good: [
        "”Kirjasin tämän takuuhuoltoon, eli kone lähtee tänään korjattavaksi.”",
        "“I have booked it for warranty service; that is, it goes to be repaired today.”",
      ],
      bad: [
        "”Tää menee RMA:na ja tulee ARS:iin statuksella kakkonen.”",
        "“This goes as an RMA and comes to ARS with status two.”",
      ],
      suggestion: [
        "Kerätkää tiimin omat lyhenteet ja sopikaa, millä sanalla kukin sanotaan asiakkaalle.",
        "Collect the team's own abbreviations and agree on the word for each that customers hear.",
      ],
    }),
  ],
});
