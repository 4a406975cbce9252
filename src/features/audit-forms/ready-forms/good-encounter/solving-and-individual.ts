import { readySection } from "../ready-form";
import { note, scale, yesNo } from "../ready-items";

export const problemSolving = readySection({
  key: "problem-solving",
  title: ["Ongelmanratkaisu", "Problem solving"],
  intro: [
    "Ratkaisu alkaa syystä, ei oireesta, ja päättyy vasta, kun asiakas tietää miten jatketaan.",
    "A solution begins from the cause, not the symptom, and ends only when the customer knows what comes next.",
  ],
  items: [
    yesNo("finds-cause", "problem-solving", {
      text: [
        "Selvittikö työntekijä, mistä asiassa oli pohjimmiltaan kyse?",
        "Did the employee find out what the matter really was about?",
      ],
      guidance: [
        "Katso, kysyttiinkö miksi tai mihin ennen kuin ratkaisua tarjottiin.",
        "See whether why or what for was asked before a solution was offered.",
      ],
      good: [
        "”Mihin aikaan kortti lakkasi toimimasta? Silloin meillä oli katko, joten vika ei ole kortissa.”",
        "“When did the card stop working? We had a failure then, so it is not the card.”",
      ],
      bad: ["Tilaa uuden kortin kysymättä mitään.", "Orders a new card without asking anything."],
      suggestion: [
        "Kysykää ”mitä yrität saada tehtyä?” ennen kuin korjaatte mitään.",
        "Ask “what are you trying to get done?” before repairing anything.",
      ],
    }),
    scale(
      "options",
      "problem-solving",
      {
        text: [
          "Saiko asiakas vaihtoehdot ja tiedon, mitä kustakin seuraa?",
          "Did the customer get options and learn what each would mean?",
        ],
        guidance: [
          "Yksi perusteltu vaihtoehto riittää, jos muita ei aidosti ole ja se sanotaan.",
          "One option with its reason is enough if there really are no others and this is said.",
        ],
        good: [
          "”Korjaus maksaa 80 euroa ja kestää viikon, uusi 190 ja saat sen heti. Itse korjaisin vielä tämän.”",
          "“The repair costs 80 and takes a week, a new one is 190 and yours today. I would still repair this one.”",
        ],
        bad: ["”Ei sitä kannata korjata.”", "“It isn't worth repairing.”"],
        suggestion: [
          "Harjoitelkaa kahden vaihtoehdon tapaa: hinta, aika ja oma suositus, jokaisesta yksi lause.",
          "Practise the way of two options: price, time and your recommendation, a sentence on each.",
        ],
      },
      [
        ["Ei vaihtoehtoja eikä perusteluja", "No options and no reasons"],
        ["Yksi ratkaisu ilman perusteluja", "One solution without reasons"],
        ["Ratkaisu ja sen perustelu", "A solution with its reason"],
        ["Vaihtoehdot, seuraukset ja suositus", "Options, what they mean, and a recommendation"],
      ],
    ),
    yesNo("carries-through", "responsibility", {
      text: [
        "Pitikö työntekijä asian omissa käsissään loppuun asti?",
        "Did the employee keep the matter in hand to the end?",
      ],
      guidance: [
        "Asian voi siirtää, kunhan joku on vastuussa ja asiakas tietää kuka. Kehotus soittaa muualle ei ole siirtämistä.",
        "A matter can be handed over as long as somebody is responsible and the customer knows who. “Ring them” is no handing over.",
      ],
      good: [
        "”Soitan varastolle nyt, kun olet siinä.”",
        "“I will ring the warehouse now, while you are here.”",
      ],
      bad: ["”Sinun pitää kysyä sitä laskutuksesta.”", "“You have to ask the billing department.”"],
      suggestion: [
        "Sopikaa: se, joka kuulee asian ensin, omistaa sen, kunnes joku toinen sanoo ottavansa sen.",
        "Agree: whoever hears of it first owns it until somebody else says “I'll take it”.",
      ],
    }),
    yesNo("clear-next-step", "clarity", {
      text: [
        "Tiesikö asiakas lähtiessään, mitä tapahtuu ja milloin?",
        "Did the customer know on leaving what happens and when?",
      ],
      guidance: [
        "Kysy itseltäsi: osaisitko sanoa jatkon omin sanoin ilman muistiinpanoja?",
        "Ask yourself: could you tell in your own words, without notes, how it goes on?",
      ],
      good: [
        "”Viesti tulee perjantaina. Jos sitä ei kuulu, soita suoraan minulle tähän numeroon.”",
        "“The message comes on Friday. If it doesn't, ring me directly at this number.”",
      ],
      bad: ["”Kyllä siitä jotain kuuluu.”", "“You'll be hearing from us.”"],
      suggestion: [
        "Antakaa lupaukselle aina päivä ja se, mitä asiakas tekee, jos lupaus ei pidä.",
        "Give every promise a day, and what to do if it is not kept.",
      ],
    }),
  ],
});

