import { readySection } from "../ready-form";
import { choice, duration, photos, scale, yesNo } from "../ready-items";

export const outside = readySection({
  key: "outside",
  title: ["Ennen ovea ja heti sisällä", "At the door and just inside"],
  intro: [
    "Pysähdy hetkeksi ulkopuolelle ja uudelleen heti oven jälkeen. Katso asiakkaan silmin, et ammattilaisen.",
    "Stop for a moment outside, and again just inside the door. Look as a customer does, not as a professional.",
  ],
  items: [
    choice(
      "multiple_choice",
      "entrance",
      null,
      {
        text: ["Mitkä näistä olivat kunnossa?", "Which of these were in order?"],
        guidance: [
          "Merkitse kaikki, jotka olivat kunnossa. Jos jotakin ei tässä paikassa kuulukaan olla, merkitse se kunnossa olevaksi.",
          "Mark all that were in order. What does not belong to this place at all counts as in order.",
        ],
        good: [
          "Aukioloajat näkyvät ovella, lattia on puhdas ja ensimmäinen opaste näkyy sisään astuessa.",
          "Clear opening hours on the door, a clean floor, and the first sign is in sight on stepping in.",
        ],
        bad: [
          "Ovessa on viime kesän poikkeusaukiolo ja heti oven edessä kuormalava.",
          "Last summer's opening hours on the door and a pallet right inside it.",
        ],
        suggestion: [
          "Kävelkää kerran viikossa ulkoa sisään asiakkaan reittiä ja korjatkaa yksi asia heti.",
          "Once a week, walk in from outside the way customers come, and put one thing right at once.",
        ],
      },
      [
        ["hours", ["Aukioloajat näkyvissä ja ajan tasalla", "Opening hours visible and up to date"], 1],
        ["clean", ["Sisäänkäynti siisti", "Entrance clean"], 1],
        ["way-in", ["Kulku esteetön", "Way in without obstacles"], 1],
        ["display", ["Ikkunat ja esillepano ajan tasalla", "Windows and display up to date"], 1],
        ["signs", ["Opasteista selviää, minne mennä", "Signs tell where to go"], 1],
      ],
      { passPoints: 4, commentBelow: 4 },
    ),
    photos(
      "entrance-photo",
      ["Kuva sisäänkäynnistä", "Picture of the entrance"],
      [
        "Kuvaa niin, ettei ihmisiä voi tunnistaa. Jos kuvaaminen paljastaisi käynnin, ota kuva vasta lähtiessäsi.",
        "No recognisable people, please. If taking it would give the visit away, take it when leaving.",
      ],
      3,
    ),
  ],
});

export const firstMoments = readySection({
  key: "first-moments",
  title: ["Ensimmäiset hetket", "The first moments"],
  intro: [
    "Käynnistä sekuntikello, kun astut palvelualueelle. Älä hae katsekontaktia itse.",
    "Start the stopwatch as you step into the service area. Do not seek eye contact yourself.",
  ],
  weight: 2,
  items: [
    duration(
      "time-to-notice",
      "greeting",
      [
        [30, 3],
        [60, 2],
        [180, 1],
        [null, 0],
      ],
      {
        text: [
          "Kuinka kauan kesti, ennen kuin asiakas huomattiin?",
          "How long did it take before the customer was noticed?",
        ],
        guidance: [
          "Huomaaminen on katse, nyökkäys tai tervehdys. Pysäytä kello ensimmäiseen niistä. Alle puoli minuuttia on hyvä myös ruuhkassa.",
          "Being noticed is a look, a nod or a greeting; stop the watch at the first. Under half a minute is good in a rush too.",
        ],
        good: [
          "Toista asiakasta palveleva työntekijä nostaa katseen ja nyökkää kymmenessä sekunnissa.",
          "An employee serving somebody else looks up and nods within ten seconds.",
        ],
        bad: [
          "Kaksi työntekijää juttelee tiskin takana, ja asiakas odottaa kolme minuuttia.",
          "Two employees chat behind the counter while the customer waits three minutes.",
        ],
        suggestion: [
          "Sopikaa puolen minuutin sääntö: jokainen sisään tullut saa katseen tai tervehdyksen, vaikka kädet olisivat täynnä.",
          "Agree on a half-minute rule: everybody who comes in gets a look or a greeting, hands full or not.",
        ],
      },
      { weight: 2, passPoints: 2, commentBelow: 2 },
    ),
    yesNo("greeted", "greeting", {
      text: ["Saiko asiakas tervehdyksen ja katseen?", "Did the customer get a greeting and a look?"],
      guidance: [
        "Tervehdyksen pitää kohdistua asiakkaaseen. Yleinen ”hei” selän takaa ei riitä.",
        "The greeting must be meant for the customer. A general “hello” from behind is not enough.",
      ],
      good: [
        "Katsoo, hymyilee ja sanoo: ”Huomenta, tervetuloa!”",
        "Looks, smiles and says: “Good morning, welcome!”",
      ],
      bad: ["Sanoo ”moi” kassapäätteelle.", "Says “hi” to the till."],
      suggestion: [
        "Palvelu alkaa tervehdyksestä: sopikaa, kuka tervehtii silloin, kun kaikki ovat varattuja.",
        "The greeting begins the service: agree on who greets when everybody is busy.",
      ],
    }),
    yesNo("approachable", "presence", {
      text: ["Oliko henkilökunta lähestyttävissä?", "Was the staff approachable?"],
      guidance: [
        "Lähestyttävä seisoo kasvot asiakkaisiin päin ja keskeyttää muun työn, kun asiakas tulee lähelle.",
        "Approachable staff face the customers and stop other work when one comes near.",
      ],
      good: [
        "Hyllyttäjä siirtyy sivuun kulkuväylältä ja kysyy, löytyikö etsitty.",
        "The shelver moves aside from the aisle and asks if the customer found what was wanted.",
      ],
      bad: [
        "Asiakas joutuu keskeyttämään työntekijöiden keskustelun päästäkseen kysymään.",
        "The customer has to break into the employees' conversation to ask.",
      ],
      suggestion: [
        "Katsokaa, minne tiimi asettuu seisomaan hiljaisina hetkinä, ja valitkaa paikat, joista asiakkaat näkyvät.",
        "See where the team stands in quiet moments, and choose places from which customers are seen.",
      ],
    }),
    scale(
      "first-impression",
      "greeting",
      {
        text: [
          "Millainen ensivaikutelma palvelusta syntyi?",
          "What was the first impression of the service?",
        ],
        guidance: [
          "Arvioi vain kahden ensimmäisen minuutin perusteella. Kirjaa kommenttiin, mistä vaikutelma syntyi.",
          "Judge by the first two minutes only. Note what made the impression.",
        ],
        good: [
          "”Ota ihan rauhassa, tulen heti kun olen pakannut tämän.”",
          "“Take your time, I will be with you as soon as I have packed this.”",
        ],
        bad: ["”Me suljetaan sitten puolen tunnin päästä.”", "“We are closing in half an hour, you know.”"],
        suggestion: [
          "Kysykää uudelta työntekijältä ensimmäisen viikon jälkeen, miltä teille tuleminen näytti asiakkaan puolelta.",
          "Ask a new employee after the first week how coming to you looked from the customer's side.",
        ],
      },
      [
        ["Torjuva: asiakas tunsi häiritsevänsä", "Forbidding: the customer felt in the way"],
        ["Välinpitämätön", "Indifferent"],
        ["Asiallinen", "Correct"],
        ["Lämmin: asiakas tunsi olevansa tervetullut", "Warm: the customer felt welcome"],
      ],
    ),
  ],
});
