import { readyCompetency, readyItem } from "../ready-framework";

export const empathy = readyCompetency({
  key: "empathy",
  name: ["Empatia", "Empathy", "Empati"],
  description: [
    "Asiakkaan tilanne ja tunne otetaan todesta, ja se sanotaan ääneen.",
    "The customer's situation and feeling are taken seriously, and it is said aloud.",
    "Kundens situation och känsla tas på allvar, och det sägs högt.",
  ],
  items: [
    readyItem("says-it-aloud", "empathy", {
      text: [
        "Sanoo ääneen ymmärtävänsä, miltä asiakkaasta tuntuu.",
        "Says aloud that it is understood how the customer feels.",
        "Säger högt att kundens känsla är förstådd.",
      ],
      self: [
        "Sanon ääneen ymmärtäväni, miltä asiakkaasta tuntuu.",
        "I say aloud that I understand how the customer feels.",
        "Jag säger högt att jag förstår hur kunden känner.",
      ],
    }),
    readyItem("takes-seriously", "empathy", {
      text: [
        "Ottaa tosissaan myös asian, joka tuntuu muista pieneltä.",
        "Takes seriously even a matter that seems small to others.",
        "Tar också det på allvar som andra tycker är litet.",
      ],
      self: [
        "Otan tosissani myös asian, joka tuntuu minusta pieneltä.",
        "I take seriously even a matter that seems small to me.",
        "Jag tar också det på allvar som jag själv tycker är litet.",
      ],
    }),
    readyItem("speaks-with-respect", "empathy", {
      text: [
        "Puhuu asiakkaalle ja asiakkaasta kunnioittavasti, vaikka asiakas olisi väärässä.",
        "Speaks to the customer and of the customer with respect, even when the customer is wrong.",
        "Talar respektfullt till och om kunden även när kunden har fel.",
      ],
      self: [
        "Puhun asiakkaalle ja asiakkaasta kunnioittavasti, vaikka asiakas olisi väärässä.",
        "I speak to the customer and of the customer with respect, even when the customer is wrong.",
        "Jag talar respektfullt till och om kunden även när kunden har fel.",
      ],
    }),
    readyItem("fits-the-person", "individual-service", {
      text: [
        "Toimii eri ihmisten kanssa eri tavoin, kunkin tarpeen mukaan.",
        "Acts differently with different people, as each of them needs.",
        "Gör olika med olika människor, efter vars och ens behov.",
      ],
      self: [
        "Toimin eri ihmisten kanssa eri tavoin, kunkin tarpeen mukaan.",
        "I act differently with different people, as each of them needs.",
        "Jag gör olika med olika människor, efter vars och ens behov.",
      ],
    }),
  ],
});

export const clarity = readyCompetency({
  key: "clarity",
  name: ["Selkeys", "Clarity", "Tydlighet"],
  description: [
    "Asiakas ymmärtää kerralla, mitä tapahtuu, mitä se maksaa ja milloin.",
    "The customer understands at once what happens, what it costs and when.",
    "Kunden förstår genast vad som händer, vad det kostar och när.",
  ],
  items: [
    readyItem("plain-words", "clarity", {
      text: [
        "Puhuu tavallisin sanoin ja selittää ammattisanat.",
        "Speaks in plain words and explains trade terms.",
        "Talar med vanliga ord och förklarar facktermer.",
      ],
      self: [
        "Puhun tavallisin sanoin ja selitän ammattisanat.",
        "I speak in plain words and explain trade terms.",
        "Jag talar med vanliga ord och förklarar facktermer.",
      ],
    }),
    readyItem("what-next", "clarity", {
      text: [
        "Kertoo, mitä tapahtuu seuraavaksi, kuka sen tekee ja milloin.",
        "Tells what happens next, who does it and when.",
        "Berättar vad som händer härnäst, vem som gör det och när.",
      ],
      self: [
        "Kerron, mitä tapahtuu seuraavaksi, kuka sen tekee ja milloin.",
        "I tell what happens next, who does it and when.",
        "Jag berättar vad som händer härnäst, vem som gör det och när.",
      ],
    }),
    readyItem("says-no-plainly", "clarity", {
      text: [
        "Sanoo suoraan ja perustelee, jos jokin ei onnistu.",
        "Says plainly, and says why, when something is not possible.",
        "Säger rakt ut, och motiverar, när något inte går.",
      ],
      self: [
        "Sanon suoraan ja perustelen, jos jokin ei onnistu.",
        "I say plainly, and say why, when something is not possible.",
        "Jag säger rakt ut, och motiverar, när något inte går.",
      ],
    }),
    readyItem("checks-understanding", "clarity", {
      text: [
        "Varmistaa, että asiakas on ymmärtänyt, ennen kuin jatkaa.",
        "Makes sure that the customer has understood before going on.",
        "Försäkrar sig om att kunden har förstått innan samtalet går vidare.",
      ],
      self: [
        "Varmistan, että asiakas on ymmärtänyt, ennen kuin jatkan.",
        "I make sure that the customer has understood before I go on.",
        "Jag försäkrar mig om att kunden har förstått innan jag går vidare.",
      ],
    }),
  ],
});
