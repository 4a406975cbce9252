import { readySection } from "../ready-form";
import { scale, yesNo } from "../ready-items";

export const need = readySection({
  key: "need",
  title: ["Tarpeen selvittäminen", "Finding out the need"],
  intro: [
    "Kerro aluksi vain se, mitä toimeksiannossa sanotaan, ja anna työntekijän kysyä loput.",
    "Tell at first only what the scenario says, and let the employee ask for the rest.",
  ],
  weight: 3,
  items: [
    yesNo("open-question", "listening", {
      text: [
        "Kysyikö työntekijä avoimen kysymyksen asiakkaan tarpeesta?",
        "Did the employee ask an open question about the need?",
      ],
      guidance: [
        "Avoimeen kysymykseen ei voi vastata kyllä tai ei: mihin, millainen, mitä, kuka.",
        "An open question cannot be answered by yes or no: what for, what kind, what, who.",
      ],
      good: [
        "”Kerro vähän, millaisiin tilanteisiin etsit takkia?”",
        "“Tell me a little: what will you wear the coat for?”",
      ],
      bad: [
        "”Haluatko sinisen vai mustan?” on ensimmäinen kysymys.",
        "“Blue or black?” is the first question.",
      ],
      suggestion: [
        "Aloittakaa ”kerro” -sanalla: se avaa keskustelun useammin kuin mikään kysymyslista.",
        "Begin with “tell me”: it opens more conversations than any list of questions.",
      ],
    }),
    scale("listens", "listening", {
      text: [
        "Kuunteliko työntekijä keskeyttämättä ja näkyikö se vastauksissa?",
        "Did the employee listen without interrupting, and did it show in the answers?",
      ],
      guidance: [
        "Mainitse yksi yksityiskohta, jota ei kysytty, ja katso, otetaanko se huomioon.",
        "Mention one detail that was not asked for, and see whether it is taken into account.",
      ],
      good: [
        "”Sanoit pyöräileväsi töihin, eli tämä lyhyempi malli on sinulle kätevämpi.”",
        "“You said you cycle to work, so this shorter one is handier for you.”",
      ],
      bad: [
        "Alkaa esitellä tarjoustuotetta, kun asiakas on vielä kertomassa.",
        "Begins to present the offer of the week while the customer is still talking.",
      ],
      suggestion: [
        "Harjoitelkaa kolmen sekunnin taukoa asiakkaan lauseen jälkeen. Usein tärkein tulee vasta silloin.",
        "Practise a three-second pause after the customer's sentence. What matters most often comes only then.",
      ],
    }),
    yesNo("confirms-need", "listening", {
      text: [
        "Varmistiko työntekijä, että oli ymmärtänyt tarpeen oikein?",
        "Did the employee make sure of having understood the need?",
      ],
      guidance: [
        "Työntekijä toistaa tarpeen omin sanoin ja antaa asiakkaan vahvistaa tai korjata sen.",
        "The employee says the need in own words and lets the customer confirm or correct it.",
      ],
      good: [
        "”Eli lahja kummitytölle, mielellään alle viisikymmentä ja mukaan tänään. Menikö oikein?”",
        "“So a present for your goddaughter, under fifty, and you take it today. Did I get it right?”",
      ],
      bad: [
        "Hakee tuotteen heti ensimmäisen lauseen perusteella.",
        "Fetches a product on the first sentence alone.",
      ],
      suggestion: [
        "Ottakaa käyttöön ”eli”-lause: yksi yhteenveto ennen ensimmäistä ehdotusta.",
        "Take up the “so” sentence: one summing-up before the first proposal.",
      ],
    }),
  ],
});

