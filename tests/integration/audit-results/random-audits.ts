import { v7 as uuidv7 } from "uuid";
import { querySql } from "../../database";
import {
  createAuditForm,
  createBehaviour,
  scaleItem,
  smallFormDefinition,
} from "../../factories/audit-forms";
import { createAudit, createProgramme } from "../../factories/audits";
import { createAnsweredEncounter } from "../../factories/encounters";
import { createMember } from "../../factories/organization";
import { Random } from "../../factories/random";
import { createSmallOrganization } from "../../factories/small-organization";

const DAY = 86_400_000;

/** A published audit as it is stored. */
export type Row = {
  id: string;
  kind: string;
  score: number | null;
  is_failed: boolean;
  month: string;
  touchpoint_id: string;
  location_id: string;
  employee_id: string | null;
  auditor_member_id: string;
  times_returned: number;
};
/** An answer of a mystery visit. */
export type AnswerRow = {
  audit_id: string;
  key: string;
  earned: number | null;
  possible: number | null;
  location_id: string;
};

/** A year of published audits of both kinds, by two consultants, and what of them is stored, read past every rule. */
export async function createRandomAudits(superuserUrl: string) {
  const cast = await createSmallOrganization();
  const { scope } = cast;
  const second = await createMember(cast.organization, "consultant", { name: "Second consultant" });
  const behaviour = await createBehaviour(scope, { name: "Listening" });
  const small = smallFormDefinition();
  const sections = small.sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.key === "listened"
        ? scaleItem("listened", { behaviourId: behaviour.id, passPoints: 2, weight: 3 })
        : item,
    ),
  }));
  const form = await createAuditForm(scope, { definition: { ...small, sections } });
  const programme = await createProgramme(scope, { formId: form.id });
  const random = new Random(7);
  for (let index = 0; index < 56; index++) {
    const kind = random.chance(0.25) ? "observation" : "mystery";
    const isNamed = random.chance(0.6);
    const location = random.chance(0.7) ? cast.location : cast.otherLocation;
    const employee = location === cast.location ? cast.employee : cast.otherEmployee;
    const answer = () => (random.chance(0.1) ? null : random.chance(0.75));
    await createAudit(scope, {
      form,
      kind,
      programmeId: programme.id,
      auditorMemberId: random.chance(0.6) ? cast.consultant.memberId : second.memberId,
      reviewerMemberId: cast.owner.memberId,
      locationId: location.id,
      touchpointId: (random.chance(0.6) ? cast.touchpoint : cast.otherTouchpoint).id,
      employeeId: isNamed ? employee.id : null,
      doubleVisitId: kind === "mystery" && random.chance(0.1) ? uuidv7() : undefined,
      timesReturned: random.chance(0.2) ? random.integer(1, 3) : 0,
      visitStartedAt: new Date(scope.now.getTime() - random.integer(8, 360) * DAY),
      answers: {
        greeted: answer(),
        smiled: answer(),
        honest: random.chance(0.9),
        listened: random.chance(0.1) ? null : `p${random.integer(0, 4)}`,
      },
    });
  }
  for (let index = 0; index < 12; index++) {
    await createAnsweredEncounter(scope, cast.attribution, cast.survey, {
      score: index % 11,
    });
  }
  const rows = (await querySql(
    superuserUrl,
    `select id, kind, score, is_failed, touchpoint_id, location_id, employee_id, auditor_member_id, times_returned,
            to_char(visit_started_at at time zone 'Europe/Helsinki', 'YYYY-MM') as month
       from audits where status = 'published' order by visit_started_at, id`,
  )) as Row[];
  const answers = (await querySql(
    superuserUrl,
    `select answer.audit_id, item.key, answer.earned, answer.possible, a.location_id
       from audit_answers answer join audit_items item on item.id = answer.item_id
       join audits a on a.id = answer.audit_id where a.kind = 'mystery'`,
  )) as AnswerRow[];
  return { cast, form, rows, answers };
}
