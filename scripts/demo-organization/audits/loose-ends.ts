import { v7 as uuidv7 } from "uuid";
import { type AuditAnswerValue, type AuditFormItem, NO_ANSWER } from "@/features/audit-forms/schema";
import { keepScore } from "@/features/audits/commands/keep-score";
import { type Transaction, withScope } from "@/server/database";
import { createAssignment, createAudit } from "../../../tests/factories/audits";
import { answerForm } from "./answer-form";
import { drawPhoto } from "./pictures";
import { type AuditStage, clockTime, touchpointId } from "./stage";

const DAY = 86_400_000;

/** What is under way today: drafts, reviews, an appeal, a critical failure, assignments in every state. */
export async function addLooseEnds(stage: AuditStage): Promise<void> {
  await leaveDraft(stage);
  await sendBack(stage);
  await leaveForReview(stage);
  await failCritically(stage);
  await appeal(stage);
  await planAhead(stage);
}

/** Some days ago, that many hours before the stores grow quiet at five: nobody visits a store in the middle of the night. */
const ago = (stage: AuditStage, days: number, hours = 0) => clockTime(stage, days, 17 - hours);

function visit(stage: AuditStage, locationIndex: number, touchpoint: string) {
  const { cast, forms, programmes, consultants } = stage;
  return {
    form: forms.store,
    programmeId: programmes.current,
    auditorMemberId: consultants[0]?.memberId as string,
    locationId: cast.locations[locationIndex]?.id as string,
    touchpointId: touchpointId(cast, touchpoint),
    encounterTypeId: cast.encounterTypes.sales.id,
  };
}

function laura(stage: AuditStage) {
  const employee = stage.cast.employees.find(({ row }) => row.name === "Laura Niemi");
  if (!employee) throw new Error("the demo employee is missing");
  return { id: employee.row.id as string, locationIndex: employee.locationIndex };
}

/** A visit entered in the street, half of it so far. */
async function leaveDraft(stage: AuditStage): Promise<void> {
  const answers = answerForm(stage.random, stage.forms.store.definition, { quality: 0.4 });
  const half = Object.entries(answers).slice(0, Math.ceil(Object.keys(answers).length / 2));
  await createAudit(stage.scope, {
    ...visit(stage, 0, "welcome"),
    status: "draft",
    visitStartedAt: ago(stage, 1, 1),
    answers: Object.fromEntries(half),
  });
}

async function sendBack(stage: AuditStage): Promise<void> {
  const { scope, forms, cast } = stage;
  const answers = answerForm(stage.random, forms.store.definition, { quality: -0.4 });
  const audit = await createAudit(scope, {
    ...visit(stage, 2, "checkout"),
    status: "returned",
    visitStartedAt: ago(stage, 3, 4),
    timesReturned: 1,
    summary: "Kassalla asia hoitui, mutta kukaan ei kysynyt, löysinkö etsimäni.",
    answers,
  });
  answers["need-met"] = { ...NO_ANSWER, number: 0 };
  const key = "till-contact";
  answers[key] = { ...NO_ANSWER, number: 0 };
  await withScope(scope, (tx) =>
    tx.auditRemark.createMany({
      data: [
        {
          itemId: forms.store.itemIds[key] as string,
          text: "Kirjaatko vielä, mitä kassalla tarkalleen sanottiin?",
        },
        { itemId: null, text: "Hyvä ja selkeä yhteenveto. Yksi kohta kaipaa tarkennusta." },
      ].map((remark) => ({
        ...remark,
        organizationId: scope.organizationId,
        auditId: audit.id,
        round: 1,
        writtenByUserId: cast.owner.userId,
        writtenAt: ago(stage, 2),
      })),
    }),
  );
}

