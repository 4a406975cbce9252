import { readySection } from "../ready-form";
import { count, pitfall, scale, yesNo } from "../ready-items";

export const absentPresence = readySection({
  key: "absent-presence",
  title: ["Poissaoleva läsnäolo", "Absent presence"],
  intro: [
    "Työntekijä on paikalla, mutta huomio on muualla. Katso, mitä kädet, katse ja keho tekevät.",
    "The employee is there, but attention is elsewhere. Watch what hands, eyes and body do.",
  ],
  items: [
    yesNo("stops-other-work", "presence", {
      text: [
        "Keskeyttikö työntekijä muun tekemisensä, kun asiakas tuli kohdalle?",
        "Did the employee stop other work when the customer came up?",
      ],
      guidance: [
        "Ratkaisevat ovat ensimmäiset sekunnit: nouseeko katse, pysähtyvätkö kädet, kääntyykö keho asiakkaaseen. Jos työtä ei voi jättää kesken, riittää katse ja sana siitä, milloin on asiakkaan vuoro.",
        "The first seconds decide: do the eyes lift, the hands stop, the body turn to the customer? If the work cannot be left, a look and a word about when it is the customer's turn is enough.",
      ],
      good: [
        "Laskee laatikon käsistään, kääntyy asiakkaaseen ja sanoo: ”Hei, miten voin auttaa?”",
        "Puts the box down, turns to the customer and says: “Hello, how can I help?”",
      ],
      bad: [
        "Jatkaa näppäilyä ja sanoo ”joo?” nostamatta katsettaan.",
        "Goes on typing and says “yes?” without looking up.",
      ],
      suggestion: [
        "Sopikaa tiimissä yhteinen tapa: kun asiakas tulee kohdalle, kädet pysähtyvät ja katse nousee ennen ensimmäistä sanaa.",
        "Agree on one habit in the team: when a customer comes up, hands stop and eyes lift before the first word.",
      ],
    }),
    scale("attention-on-customer", "presence", {
      text: [
        "Kuinka suuren osan kohtaamisesta työntekijän huomio oli asiakkaassa?",
        "For how much of the encounter was the employee's attention on the customer?",
      ],
      guidance: [
        "Arvioi katsetta, kehon suuntaa ja sitä, jatkuuko keskustelu ilman, että asiakas joutuu toistamaan. Asian hoitaminen näytöllä ei ole poissaoloa, kun siitä kerrotaan asiakkaalle.",
        "Judge by the eyes, the direction of the body and whether the customer has to repeat things. Working on the screen is no absence when the customer is told what is being done.",
      ],
      good: [
        "Katsoo asiakasta aina, kun tämä puhuu, ja palaa katseellaan häneen heti näytöltä.",
        "Looks at the customer whenever the customer speaks, and comes back from the screen at once.",
      ],
      bad: [
        "Nyökyttelee selin asiakkaaseen, ja asiakas kertoo asiansa toiseen kertaan.",
        "Nods with the back turned, and the customer tells it all a second time.",
      ],
      suggestion: [
        "Harjoitelkaa pareittain kahden minuutin keskustelu, jossa toinen hoitaa asiaa näytöllä: missä kohdassa katse karkaa, ja mitä asiakas silloin tekee?",
        "Practise in pairs a two-minute talk in which one works on a screen: where do the eyes wander off, and what does the customer do then?",
      ],
    }),
    pitfall("side-business", "presence", {
      text: [
        "Hoitiko työntekijä samalla muita asioita (oma puhelin, juttelu työkaverin kanssa, toinen asiakas)?",
        "Did the employee attend to other things meanwhile (own phone, chat with a colleague, another customer)?",
      ],
      guidance: [
        "Lyhyt keskeytys, josta pyydetään anteeksi ja jonka jälkeen palataan asiaan, ei ole virhe.",
        "A short interruption with an apology, after which the employee returns to the matter, is no fault.",
      ],
      good: [
        "Työkaverin kysyessä sanoo: ”Autan tämän asiakkaan ensin, tulen sitten.”",
        "When a colleague asks something: “I will finish with this customer first, then I'll come.”",
      ],
      bad: [
        "Vastaa kesken asiakkaan lauseen työkaverille viikonlopun vuoroista.",
        "Answers a colleague about weekend shifts in the middle of the customer's sentence.",
      ],
      suggestion: [
        "Sopikaa, milloin asiakasta palvelevan työkaverin saa keskeyttää ja mikä voi odottaa.",
        "Agree on how a colleague may be interrupted while with a customer, and what can wait.",
      ],
    }),
    yesNo(
      "explains-silence",
      "presence",
      {
        text: [
          "Kertoiko työntekijä, mitä tekee, kun hän katsoi pitkään näyttöä tai poistui paikalta?",
          "Did the employee say what was being done when looking long at a screen or walking away?",
        ],
        guidance: [
          "Valitse ”ei sovellu”, jos taukoja ei tullut. Yli kymmenen sekunnin hiljaisuus ilman selitystä on tauko.",
          "Choose “not applicable” when there were no pauses. More than ten seconds of unexplained silence is one.",
        ],
        good: [
          "”Katson hetken varastosaldoa, menee noin minuutti.”",
          "“I am checking the stock for a moment, it takes about a minute.”",
        ],
        bad: [
          "Häviää takahuoneeseen sanomatta mitään, ja asiakas jää miettimään, pitikö odottaa.",
          "Disappears into the back room without a word, and the customer wonders whether to wait.",
        ],
        suggestion: [
          "Ottakaa käyttöön yksi lause jokaiseen taukoon: mitä teen ja kauanko se kestää.",
          "Take up one sentence for every pause: what I am doing and how long it takes.",
        ],
      },
      { allowsNotApplicable: true },
    ),
  ],
});

