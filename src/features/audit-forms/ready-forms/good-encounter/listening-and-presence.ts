import { readySection } from "../ready-form";
import { pitfall, scale, yesNo } from "../ready-items";

export const activeListening = readySection({
  key: "active-listening",
  title: ["Aktiivinen kuuntelu", "Active listening"],
  intro: [
    "Kuuntelu näkyy siinä, mitä asiakkaan puheen jälkeen tapahtuu.",
    "Listening shows in what happens after the customer has spoken.",
  ],
  items: [
    scale(
      "lets-finish",
      "listening",
      {
        text: ["Saiko asiakas kertoa asiansa loppuun?", "Could the customer finish what there was to say?"],
        guidance: [
          "Tarkentava kysymys ei ole keskeytys, jos asiakas jatkaa siitä luontevasti. Päälle puhuminen ja lauseen täydentäminen ovat.",
          "A clarifying question is no interruption if the customer goes on from it. Talking over and finishing sentences are.",
        ],
        good: [
          "Nyökkää, odottaa hetken hiljaa ja kysyy vasta sitten: ”Mitä sen jälkeen tapahtui?”",
          "Nods, waits a moment in silence and only then asks: “What happened after that?”",
        ],
        bad: [
          "”Joo joo, tiedän. Se on se asetus.” Asiakas oli kertomassa muusta.",
          "“Yeah, I know, it's the setting.” The customer was talking of something else.",
        ],
        suggestion: [
          "Harjoitelkaa hiljaisuutta: laskekaa mielessänne kahteen, kun asiakas on lopettanut, ja vastatkaa vasta sitten.",
          "Practise silence: count to two when the customer has finished, and answer only then.",
        ],
      },
      [
        ["Ei, työntekijä keskeytti toistuvasti", "No, the employee interrupted again and again"],
        ["Osittain, muutama keskeytys", "Partly, with a few interruptions"],
        ["Kyllä, mutta vastaus tuli kiireellä", "Yes, but the answer came in a hurry"],
        ["Kyllä, ja asiakas sai rauhassa miettiä", "Yes, with time to think"],
      ],
    ),
    yesNo("clarifying-questions", "listening", {
      text: [
        "Esittikö työntekijä vähintään kaksi kysymystä, jotka tarkensivat asiaa?",
        "Did the employee ask at least two questions that made the matter clearer?",
      ],
      guidance: [
        "Kysymyksen pitää jatkaa siitä, mitä asiakas sanoi. Lomakkeen kentät (nimi, numero) eivät ole tarkentavia kysymyksiä.",
        "The question must go on from what was said. The fields of a form (name, number) are no clarifying questions.",
      ],
      good: [
        "”Milloin se tapahtuu, heti käynnistäessä vai vasta ajossa?”",
        "“When does it happen, at the start or only when driving?”",
      ],
      bad: ["Kysyy asiakasnumeron ja alkaa kirjoittaa.", "Asks for the customer number and begins to write."],
      suggestion: [
        "Kirjatkaa tiimin parhaat tarkentavat kysymykset näkyville ja valitkaa viikon kysymys.",
        "Put the team's best clarifying questions on the wall and choose one for the week.",
      ],
    }),
    yesNo("sums-up", "listening", {
      text: [
        "Tiivistikö työntekijä kuulemansa ja antoi asiakkaan vahvistaa sen?",
        "Did the employee sum up what was heard and let the customer confirm it?",
      ],
      guidance: [
        "Yksi lause asiakkaan omilla sanoilla riittää. Jos asiakas korjasi jotakin, tiivistys toimi.",
        "One sentence in the customer's words is enough. If the customer corrected something, it did its work.",
      ],
      good: [
        "”Ymmärsinkö oikein: lasku on maksettu, mutta muistutus tuli silti?”",
        "“Did I get it right: the bill is paid, but the reminder came all the same?”",
      ],
      bad: ["”Selvä.” Ja alkaa tehdä jotakin.", "“Right.” And begins to do something."],
      suggestion: [
        "Sopikaa, ettei mitään aleta tehdä ennen yhtä tiivistävää lausetta.",
        "Agree that nothing is begun before one sentence of summing up.",
      ],
    }),
  ],
});

