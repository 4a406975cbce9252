import { readyCompetency, readyItem } from "../ready-framework";

export const problemSolving = readyCompetency({
  key: "problem-solving",
  name: ["Ongelmanratkaisu", "Problem solving", "Problemlösning"],
  description: [
    "Selvitetään, mistä on kyse, ja viedään asia ratkaisuun asti.",
    "What it is about is found out, and the matter is taken all the way to a solution.",
    "Man tar reda på vad det gäller och för saken ända till en lösning.",
  ],
  items: [
    readyItem("finds-the-cause", "problem-solving", {
      text: [
        "Selvittää, mistä on pohjimmiltaan kyse, ennen kuin ehdottaa ratkaisua.",
        "Finds out what it is really about before suggesting a solution.",
        "Tar reda på vad det egentligen gäller innan en lösning föreslås.",
      ],
      self: [
        "Selvitän, mistä on pohjimmiltaan kyse, ennen kuin ehdotan ratkaisua.",
        "I find out what it is really about before I suggest a solution.",
        "Jag tar reda på vad det egentligen gäller innan jag föreslår en lösning.",
      ],
    }),
    readyItem("finds-another-way", "individual-service", {
      text: [
        "Etsii toisen keinon, kun tavallinen tapa ei sovi.",
        "Looks for another way when the usual one does not fit.",
        "Söker en annan väg när den vanliga inte passar.",
      ],
      self: [
        "Etsin toisen keinon, kun tavallinen tapa ei sovi.",
        "I look for another way when the usual one does not fit.",
        "Jag söker en annan väg när den vanliga inte passar.",
      ],
    }),
    readyItem("gets-help", "problem-solving", {
      text: [
        "Hakee apua ajoissa, kun oma tieto tai valta ei riitä.",
        "Gets help in good time when own knowledge or authority is not enough.",
        "Tar hjälp i tid när den egna kunskapen eller befogenheten inte räcker till.",
      ],
      self: [
        "Haen apua ajoissa, kun oma tietoni tai valtani ei riitä.",
        "I get help in good time when my own knowledge or authority is not enough.",
        "Jag tar hjälp i tid när min egen kunskap eller befogenhet inte räcker till.",
      ],
    }),
    readyItem("passes-on", "problem-solving", {
      text: [
        "Vie eteenpäin ongelman, joka toistuu, jotta se korjataan.",
        "Passes on a problem that keeps coming back, so that it gets fixed.",
        "För vidare ett problem som återkommer, så att det blir åtgärdat.",
      ],
      self: [
        "Vien eteenpäin ongelman, joka toistuu, jotta se korjataan.",
        "I pass on a problem that keeps coming back, so that it gets fixed.",
        "Jag för vidare ett problem som återkommer, så att det blir åtgärdat.",
      ],
    }),
  ],
});

