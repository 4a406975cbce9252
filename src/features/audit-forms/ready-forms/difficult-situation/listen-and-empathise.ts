import { readySection } from "../ready-form";
import { choice, count, duration, pitfall, scale, yesNo } from "../ready-items";

export const listen = readySection({
  key: "listen",
  title: ["1. Kuuntele keskeyttämättä", "1. Listen without interrupting"],
  intro: [
    "Harmistunut asiakas pystyy ottamaan ratkaisun vastaan vasta, kun on saanut sanoa asiansa.",
    "An upset customer can take in a solution only after having had a say.",
  ],
  items: [
    duration(
      "time-to-speak",
      "listening",
      [
        [15, 0],
        [45, 1],
        [null, 2],
      ],
      {
        text: [
          "Kuinka kauan asiakas sai kertoa asiaansa ennen kuin työntekijä alkoi vastata?",
          "How long could the customer speak before the employee began to answer?",
        ],
        guidance: [
          "Lyhyet ”niin”- ja ”aivan”-sanat eivät katkaise aikaa. Valitse ”ei sovellu”, jos asiakas sanoi kaiken yhdellä lauseella.",
          "Short words like “yes” and “right” do not stop the watch. Choose “not applicable” if one sentence said it all.",
        ],
        good: [
          "Asiakas purkaa tilannetta minuutin, ja työntekijä nyökkää ja kirjoittaa muistiin.",
          "The customer lets it out for a minute; the employee nods and takes notes.",
        ],
        bad: [
          "Kymmenen sekunnin kohdalla: ”Se johtuu siitä, että…”",
          "After ten seconds: “That is because…”",
        ],
        suggestion: [
          "Harjoitelkaa pareittain: toinen valittaa minuutin, toinen saa vain kuunnella. Miltä kummastakin tuntui?",
          "Practise in pairs: one complains for a minute, the other may only listen. How did it feel for each?",
        ],
      },
      { passPoints: 1, commentBelow: 1, allowsNotApplicable: true },
    ),
    count(
      "interruptions",
      "listening",
      ["kertaa", "times"],
      [
        [0, 2],
        [1, 1],
        [null, 0],
      ],
      {
        text: [
          "Montako kertaa työntekijä keskeytti asiakkaan?",
          "How many times did the employee interrupt the customer?",
        ],
        guidance: [
          "Laske päälle puhumiset ja lauseen loppuun sanomiset. Arvioi luku lopuksi, jos et ehtinyt laskea.",
          "Count talking over and finishing sentences. Estimate at the end if you could not count exactly.",
        ],
        good: [
          "Odottaa, kunnes asiakas hengähtää, ja kysyy sitten luvan: ”Saanko tarkentaa yhtä kohtaa?”",
          "Waits until the customer takes a breath and asks leave: “May I check one point?”",
        ],
        bad: [
          "”Hetkinen, hetkinen. Aloitetaan nyt alusta.”",
          "“Wait, wait. Let us begin from the start now.”",
        ],
        suggestion: [
          "Sovi itsesi kanssa merkki, esimerkiksi kynä pöydälle, kunnes asiakas on lopettanut.",
          "Agree on a sign with yourself, such as the pen on the table, until the customer has finished.",
        ],
      },
      { passPoints: 1, commentBelow: 1 },
    ),
    scale("shows-listening", "listening", {
      text: ["Näkyikö työntekijästä, että hän kuuntelee?", "Did it show that the employee was listening?"],
      guidance: [
        "Katse, nyökkäys, muistiinpano, äännähdys. Puhelimessa kuulostele, tuntuuko linjan päässä olevan joku.",
        "Look, nod, note, a sound. On the phone hear whether anybody is there.",
      ],
      good: [
        "Ottaa kynän ja kirjoittaa päivämäärän, jonka asiakas mainitsee.",
        "Takes a pen and writes down the date the customer mentions.",
      ],
      bad: ["Seisoo kädet puuskassa ja katsoo ohi.", "Stands with folded arms and looks past."],
      suggestion: [
        "Ottakaa muistiinpanot osaksi valitusta: kynä kertoo asiakkaalle, että asia otetaan todesta.",
        "Make notes part of every complaint: the pen tells the customer that it is taken seriously.",
      ],
    }),
  ],
});