export const presence = readySection({
  key: "presence",
  title: ["Läsnäolo", "Presence"],
  intro: [
    "Asiakas aistii läsnäolon kehosta, rytmistä ja pienistä sanoista.",
    "The customer senses presence from body, rhythm and small words.",
  ],
  items: [
    scale("turned-to-customer", "presence", {
      text: [
        "Olivatko työntekijän keho ja katse suunnattuina asiakkaaseen?",
        "Was the employee turned to the customer, with the eyes there too?",
      ],
      guidance: [
        "Puhelimessa arvioi ääntä: kuuluiko näppäily tai muu puhe, tuliko vastaus viiveellä?",
        "On the phone judge the voice: was there typing or other talk, did answers come late?",
      ],
      good: [
        "Kääntää näytön niin, että asiakas näkee saman kuin hän.",
        "Turns the screen so that the customer sees the same.",
      ],
      bad: ["Puhuu näytölle koko keskustelun ajan.", "Talks to the screen all through."],
      suggestion: [
        "Järjestäkää työpiste niin, että asiakkaan näkee näytön yli.",
        "Arrange the desk so that the customer can be seen over the screen.",
      ],
    }),
    pitfall("shows-hurry", "self-regulation", {
      text: ["Näkyikö työntekijän kiire asiakkaalle?", "Did the employee show hurry?"],
      guidance: [
        "Kiire näkyy kellon vilkuiluna, hätäisenä puheena ja siitä, että keho on jo menossa. Ripeys ei ole kiirettä.",
        "Hurry shows as looking at the clock, breathless talk, a body about to leave. Being quick is no hurry.",
      ],
      good: [
        "Ruuhkassa: ”Nyt on sinun vuorosi, katsotaan tämä rauhassa.”",
        "In a rush: “It is your turn now, let us look at this in peace.”",
      ],
      bad: [
        "Katsoo asiakkaan ohi jonoon ja puhuu nopeammin.",
        "Looks past the customer at the queue and speaks faster.",
      ],
      suggestion: [
        "Sanokaa ruuhkassa ääneen, että asiakkaan vuoro on nyt. Se rauhoittaa molemmat.",
        "In a rush, say aloud that it is the customer's turn now. It calms both.",
      ],
    }),
    yesNo("keeps-contact", "presence", {
      text: [
        "Säilyikö yhteys asiakkaaseen koko ajan, myös etsiessä, odottaessa ja siirtyessä?",
        "Was contact kept all the time, also while searching, waiting and moving?",
      ],
      guidance: [
        "Katso, mitä sanottiin, kun työntekijä kääntyi pois tai vaihtui toiseen.",
        "See what was said when the employee turned away or handed over to somebody else.",
      ],
      good: [
        "”Kollegani tuntee tämän paremmin. Kerron hänelle, mitä sanoit, niin sinun ei tarvitse toistaa.”",
        "“My colleague knows this better. I will tell what you said, so you need not repeat it.”",
      ],
      bad: [
        "Ohjaa toiselle tiskille, jossa kaikki kerrotaan alusta.",
        "Sends to another desk, where all is told from the start.",
      ],
      suggestion: [
        "Siirtäkää asiakas saattaen: kertokaa kollegalle asia asiakkaan kuullen ennen kuin lähdette.",
        "Hand over by walking along: tell your colleague the matter in the customer's hearing before leaving.",
      ],
    }),
  ],
});

export const empathy = readySection({
  key: "empathy",
  title: ["Empatia", "Empathy"],
  intro: [
    "Empatia on ääneen sanottua ymmärrystä, ei samaa mieltä olemista.",
    "Empathy is understanding said aloud, not agreeing.",
  ],
  items: [
    yesNo("names-situation", "empathy", {
      text: [
        "Sanoiko työntekijä ääneen, että ymmärtää asiakkaan tilanteen?",
        "Did the employee say aloud that the customer's situation was understood?",
      ],
      guidance: [
        "Tilanteen pitää kuulua lauseessa. Pelkkä ”ymmärrän” ei riitä.",
        "The situation must be in the sentence. “I understand” alone is not enough.",
      ],
      good: [
        "”Onpa ikävä ajankohta, kun muutto on jo lauantaina.”",
        "“What a bad moment, with the move on Saturday already.”",
      ],
      bad: ["”Ymmärrän. Henkilötunnus?”", "“I understand. Your personal identity number?”"],
      suggestion: [
        "Lisätkää ”ymmärrän” -sanan perään aina mitä: ymmärrän, että…",
        "After “I understand” always say what: I understand that…",
      ],
    }),
    scale(
      "tone-follows",
      "empathy",
      {
        text: [
          "Mukautuiko työntekijän sävy siihen, missä tunnelmassa asiakas oli?",
          "Did the employee's tone follow the mood the customer was in?",
        ],
        guidance: [
          "Iloiselle saa olla iloinen, huolestuneelle rauhallinen. Arvioi, vaihtuiko rytmi asiakkaan mukana.",
          "Cheerful with the cheerful, calm with the worried. Judge whether the rhythm changed with the customer.",
        ],
        good: [
          "Laskee äänensä, kun asiakas kertoo tulleensa hautajaisista.",
          "Lowers the voice when the customer tells of coming from a funeral.",
        ],
        bad: [
          "Sama pirteä myyntipuhe, vaikka asiakas on vaihtamassa rikkoutunutta lahjaa.",
          "The same chirpy patter though the customer is exchanging a broken present.",
        ],
        suggestion: [
          "Kuunnelkaa yhdessä asiakkaan ensimmäistä lausetta: mitä tunnetta siinä on, ja millä äänellä siihen vastataan?",
          "Listen together to a customer's first sentence: which feeling is in it, and in what voice is it answered?",
        ],
      },
      [
        ["Sävy oli ristiriidassa asiakkaan tunnelman kanssa", "The tone was at odds with the mood"],
        ["Sävy oli sama kaikesta huolimatta", "The tone stayed the same whatever came"],
        ["Sävy mukautui jonkin verran", "The tone followed somewhat"],
        ["Sävy mukautui luontevasti", "The tone followed naturally"],
      ],
    ),
    pitfall("belittles", "empathy", {
      text: [
        "Vähätteliko työntekijä asiakkaan huolta tai tietämättömyyttä?",
        "Did the employee belittle the customer's worry or lack of knowledge?",
      ],
      guidance: [
        "Myös hyväntahtoinen vähättely lasketaan: ”eihän tuo nyt mitään”.",
        "Well-meant belittling counts too: “oh, that's nothing”.",
      ],
      good: ["”Hyvä että kysyit, tätä kysytään usein.”", "“Good that you asked, many do.”"],
      bad: ["”No sehän lukee siinä ohjeessa.”", "“Well, it says so in the instructions.”"],
      suggestion: [
        "Vaihtakaa ”sehän on helppoa” lauseeseen ”näytän, miten se käy”.",
        "Change “that's easy” into “let me show you how”.",
      ],
    }),
  ],
});
