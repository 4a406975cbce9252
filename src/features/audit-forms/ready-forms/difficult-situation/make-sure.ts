import { readySection } from "../ready-form";
import { customerChoice, note, yesNo } from "../ready-items";

export const makeSure = readySection({
  key: "make-sure",
  title: ["5. Varmista tyytyväisyys", "5. Make sure the customer is satisfied"],
  intro: [
    "Hyvin hoidettu hankala tilanne sitoo asiakkaan paremmin kuin sujuva arki.",
    "A difficult situation handled well ties the customer more than everyday smoothness.",
  ],
  items: [
    yesNo("asks-satisfied", "closing", {
      text: [
        "Kysyikö työntekijä, onko asiakas ratkaisuun tyytyväinen?",
        "Did the employee ask whether the customer was content with the solution?",
      ],
      guidance: [
        "Kysymys esitetään, vaikka vastaus pelottaisi. Pelkkä ”ok?” ei riitä.",
        "It is asked even if the answer is feared. A mere “ok?” is not enough.",
      ],
      good: [
        "”Miltä tämä sinusta nyt tuntuu, käykö näin?”",
        "“How does this feel to you now, is it all right?”",
      ],
      bad: ["”Eli näin tehdään. Seuraava!”", "“So that's how we do it. Next!”"],
      suggestion: [
        "Kysykää ja olkaa sitten hiljaa: asiakkaan ensimmäinen sana kertoo, oletteko valmiita.",
        "Ask and then be silent: the customer's first word tells whether you are done.",
      ],
    }),
    yesNo("thanks-for-feedback", "self-regulation", {
      text: [
        "Kiittikö työntekijä siitä, että asiakas otti asian puheeksi?",
        "Did the employee thank the customer for bringing it up?",
      ],
      guidance: [
        "Kiitos koskee palautetta tai kärsivällisyyttä, ei asiointia yleensä.",
        "The thanks are for the feedback or the patience, not for the visit in general.",
      ],
      good: ["”Kiitos, että kerroit. Vien tämän eteenpäin.”", "“Thank you for telling. I will pass it on.”"],
      bad: ["”Selvä, hei.”", "“Right, bye.”"],
      suggestion: [
        "Kertokaa kiittäessänne, mihin palaute menee: silloin se on muutakin kuin kohteliaisuus.",
        "Say with the thanks where the feedback goes: then it is more than politeness.",
      ],
    }),
    yesNo(
      "promises-follow-up",
      "responsibility",
      {
        text: [
          "Sopiko työntekijä, miten varmistetaan, että ratkaisu toimi?",
          "Did the employee agree on how to make sure that the solution worked?",
        ],
        guidance: [
          "Valitse ”ei sovellu”, jos asia tuli paikan päällä täysin valmiiksi.",
          "Choose “not applicable” if all was done on the spot.",
        ],
        good: [
          "”Soitan viikon päästä ja kysyn, miten se toimii.”",
          "“I will ring in a week and ask how it works.”",
        ],
        bad: ["”Ole yhteydessä, jos tulee vielä jotain.”", "“Get in touch if there's something more.”"],
        suggestion: [
          "Kirjatkaa seurantasoitto kalenteriin asiakkaan nähden.",
          "Put the follow-up call into the calendar in the customer's sight.",
        ],
      },
      { allowsNotApplicable: true },
    ),
    customerChoice(
      "mood-at-end",
      ["Missä mielentilassa asiakas lähti?", "In what state of mind did the customer leave?"],
      [
        "Kirjaa asiakkaan käytös, älä työntekijän onnistumista. Tätä ei pisteytetä.",
        "Write down the customer's conduct, not how well the employee did. This is not scored.",
      ],
      [
        ["angrier", ["Vihaisempana kuin tullessa", "Angrier than on coming"]],
        ["same", ["Yhtä harmistuneena", "As upset as before"]],
        ["calmer", ["Rauhallisempana", "Calmer"]],
        ["content", ["Tyytyväisenä", "Content"]],
      ],
    ),
    note(
      "turning-point",
      ["Missä kohdassa tilanne kääntyi?", "Where did the situation turn?"],
      [
        "Kirjaa lause tai teko, joka käänsi suunnan, hyvään tai huonoon.",
        "Write the sentence or act that turned it, for good or bad.",
      ],
    ),
  ],
});
