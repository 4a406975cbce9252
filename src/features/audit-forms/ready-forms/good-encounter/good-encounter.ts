import { readyForm } from "../ready-form";
import { activeListening, empathy, presence } from "./listening-and-presence";
import { individualService, problemSolving } from "./solving-and-individual";

export const goodEncounter = readyForm({
  key: "good-encounter",
  name: ["Hyvän kohtaamisen ainekset", "Elements of a good encounter"],
  purpose: [
    "Näyttää, mitkä hyvän kohtaamisen aineksista ovat jo paikallaan: aktiivinen kuuntelu, läsnäolo, empatia, ongelmanratkaisu ja yksilöllinen palvelu.",
    "Shows which elements of a good encounter are in place: active listening, presence, empathy, problem solving and individual service.",
  ],
  kind: "mystery",
  intro: [
    "Lomake sopii palveluun paikan päällä, puhelimessa ja videolla. ”Asiakas” tarkoittaa sinua, kun asioit itse, ja seuraamaasi asiakasta, kun havainnoit. Kirjaa havainto ja sen todiste: mitä sanottiin, mitä tehtiin.",
    "For service on the spot, on the phone and by video. “The customer” is you when you visit yourself, and the customer you watch when you observe. Write the observation and its evidence: what was said, what was done.",
  ],
  sections: [activeListening, presence, empathy, problemSolving, individualService],
});