export const individualService = readySection({
  key: "individual-service",
  title: ["Yksilöllinen palvelu", "Individual service"],
  intro: [
    "Sama asia hoidetaan eri ihmisille eri tavalla.",
    "The same thing is done in different ways for different people.",
  ],
  items: [
    scale(
      "adapts-manner",
      "individual-service",
      {
        text: [
          "Mukauttiko työntekijä puheensa ja tahtinsa asiakkaan mukaan?",
          "Did the employee fit words and pace to this customer?",
        ],
        guidance: [
          "Katso sanastoa, yksityiskohtien määrää ja nopeutta. Asiaa tuntevalle riittää vähempi, ensikertalaisen kanssa aloitetaan perusteista.",
          "Look at the words, the amount of detail and the speed. An expert needs less, a first-timer the beginning.",
        ],
        good: [
          "”Oletko käyttänyt tätä ennen? Siinä tapauksessa kerron vain, mikä on uutta.”",
          "“Have you used this before? Then I will only tell what is new.”",
        ],
        bad: ["Käy koko esitteen läpi sivu sivulta.", "Goes through the whole brochure page by page."],
        suggestion: [
          "Kysykää alussa, mitä asiakas jo tietää, ja jättäkää se pois.",
          "Ask at the start what the customer knows already, and leave it out.",
        ],
      },
      [
        ["Sama esitys kuin kaikille", "The same as for everybody"],
        ["Vähän mukautettu", "Fitted a little"],
        ["Enimmäkseen mukautettu", "Mostly fitted"],
        ["Selvästi juuri tälle asiakkaalle", "Clearly for this very customer"],
      ],
    ),
    yesNo(
      "uses-background",
      "individual-service",
      {
        text: [
          "Hyödynsikö työntekijä sitä, mitä asiakkaasta jo tiedettiin?",
          "Did the employee use what was known of the customer already?",
        ],
        guidance: [
          "Aiemmat ostot, yhteydenotot tai samassa keskustelussa kerrottu. Valitse ”ei sovellu”, jos mitään ei voinut tietää.",
          "Earlier purchases, contacts or what was told in this talk. Choose “not applicable” if nothing could be known.",
        ],
        good: [
          "”Näen, että soitit tästä maanantaina. Sinun ei tarvitse aloittaa alusta.”",
          "“I see you rang about this on Monday. You need not begin from the start.”",
        ],
        bad: ["Kysyy kolmannen kerran samat tiedot.", "Asks for the same details a third time."],
        suggestion: [
          "Lukekaa edelliset merkinnät ennen ensimmäistä kysymystä ja kertokaa, että luitte ne.",
          "Read the earlier notes before the first question, and say that you did.",
        ],
      },
      { allowsNotApplicable: true },
    ),
    yesNo("checks-satisfaction", "closing", {
      text: [
        "Kysyikö työntekijä lopuksi, vastasiko ratkaisu tarvetta?",
        "Did the employee ask at the end whether the solution met the need?",
      ],
      guidance: [
        "Kysymys kohdistuu ratkaisuun ja jättää tilaa myös kielteiselle vastaukselle.",
        "The question is about the solution and leaves room for a no as well.",
      ],
      good: [
        "”Auttaako tämä, vai jäikö vielä jotain hiertämään?”",
        "“Does this help, or is something still chafing?”",
      ],
      bad: ["”No niin, sehän oli siinä.”", "“Right, that's that.”"],
      suggestion: [
        "Kysykää niin, että kielteinenkin vastaus on helppo antaa: ”mikä jäi vielä auki?”",
        "Ask so that a no is easy to say: “what is still open?”",
      ],
    }),
    yesNo(
      "one-step-further",
      "individual-service",
      {
        text: [
          "Tekikö työntekijä jotakin, mitä asiakas ei osannut odottaa?",
          "Did the employee do something the customer could not have expected?",
        ],
        guidance: [
          "Lisäpistekohta. Teon ei tarvitse maksaa mitään: vinkki, saattaminen, muistutus, soitto asiakkaan puolesta.",
          "Bonus item. It need not cost anything: a tip, walking along, a reminder, a call on the customer's behalf.",
        ],
        good: [
          "Kirjoittaa bussin numeron ja lähtöajan kuitin taakse.",
          "Writes the bus number and its time on the back of the receipt.",
        ],
        bad: ["Antaa kaikille saman alekupongin.", "Gives everybody the same voucher."],
        suggestion: [
          "Kertokaa viikoittain yksi teko, josta asiakas yllättyi iloisesti, ja mitä se vaati.",
          "Tell each week one act that surprised a customer gladly, and what it took.",
        ],
      },
      { isBonus: true, commentBelow: null },
    ),
    note(
      "best-moment",
      ["Mikä tässä kohtaamisessa onnistui parhaiten?", "What went best in this encounter?"],
      [
        "Kuvaa teko ja sen vaikutus asiakkaaseen: tästä tulee raportin vahvuus.",
        "Describe the act and its effect on the customer: this becomes the report's strength.",
      ],
    ),
  ],
});
