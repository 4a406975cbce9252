import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/server/database";
import { seedDemo } from "../scripts/seed-demo";
import {
  createAuditForm,
  photoItem,
  scaleItem,
  smallFormDefinition,
  yesNoItem,
} from "../tests/factories/audit-forms";
import { createAssignment, createProgramme } from "../tests/factories/audits";
import { createEncounter, createInvitation } from "../tests/factories/encounters";
import { createEncounterType, createTouchpoint } from "../tests/factories/journey";
import { createMember, createOrganization } from "../tests/factories/organization";
import { createCustomer, createEmployee, createLocation } from "../tests/factories/people";
import { createPublishedSurvey } from "../tests/factories/surveys";
import { seedEvaluations } from "./seed-evaluations";
import { seedRatings } from "./seed-ratings";

/**
 * Fills the end-to-end tests' database: the demo organization for looking around, and a small one for the main job,
 * whose survey is sent at once.
 */
const { values } = parseArgs({
  options: { "database-url": { type: "string" }, "tokens-file": { type: "string" } },
});
const databaseUrl = values["database-url"];
const tokensFile = values["tokens-file"];
if (!databaseUrl || !tokensFile) throw new Error("--database-url and --tokens-file are needed");

await seedDemo({ databaseUrl, onProgress: () => {} });

const organization = await createOrganization({
  slug: "testila",
  name: "Testilä Oy",
  minimumN: 1,
  setupDoneAt: new Date(),
});
const { scope } = organization;
const location = await createLocation(scope, { name: "Testilän keskusta" });
const employee = await createEmployee(scope, { name: "Aino Ahkera", locationId: location.id });
const colleague = await createEmployee(scope, { name: "Ville Vieras", locationId: location.id });
const touchpoint = await createTouchpoint(scope, {
  name: "Palvelutiski",
  publicNames: { fi: "Palvelutiski", sv: "Servicedisken", en: "Service desk" },
});
const encounterType = await createEncounterType(scope, { name: "Palvelukohtaaminen" });
const survey = await createPublishedSurvey(scope, {
  name: "Suosittelu",
  encounterTypeIds: [encounterType.id],
  delayMinutes: 0,
});
await createMember(organization, "owner", { email: "owner@testila.test", name: "Olli Omistaja" });
await createMember(organization, "manager", { email: "manager@testila.test", name: "Eila Esihenkilö" });
await createMember(organization, "consultant", { email: "consultant@testila.test", name: "Kaisa Konsultti" });
await createMember(organization, "employee", {
  email: "employee@testila.test",
  name: "Aino Ahkera",
  employeeId: employee.id,
});
await createMember(organization, "employee", {
  email: "colleague@testila.test",
  name: "Ville Vieras",
  employeeId: colleague.id,
});

/** A visit to be made, accepted and due now. */
const auditor = await createMember(organization, "consultant", {
  email: "auditor@testila.test",
  name: "Kerttu Kävijä",
});
const auditForm = await createAuditForm(scope, {
  name: "Käynti",
  definition: {
    ...smallFormDefinition(),
    sections: [
      {
        key: "welcome",
        title: { en: "Welcome", fi: "Vastaanotto" },
        intro: {},
        weight: 1,
        items: [
          yesNoItem("greeted", {
            text: { en: "You were greeted", fi: "Sinua tervehdittiin" },
            guidance: { en: "A look and a word.", fi: "Katse ja sana." },
            commentBelow: 1,
          }),
          yesNoItem("smiled", { text: { en: "With a smile", fi: "Hymyillen" } }),
        ],
      },
      {
        key: "service",
        title: { en: "Service", fi: "Palvelu" },
        intro: {},
        weight: 1,
        items: [
          scaleItem("listened", { text: { en: "Listening", fi: "Kuuntelu" } }),
          { ...photoItem("desk"), isRequired: true, text: { en: "The service desk", fi: "Palvelutiski" } },
        ],
      },
    ],
  },
});
const programme = await createProgramme(scope, { formId: auditForm.id, name: "Syksyn käynnit" });
await createAssignment(scope, {
  programmeId: programme.id,
  memberId: auditor.memberId,
  locationId: location.id,
  touchpointId: touchpoint.id,
});

/** Links to answer with, each for one test. */
const names = [
  "tabs",
  "back",
  "parallel",
  "keyboard",
  "swedish",
  "expired",
  "unsubscribe",
  "invalid",
  "axe",
  "weight",
];
const tokens: Record<string, string> = {};
for (const name of names) {
  const customer = await createCustomer(scope, { language: name === "swedish" ? "sv" : "fi" });
  const encounter = await createEncounter(
    scope,
    {
      touchpointId: touchpoint.id,
      employeeId: employee.id,
      locationId: location.id,
      encounterTypeId: encounterType.id,
    },
    { customerId: customer.id, occurredAt: new Date(Date.now() - 2 * 3600_000) },
  );
  const invitation = await createInvitation(scope, encounter, survey, {
    language: customer.language,
    ...(name === "expired" ? { expiresAt: new Date(Date.now() - 3600_000) } : {}),
  });
  tokens[name] = invitation.token;
}
Object.assign(tokens, await seedRatings(scope, location.id));
await seedEvaluations();
await writeFile(tokensFile, JSON.stringify(tokens));
await closeDatabase();
