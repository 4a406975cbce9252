import { readyForm } from "../ready-form";
import { firstMoments, outside } from "./arrival";
import { checkout, farewell } from "./checkout-and-farewell";
import { need, solution } from "./service";

export const storeVisit = readyForm({
  key: "store-visit",
  name: ["Ensivaikutelmasta hyvästelyyn", "First impression to farewell"],
  purpose: [
    "Myymälä- tai toimipistekäynti ovelta ovelle: huomaaminen, tarpeen selvittäminen, ratkaisu, kassa ja se, millä mielellä asiakas lähtee.",
    "A visit to a shop or branch from door to door: being noticed, the need, the solution, the till, and the mood in which the customer leaves.",
  ],
  kind: "mystery",
  intro: [
    "Asioi kuten kuka tahansa asiakas äläkä testaa henkilökuntaa ansoilla. Paina ajat mieleen tai käytä kelloa huomaamatta, ja täytä lomake heti käynnin jälkeen. ”Asiakas” tarkoittaa sinua.",
    "Visit as anybody would, and set the staff no traps. Remember the times or use a watch unnoticed, and fill in the form right after the visit. “The customer” is you.",
  ],
  sections: [outside, firstMoments, need, solution, checkout, farewell],
});