async function leaveForReview(stage: AuditStage): Promise<void> {
  const { scope, random, forms, cast, consultants } = stage;
  await createAudit(scope, {
    ...visit(stage, 1, "sales"),
    auditorMemberId: consultants[1]?.memberId as string,
    status: "submitted",
    visitStartedAt: ago(stage, 1, 6),
    summary: "Myyjä tunsi tuotteet hyvin. Toimitusajasta sain tietää vasta kysyttäessä.",
    answers: answerForm(random, forms.store.definition, { quality: 0.2 }),
  });
  const photoItem = itemsOf(stage).find((item) => item.kind === "photo");
  const audit = await createAudit(scope, {
    ...visit(stage, 3, "welcome"),
    auditorMemberId: consultants[2]?.memberId as string,
    status: "in_review",
    reviewerMemberId: cast.owner.memberId,
    visitStartedAt: ago(stage, 2, 5),
    summary: "Sisääntulo oli siisti ja opasteet selkeät. Keskustelu jäi lyhyemmäksi kuin olisin toivonut.",
    answers: answerForm(random, forms.store.definition, {
      quality: 0.3,
      photos: new Map(photoItem ? [[photoItem.key, 2]] : []),
    }),
  });
  await withScope(scope, async (tx) => {
    for (const variant of [0, 1]) await addPhoto(stage, tx, audit.id, photoItem?.key ?? null, variant);
  });
}

function itemsOf(stage: AuditStage): AuditFormItem[] {
  return stage.forms.store.definition.sections.flatMap((section) => section.items);
}

async function addPhoto(
  stage: AuditStage,
  tx: Transaction,
  auditId: string,
  itemKey: string | null,
  variant: number,
): Promise<void> {
  const { content, width, height } = await drawPhoto(variant);
  await tx.auditFile.createMany({
    data: {
      organizationId: stage.scope.organizationId,
      id: uuidv7(),
      auditId,
      itemId: itemKey ? (stage.forms.store.itemIds[itemKey] as string) : null,
      clientKey: uuidv7(),
      contentType: "image/jpeg",
      bytes: content.length,
      width,
      height,
      storage: "database",
      content: new Uint8Array(content),
      uploadedByMemberId: stage.consultants[0]?.memberId as string,
    },
  });
}

/** A good visit in which the one thing that must not happen did. */
async function failCritically(stage: AuditStage): Promise<void> {
  const { forms, random, cast, consultants } = stage;
  const answers = answerForm(random, forms.store.definition, { quality: 1.2 });
  for (const item of itemsOf(stage)) {
    if (item.kind !== "yes_no" || !item.isCritical) continue;
    answers[item.key] = {
      ...(answers[item.key] as AuditAnswerValue),
      isNotApplicable: false,
      number: item.goodAnswer === "yes" ? 0 : 1,
      comment: "Tuote luvattiin hyllystä heti mukaan. Kassalla selvisi, että toimitusaika on kolme viikkoa.",
    };
    break;
  }
  await createAudit(stage.scope, {
    ...visit(stage, 1, "sales"),
    auditorMemberId: consultants[2]?.memberId as string,
    reviewerMemberId: cast.owner.memberId,
    visitStartedAt: ago(stage, 6, 3),
    summary: "Muuten malliksi kelpaava kohtaaminen, mutta saatavuudesta annettiin väärä tieto.",
    suggestions: "Sopikaa tiimissä, mistä saatavuus tarkistetaan ennen kuin asiakkaalle luvataan mitään.",
    answers,
  });
}

