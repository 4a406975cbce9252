import { readyForm } from "../ready-form";
import { clarify, solve } from "./clarify-and-solve";
import { empathise, listen } from "./listen-and-empathise";
import { makeSure } from "./make-sure";

export const difficultSituation = readyForm({
  key: "difficult-situation",
  name: ["Hankala tilanne", "A difficult situation"],
  purpose: [
    "Reklamaatio tai muu kuumentunut tilanne viidessä askeleessa: kuuntele keskeyttämättä, osoita empatiaa, selvennä, tarjoa ratkaisu ja varmista, että asiakas on tyytyväinen.",
    "A complaint or another heated situation in five steps: listen without interrupting, show empathy, clarify, offer a solution, and make sure the customer is satisfied.",
  ],
  kind: "mystery",
  intro: [
    "Esitä tilanne toimeksiannon mukaan: harmistuneena mutta asiallisesti, älä loukkaa äläkä uhkaa. Lopeta, jos tilanne käy työntekijälle kohtuuttomaksi, ja kerro siitä yhteenvedossa. ”Asiakas” tarkoittaa sinua, kun asioit itse, ja seuraamaasi asiakasta, kun havainnoit.",
    "Play the situation as the assignment says: upset but civil, no insults and no threats. Stop if it becomes too much for the employee, and say so in the summary. “The customer” is you when you visit yourself, and the customer you watch when you observe.",
  ],
  sections: [listen, empathise, clarify, solve, makeSure],
});
