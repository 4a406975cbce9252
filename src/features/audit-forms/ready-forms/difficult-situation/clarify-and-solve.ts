import { readySection } from "../ready-form";
import { choice, scale, yesNo } from "../ready-items";

export const clarify = readySection({
  key: "clarify",
  title: ["3. Selvennä", "3. Clarify"],
  intro: [
    "Ennen ratkaisua molemmilla on sama kuva siitä, mitä tapahtui ja mitä asiakas haluaa.",
    "Before the solution, both have the same picture of what happened and what the customer wants.",
  ],
  items: [
    yesNo("asks-facts", "problem-solving", {
      text: [
        "Selvittikö työntekijä kysymällä, mitä oli tapahtunut?",
        "Did the employee find out by asking what had happened?",
      ],
      guidance: [
        "Kysymykset ovat neutraaleja: mitä, milloin, miten. ”Oletko varma, että…” on epäily, ei kysymys.",
        "The questions are neutral: what, when, how. “Are you sure that…” is a doubt, not a question.",
      ],
      good: [
        "”Milloin huomasit sen, ja mitä teit juuri sitä ennen?”",
        "“When did you notice it, and what did you do just before?”",
      ],
      bad: ["”Onko tätä nyt varmasti käytetty oikein?”", "“Are you quite sure it was used properly?”"],
      suggestion: [
        "Kirjoittakaa epäilevät kysymykset uudelleen neutraaleiksi ja pitäkää lista tiskin takana.",
        "Rewrite doubting questions as neutral ones and keep the list behind the counter.",
      ],
    }),
    yesNo("asks-wish", "individual-service", {
      text: [
        "Kysyikö työntekijä, millaista ratkaisua asiakas itse toivoo?",
        "Did the employee ask what solution the customer would like?",
      ],
      guidance: [
        "Kysymys saa olla epäsuora, kunhan asiakas pääsee sanomaan toiveensa ennen ehdotusta.",
        "It may be asked indirectly, as long as the customer can say the wish before a proposal is made.",
      ],
      good: ["”Mikä tekisi tästä sinulle reilun?”", "“What would make this fair for you?”"],
      bad: [
        "Tarjoaa lahjakorttia asiakkaalle, joka haluaa toimivan laitteen.",
        "Offers a voucher to a customer who wants a device that works.",
      ],
      suggestion: [
        "Kysykää toive ennen tarjousta: usein se on pienempi kuin mitä olisitte tarjonneet.",
        "Ask for the wish before the offer: often it is smaller than what you would have offered.",
      ],
    }),
    yesNo("sums-up", "listening", {
      text: [
        "Tiivistikö työntekijä tilanteen ja sai siihen asiakkaan vahvistuksen?",
        "Did the employee sum up the situation and get the customer's confirmation?",
      ],
      guidance: [
        "Tiivistyksessä ovat tapahtuma ja toive. Asiakkaan ”juuri niin” on vahvistus.",
        "The summary holds what happened and the wish. The customer's “exactly” is the confirmation.",
      ],
      good: [
        "”Eli laite hajosi toisen kerran, ja haluat uuden etkä korjausta. Niinkö?”",
        "“So it broke a second time, and you want a new one, not a repair. Is that right?”",
      ],
      bad: [
        "Alkaa täyttää reklamaatiolomaketta sanomatta mitään.",
        "Begins to fill in a complaint form without a word.",
      ],
      suggestion: [
        "Lukekaa reklamaation kuvaus asiakkaalle ääneen ennen kuin tallennatte sen.",
        "Read the description of a complaint aloud to the customer before saving it.",
      ],
    }),
    scale(
      "says-limits",
      "clarity",
      {
        text: [
          "Kertoiko työntekijä selvästi, mikä on mahdollista ja mikä ei?",
          "Did the employee say clearly what is possible and what is not?",
        ],
        guidance: [
          "Rajan saa sanoa, kun sen syy ja vaihtoehto sanotaan samalla. Katteeton lupaus on pahempi kuin ei.",
          "A limit may be said together with its reason and an alternative. An empty promise is worse than a no.",
        ],
        good: [
          "”Rahoja en voi palauttaa, koska aikaa on kulunut vuosi. Voin vaihtaa sen tänään uuteen.”",
          "“I cannot refund it after a year. I can exchange it for a new one today.”",
        ],
        bad: ["”Katsotaan nyt, kyllä se varmaan onnistuu.”", "“We'll see, it will probably work out.”"],
        suggestion: [
          "Tehkää lista siitä, mitä jokainen saa päättää itse. Se poistaa ”katsotaan nyt” -vastaukset.",
          "Make a list of what everybody may decide alone. It does away with “we'll see”.",
        ],
      },
      [
        ["Epäselväksi jäi", "It stayed unclear"],
        ["Raja sanottiin ilman syytä", "The limit was said without a reason"],
        ["Raja ja sen syy sanottiin", "The limit and its reason were said"],
        ["Raja, syy ja vaihtoehto sanottiin", "Limit, reason and alternative were said"],
      ],
    ),
  ],
});