export const selfRegulation = readyCompetency({
  key: "self-regulation",
  name: ["Tunteiden säätely", "Emotional self-regulation", "Känsloreglering"],
  description: [
    "Kiire, ärtymys tai asiakkaan tunnetila ei ohjaa omaa käytöstä.",
    "Hurry, irritation or the customer's mood does not steer one's own conduct.",
    "Brådska, irritation eller kundens sinnesstämning styr inte det egna beteendet.",
  ],
  items: [
    readyItem("stays-calm", "self-regulation", {
      text: [
        "Pysyy rauhallisena, kun asiakas on vihainen tai pettynyt.",
        "Stays calm when the customer is angry or disappointed.",
        "Håller sig lugn när kunden är arg eller besviken.",
      ],
      self: [
        "Pysyn rauhallisena, kun asiakas on vihainen tai pettynyt.",
        "I stay calm when the customer is angry or disappointed.",
        "Jag håller mig lugn när kunden är arg eller besviken.",
      ],
    }),
    readyItem("hides-hurry", "self-regulation", {
      text: [
        "Pitää kiireen ja väsymyksen poissa asiakkaan kohtaamisesta.",
        "Keeps hurry and tiredness out of the encounter.",
        "Låter inte brådska och trötthet gå ut över kunden.",
      ],
      self: [
        "Pidän kiireen ja väsymyksen poissa asiakkaan kohtaamisesta.",
        "I keep hurry and tiredness out of the encounter.",
        "Jag låter inte brådska och trötthet gå ut över kunden.",
      ],
    }),
    readyItem("starts-afresh", "self-regulation", {
      text: [
        "Kohtaa seuraavan asiakkaan puhtaalta pöydältä hankalankin tilanteen jälkeen.",
        "Meets the next customer afresh, even after a hard situation.",
        "Möter nästa kund på nytt även efter en svår situation.",
      ],
      self: [
        "Kohtaan seuraavan asiakkaan puhtaalta pöydältä hankalankin tilanteen jälkeen.",
        "I meet the next customer afresh, even after a hard situation.",
        "Jag möter nästa kund på nytt även efter en svår situation.",
      ],
    }),
    readyItem("admits-mistakes", "responsibility", {
      text: [
        "Myöntää oman virheensä selittelemättä.",
        "Admits a mistake without excuses.",
        "Erkänner sitt misstag utan bortförklaringar.",
      ],
      self: [
        "Myönnän oman virheeni selittelemättä.",
        "I admit a mistake of mine without excuses.",
        "Jag erkänner mitt misstag utan bortförklaringar.",
      ],
    }),
  ],
});

export const followingThrough = readyCompetency({
  key: "following-through",
  name: ["Loppuun vieminen", "Following through", "Att fullfölja"],
  description: [
    "Asia pysyy omissa käsissä, kunnes se on hoidettu tai sille on sovittu jatko.",
    "The matter stays in one's own hands until it is done or its next step is agreed.",
    "Man behåller ärendet tills det är skött eller nästa steg är avtalat.",
  ],
  items: [
    readyItem("keeps-promises", "responsibility", {
      text: [
        "Tekee sen, minkä on luvannut, ja silloin kun on luvannut.",
        "Does what was promised, when it was promised.",
        "Gör det som är lovat, när det är lovat.",
      ],
      self: [
        "Teen sen, minkä olen luvannut, ja silloin kun olen luvannut.",
        "I do what I promised, when I promised it.",
        "Jag gör det jag har lovat, när jag har lovat det.",
      ],
    }),
    readyItem("keeps-hold", "responsibility", {
      text: [
        "Huolehtii asiasta, kunnes joku toinen on varmasti ottanut sen hoitaakseen.",
        "Looks after the matter until somebody else has surely taken it on.",
        "Sköter ärendet tills någon annan säkert har tagit över det.",
      ],
      self: [
        "Huolehdin asiasta, kunnes joku toinen on varmasti ottanut sen hoitaakseen.",
        "I look after the matter until somebody else has surely taken it on.",
        "Jag sköter ärendet tills någon annan säkert har tagit över det.",
      ],
    }),
    readyItem("tells-first", "responsibility", {
      text: [
        "Kertoo viivästyksestä ennen kuin asiakas ehtii kysyä.",
        "Tells of a delay before the customer has to ask.",
        "Berättar om en försening innan kunden hinner fråga.",
      ],
      self: [
        "Kerron viivästyksestä ennen kuin asiakas ehtii kysyä.",
        "I tell of a delay before the customer has to ask.",
        "Jag berättar om en försening innan kunden hinner fråga.",
      ],
    }),
    readyItem("makes-sure", "closing", {
      text: [
        "Varmistaa lopuksi, että asiakas sai sen, mitä tarvitsi.",
        "Makes sure at the end that the customer got what was needed.",
        "Försäkrar sig till slut om att kunden fick det som behövdes.",
      ],
      self: [
        "Varmistan lopuksi, että asiakas sai sen, mitä tarvitsi.",
        "I make sure at the end that the customer got what was needed.",
        "Jag försäkrar mig till slut om att kunden fick det som behövdes.",
      ],
    }),
  ],
});