export const reactiveAttitude = readySection({
  key: "reactive-attitude",
  title: ["Reaktiivinen asenne", "Reactive attitude"],
  intro: [
    "Työntekijä vastaa, kun kysytään, mutta asian eteneminen jää asiakkaan varaan.",
    "The employee answers when asked, but it is left to the customer to move things on.",
  ],
  items: [
    yesNo("takes-initiative", "greeting", {
      text: [
        "Tekikö työntekijä aloitteen ennen kuin asiakas ehti pyytää apua?",
        "Did the employee take the initiative before the customer had to ask for help?",
      ],
      guidance: [
        "Aloitteeksi riittää katse ja tervehdys, joka avaa keskustelun. Anna työntekijälle aikaa: mene näkyville ja odota puoli minuuttia.",
        "A look and a greeting that opens the talk is enough. Give the employee time: stand in sight and wait half a minute.",
      ],
      good: [
        "”Hei! Huomasin, että vertailet näitä kahta. Kerronko, missä ero näkyy käytössä?”",
        "“Hello! I saw you comparing these two. Shall I tell you where the difference shows in use?”",
      ],
      bad: [
        "Näkee odottavan asiakkaan ja jatkaa hyllyttämistä, kunnes asiakas sanoo ”anteeksi”.",
        "Sees the waiting customer and goes on shelving until the customer says “excuse me”.",
      ],
      suggestion: [
        "Harjoitelkaa avauksia, jotka lähtevät siitä, mitä asiakas juuri tekee, ei kysymyksestä ”voinko auttaa?”.",
        "Practise openings that start from what the customer is doing, not from “can I help you?”.",
      ],
    }),
    count(
      "questions-about-need",
      "listening",
      ["kysymystä", "questions"],
      [
        [0, 0],
        [1, 1],
        [null, 2],
      ],
      {
        text: [
          "Montako tarvetta selvittävää kysymystä työntekijä esitti?",
          "How many questions about the customer's need did the employee ask?",
        ],
        guidance: [
          "Laske kysymykset, jotka koskevat asiakkaan tilannetta, käyttöä tai toiveita. Rutiinikysymyksiä (”tuleeko muuta?”) ei lasketa.",
          "Count questions about the customer's situation, use or wishes. Questions of routine (“anything else?”) do not count.",
        ],
        good: [
          "”Mihin käyttöön se tulee?” ja sen jälkeen: ”Mikä nykyisessä on ollut hankalaa?”",
          "“What will you use it for?” and then: “What has been awkward about the one you have?”",
        ],
        bad: [
          "Osoittaa hyllyn ja palaa omiin töihinsä kysymättä mitään.",
          "Points to a shelf and goes back to work without asking anything.",
        ],
        suggestion: [
          "Valitkaa kaksi avointa kysymystä, jotka sopivat teidän asiakkaillenne, ja kokeilkaa niitä viikon ajan jokaisessa kohtaamisessa.",
          "Choose two open questions that fit your customers and try them in every encounter for a week.",
        ],
      },
      { passPoints: 1 },
    ),
    yesNo("proposes-way-forward", "problem-solving", {
      text: ["Ehdottiko työntekijä itse, miten asiassa edetään?", "Did the employee propose how to go on?"],
      guidance: [
        "Ehdotus on konkreettinen: tuote, toimenpide tai seuraava askel. Pelkkä vastaus kysymykseen ei ole ehdotus.",
        "A proposal is concrete: a product, an act or a next step. Merely answering the question is none.",
      ],
      good: [
        "”Tehdään niin, että varaan sinulle tämän huomiseksi ja lähetän viestin, kun se on noudettavissa.”",
        "“Let us do it so: I reserve this for you for tomorrow and send a message when it can be picked up.”",
      ],
      bad: [
        "”Ei meillä ole niitä.” Hiljaisuus, jonka asiakas rikkoo.",
        "“We don't have those.” A silence that the customer breaks.",
      ],
      suggestion: [
        "Sopikaa, että jokaista ”ei ole” -vastausta seuraa aina ehdotus: korvaava tuote, toinen toimipiste tai tilaus.",
        "Agree that every “we don't have it” is followed by a proposal: an alternative, another location or an order.",
      ],
    }),
    scale(
      "anticipates",
      "responsibility",
      {
        text: [
          "Ennakoiko työntekijä, mitä asiakas tarvitsee seuraavaksi?",
          "Did the employee anticipate what the customer would need next?",
        ],
        guidance: [
          "Mieti, mitä asiakas joutuu vielä selvittämään jälkikäteen. Jos kaikki olennainen kerrottiin pyytämättä, anna paras arvio.",
          "Think what would have had to be asked afterwards. If everything that mattered was told unasked, give the best mark.",
        ],
        good: [
          "”Ota kuitti talteen, sillä takuu kulkee sen mukana. Ensimmäinen huolto on puolen vuoden päästä.”",
          "“Keep the receipt, the warranty goes with it. The first service is in half a year.”",
        ],
        bad: [
          "Asiakas saa kotona tietää, että tarvikkeet olisi pitänyt ostaa erikseen.",
          "At home the customer finds out that the accessories should have been bought separately.",
        ],
        suggestion: [
          "Kootkaa kysymykset, joilla asiakkaat useimmin palaavat, ja vastatkaa niihin jo kohtaamisessa.",
          "Collect the most usual questions that come afterwards, and give their answers in the encounter already.",
        ],
      },
      [
        ["Ei, asiakas joutui kysymään kaiken", "No, the customer had to ask for everything"],
        ["Vähän: olennaisia asioita jäi kertomatta", "A little: things that mattered were left unsaid"],
        ["Enimmäkseen: pieniä asioita jäi", "Mostly: small things were left"],
        ["Kyllä, kaikki olennainen kerrottiin pyytämättä", "Yes, all that mattered was told unasked"],
      ],
    ),
  ],
});
