import { readyCompetency, readyItem } from "../ready-framework";

export const presence = readyCompetency({
  key: "presence",
  name: ["Läsnäolo", "Presence", "Närvaro"],
  description: [
    "Huomio on ihmisessä eikä näytössä tai seuraavassa tehtävässä.",
    "Attention is on the person, not on the screen or the next task.",
    "Uppmärksamheten är hos människan, inte på skärmen eller vid nästa uppgift.",
  ],
  items: [
    readyItem("notices-at-once", "greeting", {
      text: [
        "Huomaa asiakkaan heti ja näyttää sen katseella tai sanalla.",
        "Notices the customer at once and shows it with a look or a word.",
        "Uppmärksammar kunden genast och visar det med en blick eller ett ord.",
      ],
      self: [
        "Huomaan asiakkaan heti ja näytän sen katseella tai sanalla.",
        "I notice the customer at once and show it with a look or a word.",
        "Jag uppmärksammar kunden genast och visar det med en blick eller ett ord.",
      ],
    }),
    readyItem("sets-aside", "presence", {
      text: [
        "Jättää muut tehtävät ja laitteet sivuun kohtaamisen ajaksi.",
        "Leaves other tasks and devices aside during the encounter.",
        "Lägger undan andra uppgifter och apparater under mötet.",
      ],
      self: [
        "Jätän muut tehtävät ja laitteet sivuun kohtaamisen ajaksi.",
        "I leave other tasks and devices aside during the encounter.",
        "Jag lägger undan andra uppgifter och apparater under mötet.",
      ],
    }),
    readyItem("gives-time", "presence", {
      text: [
        "Antaa asiakkaalle rauhan hoitaa asiansa, vaikka muita odottaisi.",
        "Gives the customer time and calm even when others are waiting.",
        "Ger kunden lugn och ro även när andra väntar.",
      ],
      self: [
        "Annan asiakkaalle rauhan hoitaa asiansa, vaikka muita odottaisi.",
        "I give the customer time and calm even when others are waiting.",
        "Jag ger kunden lugn och ro även när andra väntar.",
      ],
    }),
    readyItem("comes-back", "presence", {
      text: [
        "Sanoo, jos on pakko keskeyttää, ja palaa sitten samaan kohtaan.",
        "Says so when it is necessary to interrupt, and then comes back to the same point.",
        "Säger till om ett avbrott är nödvändigt och återkommer sedan till samma punkt.",
      ],
      self: [
        "Sanon, jos minun on pakko keskeyttää, ja palaan sitten samaan kohtaan.",
        "I say so when I have to interrupt, and then come back to the same point.",
        "Jag säger till om jag måste avbryta och återkommer sedan till samma punkt.",
      ],
    }),
  ],
});

export const listening = readyCompetency({
  key: "listening",
  name: ["Kuunteleminen", "Listening", "Lyssnande"],
  description: [
    "Asiakas saa kertoa asiansa loppuun, ja se näkyy vastauksessa.",
    "The customer may finish, and what was said shows in the answer.",
    "Kunden får tala till punkt, och det märks i svaret.",
  ],
  items: [
    readyItem("to-the-end", "listening", {
      text: [
        "Kuuntelee loppuun ennen kuin vastaa tai ehdottaa ratkaisua.",
        "Listens to the end before answering or suggesting a solution.",
        "Lyssnar klart innan svaret eller lösningen kommer.",
      ],
      self: [
        "Kuuntelen loppuun ennen kuin vastaan tai ehdotan ratkaisua.",
        "I listen to the end before I answer or suggest a solution.",
        "Jag lyssnar klart innan jag svarar eller föreslår en lösning.",
      ],
    }),
    readyItem("asks", "listening", {
      text: [
        "Kysyy lisää eikä oleta tietävänsä, mitä asiakas tarkoittaa.",
        "Asks more instead of assuming what the customer means.",
        "Frågar mer i stället för att anta vad kunden menar.",
      ],
      self: [
        "Kysyn lisää enkä oleta tietäväni, mitä asiakas tarkoittaa.",
        "I ask more instead of assuming what the customer means.",
        "Jag frågar mer i stället för att anta vad kunden menar.",
      ],
    }),
    readyItem("sums-up", "listening", {
      text: [
        "Toistaa omin sanoin, mitä ymmärsi, ja tarkistaa, menikö se oikein.",
        "Says in other words what was understood and checks whether it is right.",
        "Upprepar med egna ord vad som sagts och kontrollerar att det blev rätt.",
      ],
      self: [
        "Toistan omin sanoin, mitä ymmärsin, ja tarkistan, menikö se oikein.",
        "I say in my own words what I understood and check whether it is right.",
        "Jag upprepar med egna ord vad jag förstått och kontrollerar att det blev rätt.",
      ],
    }),
    readyItem("hears-unsaid", "listening", {
      text: [
        "Huomaa senkin, mitä asiakas ei sano suoraan, ja kysyy siitä.",
        "Notices also what the customer does not say outright, and asks about it.",
        "Märker också det som kunden inte säger rakt ut och frågar om det.",
      ],
      self: [
        "Huomaan senkin, mitä asiakas ei sano suoraan, ja kysyn siitä.",
        "I notice also what the customer does not say outright, and ask about it.",
        "Jag märker också det som kunden inte säger rakt ut och frågar om det.",
      ],
    }),
  ],
});