export const solution = readySection({
  key: "solution",
  title: ["Ratkaisu ja asiantuntemus", "Solution and expertise"],
  intro: [
    "Kirjaa, mitä ehdotettiin ja millä perusteella. Tarkista jälkikäteen, pitikö annettu tieto paikkansa.",
    "Write down what was proposed and why. Check afterwards whether the information was right.",
  ],
  weight: 3,
  items: [
    scale(
      "fits-need",
      "individual-service",
      {
        text: [
          "Sopiko ehdotus siihen, mitä asiakas kertoi?",
          "Did the proposal fit what the customer had told?",
        ],
        guidance: [
          "Paras arvio edellyttää, että työntekijä sanoo itse, miksi juuri tämä sopii juuri tälle asiakkaalle.",
          "The best mark takes that the employee says why just this suits just this customer.",
        ],
        good: [
          "”Suosittelen tätä, koska kannat sitä päivittäin. Toinen on hienompi, mutta painaa tuplasti.”",
          "“I recommend this as you carry it every day. The other is finer, but twice the weight.”",
        ],
        bad: ["”Tää on meidän myydyin.”", "“This is our best seller.”"],
        suggestion: [
          "Sanokaa jokaisen suosituksen perässä ”koska sinä…”. Jos lause ei jatku, tarpeesta puuttuu vielä kysymys.",
          "After every recommendation say “because you…”. If the sentence will not go on, a question is still missing.",
        ],
      },
      [
        ["Ehdotusta ei tullut", "There was no proposal"],
        ["Ehdotus ei sopinut tarpeeseen", "The proposal did not fit the need"],
        ["Sopi, mutta perustelu jäi sanomatta", "It fitted, but the reason was not said"],
        ["Sopi, ja työntekijä kertoi miksi", "It fitted, and the employee said why"],
      ],
    ),
    yesNo(
      "shows-product",
      "individual-service",
      {
        text: [
          "Pääsikö asiakas näkemään, kokeilemaan tai vertaamaan?",
          "Could the customer see, try or compare?",
        ],
        guidance: [
          "Valitse ”ei sovellu”, jos palvelua tai tuotetta ei voi näyttää paikan päällä.",
          "Choose “not applicable” if the service or product cannot be shown on the spot.",
        ],
        good: [
          "Ottaa kaksi mallia esiin ja antaa ne asiakkaan käteen.",
          "Takes out two models and puts them into the customer's hands.",
        ],
        bad: [
          "Kertoo ominaisuudet lasivitriinin läpi.",
          "Lists the features through the glass of the showcase.",
        ],
        suggestion: [
          "Viekää tuote asiakkaan käsiin ennen kuin kerrotte siitä: kokeilu kysyy puolestanne.",
          "Put the product into the customer's hands before telling about it: trying asks the questions for you.",
        ],
      },
      { allowsNotApplicable: true },
    ),
    yesNo("total-price", "clarity", {
      text: [
        "Selvisikö asiakkaalle kokonaishinta ja ehdot kysymättä?",
        "Did the customer learn the total price and the terms without asking?",
      ],
      guidance: [
        "Kokonaishintaan kuuluvat tarvikkeet, toimitus ja asennus. Ehtoihin kuuluvat takuu ja palautus.",
        "The total includes accessories, delivery and fitting; the terms warranty and returns.",
      ],
      good: [
        "”Yhteensä 249 euroa kotiin tuotuna. Palauttaa voi kahden viikon sisällä.”",
        "“249 euros altogether, delivered. You can return it within two weeks.”",
      ],
      bad: ["Toimitusmaksu selviää vasta kassalla.", "The delivery charge comes up only at the till."],
      suggestion: [
        "Kertokaa hinta aina yhtenä lukuna, jossa on kaikki mukana, ja vasta sitten mistä se koostuu.",
        "Always tell the price as one figure with everything in it, and only then what it is made of.",
      ],
    }),
    yesNo(
      "true-information",
      "responsibility",
      {
        text: [
          "Pitivätkö työntekijän antamat tiedot paikkansa?",
          "Was the information the employee gave correct?",
        ],
        guidance: [
          "Kriittinen kohta. Tarkista hinta, saatavuus ja ehdot verkkosivuilta tai kuitista. ”En tiedä, selvitän” on oikea vastaus. Valitse ”ei sovellu”, jos mitään tarkistettavaa ei kerrottu.",
          "Critical item. Check price, availability and terms on the website or the receipt. “I don't know, I will find out” is a correct answer. Choose “not applicable” if nothing that can be checked was said.",
        ],
        good: [
          "”En ole varma takuuajasta, tarkistan sen heti.”",
          "“I am not sure about the warranty, let me check at once.”",
        ],
        bad: [
          "Lupaa kolmen vuoden takuun, kuitissa lukee yksi.",
          "Promises a three-year warranty; the receipt says one.",
        ],
        suggestion: [
          "Kerätkää kysymykset, joihin vastaaminen vaatii arvailua, ja sopikaa, mistä vastaus tarkistetaan asiakkaan edessä.",
          "Collect the questions that make people guess, and agree on where the answer is checked in the customer's presence.",
        ],
      },
      { isCritical: true, allowsNotApplicable: true },
    ),
    yesNo(
      "alternative",
      "problem-solving",
      {
        text: [
          "Tarjosiko työntekijä vaihtoehdon, kun toivottua ei ollut?",
          "Did the employee offer an alternative when what was wanted was not there?",
        ],
        guidance: [
          "Valitse ”ei sovellu”, jos kaikki löytyi.",
          "Choose “not applicable” if everything was there.",
        ],
        good: [
          "”Tätä on keskustan myymälässä kaksi, varaanko toisen?”",
          "“The shop in the centre has two, shall I reserve one?”",
        ],
        bad: ["”Loppu on. Seuraavasta erästä ei ole tietoa.”", "“Sold out. No idea about the next lot.”"],
        suggestion: [
          "Harjoitelkaa ”ei ole, mutta” -lauseet kolmeen tavallisimpaan tilanteeseen.",
          "Practise “not this, but” sentences for your three most usual cases.",
        ],
      },
      { allowsNotApplicable: true },
    ),
    yesNo(
      "useful-extra",
      "individual-service",
      {
        text: [
          "Toiko työntekijä esiin jotain hyödyllistä, mitä asiakas ei osannut kysyä?",
          "Did the employee bring up something useful that the customer could not have asked for?",
        ],
        guidance: [
          "Lisäpistekohta. Hyödyllinen liittyy asiakkaan tarpeeseen. Lisämyynti ilman perustelua ei ole sitä.",
          "Bonus item. Useful means tied to the need; an extra sale without a reason is not.",
        ],
        good: [
          "”Jos asut vanhassa talossa, mittaa ensin ovi: tämä ei mahdu alle 80-senttisestä.”",
          "“If you live in an old house, measure the door first: this needs eighty centimetres.”",
        ],
        bad: ["”Otetaanko suojaspray?”", "“Some protective spray with that?”"],
        suggestion: [
          "Jakakaa viikkopalaverissa yksi vinkki, josta asiakas ilahtui.",
          "Share one tip in the weekly meeting that made a customer glad.",
        ],
      },
      { isBonus: true, commentBelow: null },
    ),
  ],
});