export const empathise = readySection({
  key: "empathise",
  title: ["2. Osoita empatiaa", "2. Show empathy"],
  intro: [
    "Tunne ensin, asia sitten. Empatian osoittaminen ei ole virheen myöntämistä.",
    "Feeling first, then the matter. Showing empathy is not admitting a fault.",
  ],
  items: [
    yesNo("names-feeling", "empathy", {
      text: [
        "Sanoittiko työntekijä asiakkaan harmin tai huolen?",
        "Did the employee put the customer's annoyance or worry into words?",
      ],
      guidance: [
        "Lauseessa kuuluu asiakkaan tilanne tai tunne. ”Ymmärrän” yksinään ei riitä.",
        "The sentence holds the customer's situation or feeling. “I understand” alone is not enough.",
      ],
      good: [
        "”Kaksi turhaa reissua. Minuakin harmittaisi.”",
        "“Two trips for nothing. I would be annoyed too.”",
      ],
      bad: ["”Juu, näitä sattuu.”", "“Yeah, these things happen.”"],
      suggestion: [
        "Kerätkää viisi tavallisinta valitusta ja kirjoittakaa kullekin lause, joka osuu tunteeseen.",
        "Collect the five most usual complaints and write for each a sentence that meets the feeling.",
      ],
    }),
    choice(
      "single_choice",
      "apology",
      "empathy",
      {
        text: ["Pyysikö työntekijä anteeksi tai pahoitteli?", "Did the employee apologise or say sorry?"],
        guidance: [
          "Selitys samassa lauseessa syö anteeksipyynnön. Valitse ”ei sovellu”, jos pahoiteltavaa ei ollut.",
          "An explanation in the same sentence eats the apology. Choose “not applicable” if there was nothing to be sorry for.",
        ],
        good: [
          "”Olen pahoillani. Näin ei olisi pitänyt käydä.”",
          "“I am sorry. This should not have happened.”",
        ],
        bad: ["”Pahoittelut, mutta meillä on ollut kiire.”", "“Apologies, but we have been busy.”"],
        suggestion: [
          "Lopettakaa pahoittelu pisteeseen. Syy kerrotaan vasta, kun asiakas kysyy sitä.",
          "End the apology with a full stop. The cause is told only when the customer asks.",
        ],
      },
      [
        ["plain", ["Kyllä, selittelemättä", "Yes, without explaining it away"], 2],
        ["with-excuse", ["Kyllä, mutta selitellen", "Yes, but with excuses"], 1],
        ["none", ["Ei", "No"], 0],
      ],
      { passPoints: 1, commentBelow: 1, allowsNotApplicable: true },
    ),
    scale(
      "stays-calm",
      "self-regulation",
      {
        text: [
          "Säilyttikö työntekijä malttinsa asiakkaan harmin edessä?",
          "Did the employee keep calm in the face of the customer's feeling?",
        ],
        guidance: [
          "Kuuntele ääntä ja katso käsiä. Kirjaa, mitä asiakas teki juuri ennen kuin sävy muuttui.",
          "Listen to the voice and watch the hands. Note what the customer did just before the tone changed.",
        ],
        good: [
          "Hidastaa puhettaan ja istuu alas asiakkaan viereen.",
          "Slows down and takes a seat beside the customer.",
        ],
        bad: [
          "Korottaa ääntään tai alkaa puhua virkakieltä.",
          "Raises the voice or begins to talk officialese.",
        ],
        suggestion: [
          "Sopikaa tiimissä, miten työkaveri tulee avuksi, kun keskustelu kuumenee, ja miten hän pääsee mukaan nolaamatta ketään.",
          "Agree on how a colleague comes to help when a talk heats up, and how to join without shaming anybody.",
        ],
      },
      [
        ["Ei, tilanne kärjistyi", "No, it escalated"],
        ["Hermostuminen näkyi", "Irritation showed"],
        ["Kyllä, pieniä merkkejä jännityksestä", "Yes, with small signs of tension"],
        ["Kyllä, ja se rauhoitti asiakastakin", "Yes, and it calmed the customer too"],
      ],
    ),
    pitfall(
      "blames-customer",
      "self-regulation",
      {
        text: [
          "Syyllistikö tai nolasiko työntekijä asiakkaan?",
          "Did the employee blame or shame the customer?",
        ],
        guidance: [
          "Kriittinen kohta. Kirjaa sanat niin kuin ne sanottiin. Asiakkaan oman virheen saa kertoa, kun se sanotaan ilman moitetta.",
          "Critical item. Write the words as they were. The customer's own mistake may be told if it is said without reproach.",
        ],
        good: [
          "”Tästä kohdasta moni erehtyy. Korjataan se yhdessä.”",
          "“Many go wrong at this point. Let us put it right together.”",
        ],
        bad: ["”Olisit lukenut sopimuksen.”", "“You should have read the contract.”"],
        suggestion: [
          "Käykää läpi tilanteet, joissa asiakas on itse erehtynyt, ja sopikaa sanat, joilla hän säilyttää kasvonsa.",
          "Go through cases where the customer was mistaken, and agree on words that let them keep their face.",
        ],
      },
      { isCritical: true },
    ),
  ],
});