/** Laura answers for herself: one appeal waits for its decision, an earlier one changed the score. */
async function appeal(stage: AuditStage): Promise<void> {
  const { scope, forms, random, cast } = stage;
  const { id: employeeId, locationIndex } = laura(stage);
  const employeeUserId = cast.employeeMember.userId;
  const make = async (visited: {
    days: number;
    quality: number;
    auditor: number;
    appealed: string;
    summary: string;
    suggestions: string;
  }) => {
    const answers = answerForm(random, forms.store.definition, { quality: visited.quality });
    const item = itemsOf(stage).find(({ key }) => key === visited.appealed);
    if (item?.kind !== "yes_no") throw new Error(`the form has no item ${visited.appealed}`);
    answers[item.key] = { ...NO_ANSWER, number: item.goodAnswer === "yes" ? 0 : 1 };
    const audit = await createAudit(scope, {
      ...visit(stage, locationIndex, "sales"),
      auditorMemberId: stage.consultants[visited.auditor]?.memberId as string,
      employeeId,
      reviewerMemberId: cast.owner.memberId,
      visitStartedAt: ago(stage, visited.days, 3),
      summary: visited.summary,
      strengths: "Läsnäolo: puhelin pysyi taskussa, katse asiakkaassa.",
      suggestions: visited.suggestions,
      answers,
    });
    return { ...audit, answers, item };
  };

  const open = await make({
    days: 4,
    quality: 0.5,
    auditor: 2,
    appealed: "need-met",
    summary: "Keskustelu oli mukava ja tarve kartoitettiin. Lopetus jäi kesken.",
    suggestions: "Kerratkaa lopuksi ääneen, mitä sovittiin.",
  });
  const decided = await make({
    days: 26,
    quality: 0.3,
    auditor: 0,
    appealed: "total-price",
    summary: "Mukava ja asiantunteva keskustelu. Kokonaishinta jäi minulle epäselväksi.",
    suggestions: "Kertokaa kokonaishinta ennen kuin asiakas ehtii kysyä.",
  });
  const { organizationId } = scope;
  await withScope(scope, async (tx) => {
    await tx.auditReply.createMany({
      data: {
        organizationId,
        auditId: open.id,
        text: "Kiitos palautteesta! Lopetus jäi tosiaan kesken, koska hälytin soi. Olisin voinut sanoa sen ääneen.",
        writtenByUserId: employeeUserId,
        writtenAs: "employee",
        writtenAt: ago(stage, 2, 5),
      },
    });
    const waiting = uuidv7();
    await tx.auditAppeal.createMany({
      data: {
        organizationId,
        id: waiting,
        auditId: open.id,
        itemId: forms.store.itemIds[open.item.key] as string,
        kind: "circumstances",
        status: "open",
        openedByUserId: employeeUserId,
        openedAt: ago(stage, 2, 4),
        scoreBefore: open.score,
      },
    });
    await tx.auditAppealMessage.createMany({
      data: [
        {
          text: "Palohälytin soi juuri tässä kohdassa, ja ohjasin asiakkaan ulos. Siksi kohta jäi tekemättä.",
          writtenByUserId: employeeUserId,
          writtenAt: ago(stage, 2, 4),
        },
        {
          text: "Kiitos, tarkistan kellonajan auditoijalta ja palaan asiaan.",
          writtenByUserId: cast.owner.userId,
          writtenAt: ago(stage, 1, 6),
        },
      ].map((message) => ({ ...message, organizationId, id: uuidv7(), appealId: waiting })),
    });

    const settled = uuidv7();
    const { item } = decided;
    const oldValue = decided.answers[item.key] as AuditAnswerValue;
    const newValue: AuditAnswerValue = {
      ...oldValue,
      number: item.goodAnswer === "yes" ? 1 : 0,
      comment: null,
    };
    await tx.auditAnswer.updateMany({
      where: { organizationId, auditId: decided.id, itemId: forms.store.itemIds[item.key] as string },
      data: { ...newValue, revision: 2, changedAt: ago(stage, 20) },
    });
    const after = await keepScore(tx, scope, {
      id: decided.id,
      definition: forms.store.definition,
      itemIds: forms.store.itemIds,
      answers: { ...decided.answers, [item.key]: newValue },
    });
    await tx.auditAppeal.createMany({
      data: {
        organizationId,
        id: settled,
        auditId: decided.id,
        itemId: forms.store.itemIds[item.key] as string,
        kind: "factual_error",
        status: "changed",
        openedByUserId: employeeUserId,
        openedAt: ago(stage, 23),
        decidedByUserId: cast.owner.userId,
        decidedAt: ago(stage, 20),
        decision:
          "Tarjouksessa näkyvät kokonaishinta ja toimitusehdot, joten kohta toteutui. Vastaus korjattu.",
        scoreBefore: decided.score,
        scoreAfter: after.score,
      },
    });
    await tx.auditAppealMessage.createMany({
      data: {
        organizationId,
        id: uuidv7(),
        appealId: settled,
        text: "Kerroin hinnan kysymättä: kirjoitin sen ja toimitusehdot tarjoukseen, jonka asiakas sai mukaansa.",
        writtenByUserId: employeeUserId,
        writtenAt: ago(stage, 23),
      },
    });
    await tx.auditCorrection.createMany({
      data: {
        organizationId,
        auditId: decided.id,
        itemId: forms.store.itemIds[item.key] as string,
        appealId: settled,
        reason: "Oikaisupyyntö hyväksytty: tarjouksesta näkee, että kohta toteutui.",
        oldValue,
        newValue,
        scoreBefore: decided.score,
        scoreAfter: after.score,
        failedBefore: decided.isFailed,
        failedAfter: after.isFailed,
        correctedByUserId: cast.owner.userId,
        correctedAt: ago(stage, 20),
      },
    });
    const photoItem = itemsOf(stage).find((candidate) => candidate.kind === "photo");
    await addPhoto(stage, tx, open.id, photoItem?.key ?? null, 2);
  });
}

