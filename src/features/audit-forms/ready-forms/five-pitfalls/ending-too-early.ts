import { readySection } from "../ready-form";
import { choice, note, yesNo } from "../ready-items";

export const endingTooEarly = readySection({
  key: "ending-too-early",
  title: ["Liian aikainen päättäminen", "Ending too early"],
  intro: [
    "Työntekijä lopettaa kohtaamisen ennen kuin asia on asiakkaan mielestä valmis.",
    "The employee ends the encounter before the matter is done as the customer sees it.",
  ],
  items: [
    yesNo(
      "checks-need-met",
      "closing",
      {
        text: [
          "Varmistiko työntekijä ennen lopettamista, että asiakas sai mitä tarvitsi?",
          "Did the employee check before ending that the customer had got what was needed?",
        ],
        guidance: [
          "Kysymyksen pitää koskea asiakkaan asiaa. ”Tuliko muuta?” pakkaamisen ohessa ei riitä.",
          "The question must be about the customer's matter. “Anything else?” while packing is not enough.",
        ],
        good: [
          "”Tuliko tästä nyt selvä kuva, vai jäikö jokin askarruttamaan?”",
          "“Is it clear to you now, or is something still puzzling you?”",
        ],
        bad: [
          "Ojentaa kuitin ja kääntyy jo seuraavaan asiakkaaseen.",
          "Hands over the receipt and is already turning to the next customer.",
        ],
        suggestion: [
          "Valitkaa yksi varmistava kysymys, joka kysytään aina ennen kiitosta.",
          "Choose one checking question that is always asked before the thank-you.",
        ],
      },
      { weight: 2 },
    ),
    yesNo(
      "agrees-next-step",
      "responsibility",
      {
        text: [
          "Jäikö asiakkaalle tieto siitä, kuka tekee seuraavaksi mitä ja milloin?",
          "Did the customer leave knowing who does what next, and when?",
        ],
        guidance: [
          "Kaikki kolme tarvitaan: tekijä, teko ja aika. Valitse ”ei sovellu”, jos asia tuli kerralla valmiiksi.",
          "All three are needed: who, what and when. Choose “not applicable” if everything was done at once.",
        ],
        good: [
          "”Soitan sinulle torstaina ennen kahtatoista, vaikka varaosaa ei olisi vielä tullut.”",
          "“I will ring you on Thursday before noon, even if the part has not come yet.”",
        ],
        bad: ["”Palataan asiaan, kun tiedetään enemmän.”", "“We'll get back to you when we know more.”"],
        suggestion: [
          "Sanokaa lupaus aina kolmessa osassa, kuka, mitä ja milloin, ja kirjatkaa se asiakkaan nähden.",
          "Say a promise always in three parts, who, what and when, and write it down in the customer's sight.",
        ],
      },
      { allowsNotApplicable: true },
    ),
    choice(
      "single_choice",
      "who-ended",
      "closing",
      {
        text: ["Miten kohtaaminen päättyi?", "How did the encounter end?"],
        guidance: [
          "Valitse se, mikä kuvaa loppua parhaiten asiakkaan silmin.",
          "Choose what describes the end best as the customer saw it.",
        ],
        good: [
          "Asiakas kiittää itse ja lähtee hymyillen, työntekijä katsoo vielä perään.",
          "The customer says thank you and leaves smiling; the employee's eyes still follow.",
        ],
        bad: [
          "Työntekijä sanoo ”no niin, kiitos” ja katsoo kelloa, vaikka asiakkaalla on vielä kysyttävää.",
          "The employee says “right, thank you” and looks at the clock though the customer has more to ask.",
        ],
        suggestion: [
          "Antakaa asiakkaan päättää kohtaaminen: odottakaa hetki hiljaa ennen loppusanoja.",
          "Let the customer end the encounter: wait a moment in silence before the closing words.",
        ],
      },
      [
        [
          "customer",
          ["Asiakas päätti sen, kun asia oli valmis", "The customer ended it, everything done"],
          2,
        ],
        ["together", ["Yhteisymmärryksessä", "By mutual understanding"], 2],
        [
          "employee-done",
          [
            "Työntekijä päätti sen, asia oli valmis mutta lopetus tuntui kiireiseltä",
            "The employee ended it; all was done, but the end felt hurried",
          ],
          1,
        ],
        [
          "employee-early",
          ["Työntekijä päätti sen, kun asia oli vielä kesken", "The employee ended it before all was done"],
          0,
        ],
      ],
      { passPoints: 1, commentBelow: 2, allowsNotApplicable: true },
    ),
    yesNo("last-impression", "closing", {
      text: [
        "Katsoiko työntekijä asiakasta hyvästellessään?",
        "Did the employee say goodbye with a look at the customer?",
      ],
      guidance: [
        "Sanavalinta on vapaa, kunhan sanat on tarkoitettu juuri asiakkaalle. Puhelimessa arvioi äänensävyä ja sitä, kumpi lopetti puhelun.",
        "The words are free; what matters is that they are for the customer. On the phone judge the tone and who hung up first.",
      ],
      good: [
        "Nostaa katseen kassasta: ”Kiitos käynnistä, mukavaa iltaa!”",
        "Looks up from the till: “Thank you for coming, have a nice evening!”",
      ],
      bad: ["Mutisee ”moi” näytölle.", "Mutters “bye” to the screen."],
      suggestion: [
        "Viimeinen katse on osa palvelua: sopikaa, että jokainen saa sen, myös ruuhkassa.",
        "The last look is part of the service: agree that everybody gets it, in a rush too.",
      ],
    }),
    note(
      "left-open",
      ["Mitä jäi asiakkaan kannalta kesken?", "What was left open for the customer?"],
      [
        "Kirjoita vapaasti. Teksti auttaa esihenkilöä, kun tuloksista keskustellaan.",
        "Write freely. It helps the manager when the results are talked over.",
      ],
    ),
  ],
});