export const solve = readySection({
  key: "solve",
  title: ["4. Tarjoa ratkaisu", "4. Offer a solution"],
  intro: [
    "Ratkaisu on konkreettinen, sillä on aika ja joku vastaa siitä.",
    "A solution is concrete, has a time, and somebody answers for it.",
  ],
  items: [
    scale(
      "offers-solution",
      "problem-solving",
      {
        text: [
          "Tarjosiko työntekijä ratkaisun, joka vastasi asiakkaan ongelmaan?",
          "Did the employee offer a solution that met the customer's problem?",
        ],
        guidance: [
          "Vertaa siihen, mitä asiakas sanoi toivovansa. Täydet pisteet saa myös silloin, kun toive ei ollut mahdollinen mutta asiakas hyväksyi vaihtoehdon.",
          "Compare with the wish the customer told. Full points also when the wish was not possible but the alternative was accepted.",
        ],
        good: [
          "”Saat lainalaitteen nyt mukaan, ja uusi on täällä keskiviikkona.”",
          "“You get a loan device now, and the new one is here on Wednesday.”",
        ],
        bad: ["”Voit laittaa palautetta nettisivujen kautta.”", "“You can give feedback on our website.”"],
        suggestion: [
          "Valitkaa kolme tavallisinta ongelmaa ja sopikaa kullekin ratkaisu, jonka jokainen saa antaa heti.",
          "Choose the three most usual problems and agree on a solution for each that anybody may give at once.",
        ],
      },
      [
        ["Ei ratkaisua", "No solution"],
        ["Ratkaisu ohi ongelman", "A solution beside the problem"],
        ["Ratkaisu osaan ongelmasta", "A solution to part of it"],
        ["Ratkaisu, jonka asiakas hyväksyi", "A solution the customer accepted"],
      ],
    ),
    choice(
      "single_choice",
      "who-handles",
      "responsibility",
      {
        text: ["Kuka jäi hoitamaan asiaa?", "Who was left to handle it?"],
        guidance: [
          "Siirto saattaen: työntekijä kertoo asian seuraavalle niin, ettei asiakkaan tarvitse toistaa.",
          "Handed over by walking along: the employee tells the next one, and the customer need not repeat it.",
        ],
        good: [
          "”Hoidan tämän itse loppuun ja soitan sinulle huomenna.”",
          "“I will see this through myself and ring you tomorrow.”",
        ],
        bad: ["”Soita tähän numeroon, he osaavat auttaa.”", "“Ring this number, they can help.”"],
        suggestion: [
          "Antakaa asiakkaalle nimi, ei numeroa: joku ottaa asian omakseen asiakkaan kuullen.",
          "Give the customer a name, not a number: somebody takes it on in the customer's hearing.",
        ],
      },
      [
        ["employee", ["Työntekijä itse", "The employee"], 2],
        ["handed-over", ["Toinen, siirto saattaen", "Somebody else, handed over by walking along"], 2],
        ["referred", ["Toinen, asiakas ohjattiin eteenpäin", "Somebody else, the customer was sent on"], 1],
        ["customer", ["Asiakas itse", "The customer"], 0],
      ],
      { passPoints: 1, commentBelow: 1 },
    ),
    yesNo("timetable", "clarity", {
      text: [
        "Saiko asiakas ajan, johon mennessä asia on hoidettu?",
        "Was the customer given a time by which it is done?",
      ],
      guidance: [
        "Päivä tai kellonaika. ”Mahdollisimman pian” ei ole aika. Jos asia hoitui heti, vastaa kyllä.",
        "A day or an hour. “As soon as possible” is no time. If it was done at once, answer yes.",
      ],
      good: ["”Viimeistään torstaina kello 16.”", "“By Thursday at four at the latest.”"],
      bad: ["”Käsittelyajat ovat nyt vähän venyneet.”", "“Handling times are a bit long just now.”"],
      suggestion: [
        "Luvatkaa aika, jonka pystytte alittamaan, ja kertokaa, mitä teette, jos se ylittyy.",
        "Promise a time you can beat, and say what you do if it is missed.",
      ],
    }),
  ],
});