/** Assignments of the weeks around today, in every state, and what the consultant has said about them. */
async function planAhead(stage: AuditStage): Promise<void> {
  const { scope, cast, consultants, programmes, now } = stage;
  const { organizationId } = scope;
  const kirsi = consultants[0]?.memberId as string;
  const at = (days: number) => new Date(now.getTime() + days * DAY);
  const plan = async (
    locationIndex: number,
    touchpoint: string,
    from: number,
    to: number,
    rest: Partial<Parameters<typeof createAssignment>[1]> = {},
  ) =>
    createAssignment(scope, {
      programmeId: programmes.current,
      memberId: kirsi,
      locationId: cast.locations[locationIndex]?.id as string,
      touchpointId: touchpointId(cast, touchpoint),
      windowStartsAt: at(from),
      windowEndsAt: at(to),
      ...rest,
    });
  await plan(1, "sales", -1, 6);
  await plan(2, "welcome", 5, 12, { note: "Tervehdys ovella on tiimin kehittämiskohde tässä kuussa." });
  await plan(3, "checkout", 9, 16, { status: "offered", answeredAt: null });
  await plan(0, "delivery", 18, 30, {
    programmeId: programmes.delivery,
    status: "offered",
    answeredAt: null,
  });
  // Accepted and not made in time.
  await plan(3, "sales", -16, -4);
  await plan(2, "sales", 1, 8, {
    memberId: consultants[1]?.memberId as string,
    status: "declined",
    declineReason: "Olen tuolla viikolla koulutuksessa Oulussa.",
  });
  const doubleVisitId = uuidv7();
  for (const consultant of consultants.slice(0, 2)) {
    await plan(0, "sales", 7, 14, { memberId: consultant.memberId, doubleVisitId });
  }
  await withScope(scope, async (tx) => {
    await tx.auditConflict.createMany({
      data: {
        organizationId,
        id: uuidv7(),
        memberId: consultants[2]?.memberId as string,
        locationId: cast.locations[2]?.id as string,
        employeeId: null,
        reason: "Veljeni aloitti juuri tässä myymälässä.",
        declaredAt: ago(stage, 3, 6),
      },
    });
    await tx.auditBriefing.createMany({
      data: consultants.map((consultant) => ({
        organizationId,
        programmeId: programmes.current,
        memberId: consultant.memberId,
        attempts: 1,
        passedAt: at(-150),
      })),
    });
  });
}
