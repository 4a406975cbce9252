import { readyForm } from "../ready-form";
import { opening, situation } from "./before-and-opening";
import { dialogue } from "./dialogue";
import { feedback, outcome } from "./solution-and-feedback";

export const openObservation = readyForm({
  key: "open-observation",
  name: ["Kohtaamisen avoin havainnointi", "Open observation of an encounter"],
  purpose: [
    "Esihenkilö tai koulutettu havainnoija seuraa kohtaamista työntekijän tieten ja kirjaa sekä työntekijän että asiakkaan käytöksen. Päättyy palautekeskusteluun.",
    "A manager or a trained observer watches an encounter, with the employee's knowledge, and writes down the conduct of both employee and customer. Ends in a feedback talk.",
  ],
  kind: "observation",
  intro: [
    "Kerro työntekijälle etukäteen, milloin olet paikalla ja mitä kirjaat. Asiakkaasta kirjataan vain käytös, ei mitään, mistä hänet tunnistaisi. Asiakasta koskevia kohtia ei pisteytetä.",
    "Tell the employee beforehand when you are there and what you write down. Of the customer only conduct is recorded, nothing to be known by. What concerns the customer is not scored.",
  ],
  sections: [situation, opening, dialogue, outcome, feedback],
});
