import { readySection } from "../ready-form";
import { duration, note, photos, scale, yesNo } from "../ready-items";

export const checkout = readySection({
  key: "checkout",
  title: ["Kassalla", "At the till"],
  intro: [
    "Jos et käynyt kassalla, merkitse osion kaikkiin kohtiin ”ei sovellu”.",
    "Choose “not applicable” throughout if you did not go to the till.",
  ],
  items: [
    duration(
      "queue",
      "responsibility",
      [
        [120, 2],
        [300, 1],
        [null, 0],
      ],
      {
        text: ["Kuinka kauan kassalle joutui jonottamaan?", "How long was the queue for the till?"],
        guidance: [
          "Mittaa jonoon asettumisesta siihen, kun ensimmäinen tuote tai asia otetaan käsittelyyn. Jos jonoa ei ollut, kirjaa nolla.",
          "Measure from joining the queue until the first item is taken in hand. Without a queue, enter zero.",
        ],
        good: ["Toinen kassa avataan, kun jonossa on kolme.", "A second till opens when three are waiting."],
        bad: [
          "Kuusi jonottaa, ja kaksi työntekijää järjestelee hyllyä vieressä.",
          "Six are waiting while two employees tidy a shelf beside.",
        ],
        suggestion: [
          "Sopikaa merkki, jolla kassalle saa apua, ja raja, jossa se annetaan.",
          "Agree on a signal that brings help to the till, and on when to give it.",
        ],
      },
      { allowsNotApplicable: true, passPoints: 1, commentBelow: 1 },
    ),
    yesNo(
      "till-contact",
      "presence",
      {
        text: [
          "Kohtasiko kassahenkilö asiakkaan: tervehdys, katse ja sana?",
          "Did the cashier meet the customer: greeting, look and a word?",
        ],
        guidance: [
          "Kaikki kolme tarvitaan. Kuitin ojentaminen ei ole sana.",
          "All three are needed. Handing over the receipt is no word.",
        ],
        good: [
          "”Hei! Löytyihän kaikki? Tämä on muuten hyvä lahja.”",
          "“Hello! Did you find everything? This makes a good present, by the way.”",
        ],
        bad: ["”Onko kanta-asiakas? Kuitti?”", "“Loyalty card? Receipt?”"],
        suggestion: [
          "Kassa on viimeinen kohtaaminen: antakaa jokaiselle asiakkaalle yksi lause, jota kone ei osaisi sanoa.",
          "The till is the last encounter: give every customer one sentence a machine could not say.",
        ],
      },
      { allowsNotApplicable: true },
    ),
    yesNo(
      "terms-told",
      "clarity",
      {
        text: [
          "Kerrottiinko, mitä tehdä, jos tuote ei sovi tai menee rikki?",
          "Was the customer told what to do if the product does not fit or breaks?",
        ],
        guidance: [
          "Suullinen maininta tai kuitista näyttäminen riittää.",
          "A spoken word or pointing at the receipt is enough.",
        ],
        good: [
          "”Säilytä tämä, vaihto käy sillä kuukauden.”",
          "“Keep this, you can exchange with it for a month.”",
        ],
        bad: [
          "Kuitti sujautetaan pussin pohjalle sanomatta mitään.",
          "The receipt goes to the bottom of the bag without a word.",
        ],
        suggestion: [
          "Liittäkää kuitin ojentamiseen vakiolause vaihdosta ja palautuksesta.",
          "Join one sentence about exchange and return to the handing over of the receipt.",
        ],
      },
      { allowsNotApplicable: true },
    ),
  ],
});

export const farewell = readySection({
  key: "farewell",
  title: ["Hyvästely ja jälkimaku", "Farewell and aftertaste"],
  intro: [
    "Viimeiset sekunnit jäävät mieleen. Täytä tämä osio heti ulkona.",
    "The last seconds stay in mind. Fill this in as soon as you are outside.",
  ],
  weight: 2,
  items: [
    yesNo("need-met", "closing", {
      text: [
        "Varmistettiinko, että asiakas sai mitä tuli hakemaan?",
        "Was it made sure that the customer got what was wanted?",
      ],
      guidance: [
        "Koskee myös käyntiä, joka ei johtanut ostoon: tietääkö asiakas, mistä hän jatkaa?",
        "Also for visits without a purchase: did the customer then know where to go on from here?",
      ],
      good: [
        "”Jäikö jotain, mitä haluaisit vielä miettiä yhdessä?”",
        "“Is there anything left that you would like to think over together?”",
      ],
      bad: [
        "Työntekijä siirtyy seuraavaan asiakkaaseen kesken kaiken.",
        "The employee moves to the next customer before the end.",
      ],
      suggestion: [
        "Kysykää lopuksi aina yksi varmistava kysymys, myös siltä, joka ei ostanut.",
        "Always ask one checking question at the end, also of those who did not buy.",
      ],
    }),
    yesNo("goodbye", "closing", {
      text: ["Hyvästeltiinkö asiakas ystävällisesti?", "Was the customer bid a friendly goodbye?"],
      guidance: [
        "Riittää, että joku henkilökunnasta kiittää tai toivottaa hyvää jatkoa asiakkaaseen katsoen.",
        "It is enough that somebody of the staff thanks or wishes well, looking at the customer.",
      ],
      good: [
        "”Kiitos käynnistä, onnea uuteen kotiin!”",
        "“Thank you for coming, and good luck in the new home!”",
      ],
      bad: ["Asiakas lähtee, eikä kukaan huomaa.", "The customer leaves and nobody notices."],
      suggestion: [
        "Käyttäkää hyvästelyssä yhtä asiaa, jonka asiakas kertoi: se jää mieleen.",
        "Use one thing the customer told you in the goodbye: that is what stays.",
      ],
    }),
    scale(
      "aftertaste",
      "closing",
      {
        text: ["Millä mielellä asiakas lähti?", "In what mood did the customer leave?"],
        guidance: [
          "Kuvaile kommentissa, mikä hetki ratkaisi. Arvioi palvelua, älä hintaa tai valikoimaa.",
          "Tell which moment decided it. Judge the service, not the price or the range.",
        ],
        good: ["Asiakas tietää, kenen luo palaisi.", "The customer knows whom to come back to."],
        bad: [
          "Asiakas etsii kilpailijan aukioloajat jo parkkipaikalla.",
          "The customer looks up a competitor's opening hours in the car park.",
        ],
        suggestion: [
          "Käykää tämän käynnin ratkaiseva hetki läpi tiimissä: mitä siitä kannattaa toistaa, mitä muuttaa?",
          "Go through this visit's decisive moment in the team: what of it is worth repeating, what to change?",
        ],
      },
      [
        ["Pettyneenä", "Disappointed"],
        ["Välinpitämättömänä", "Indifferent"],
        ["Tyytyväisenä", "Satisfied"],
        ["Ilahtuneena, kertoisi muillekin", "Delighted, would tell others"],
      ],
    ),
    note(
      "decisive-moment",
      ["Mikä hetki jäi mieleen?", "Which moment stayed in mind?"],
      [
        "Yksi hetki riittää, hyvä tai huono. Kirjoita, mitä sanottiin ja tehtiin.",
        "One moment is enough, good or bad. Write what was said and done.",
      ],
    ),
    photos(
      "receipt-photo",
      ["Kuva kuitista tai muusta todisteesta", "Picture of the receipt or other evidence"],
      ["Peitä kortin numero ja nimesi ennen kuvaamista.", "Cover the card number and your name first."],
      2,
    ),
  ],
});
