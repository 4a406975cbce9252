import { v7 as uuidv7 } from "uuid";
import { listAuditItems } from "@/features/audit-forms/list-audit-items";
import {
  type AuditAnswerValue,
  type AuditFormDefinition,
  type AuditFormItem,
  NO_ANSWER,
} from "@/features/audit-forms/schema";
import type { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

let counter = 0;

const itemBase = {
  guidance: {},
  goodExample: {},
  badExample: {},
  suggestion: {},
  behaviourId: null,
  about: "employee" as const,
  isRequired: true,
  allowsNotApplicable: true,
};
const scoring = { weight: 1, isCritical: false, isBonus: false, passPoints: null, commentBelow: null };

/** A yes/no item of weight 1 whose good answer is yes. */
export function yesNoItem(
  key: string,
  overrides: Partial<Extract<AuditFormItem, { kind: "yes_no" }>> = {},
): AuditFormItem {
  return {
    kind: "yes_no",
    key,
    text: { en: `Question ${key}?`, fi: `Kysymys ${key}?` },
    goodAnswer: "yes",
    ...itemBase,
    ...scoring,
    ...overrides,
  };
}

/** A scale of 0–4 points ("p0" … "p4"). */
export function scaleItem(
  key: string,
  overrides: Partial<Extract<AuditFormItem, { kind: "scale" }>> = {},
): AuditFormItem {
  return {
    kind: "scale",
    key,
    text: { en: `Scale ${key}`, fi: `Asteikko ${key}` },
    options: [0, 1, 2, 3, 4].map((points) => ({
      key: `p${points}`,
      text: { en: `${points}`, fi: `${points}` },
      points,
    })),
    ...itemBase,
    ...scoring,
    ...overrides,
  };
}

export function photoItem(key: string): AuditFormItem {
  return {
    kind: "photo",
    key,
    text: { en: `Photo ${key}`, fi: `Kuva ${key}` },
    mostPhotos: 3,
    ...itemBase,
    isRequired: false,
  };
}

/** Two sections of equal weight: "greeting" (two yes/no items) and "service" (a critical yes/no item and a scale). */
export function smallFormDefinition(): AuditFormDefinition {
  return {
    intro: {},
    isCapped: true,
    sections: [
      {
        key: "greeting",
        title: { en: "Greeting", fi: "Tervehdys" },
        intro: {},
        weight: 1,
        items: [yesNoItem("greeted"), yesNoItem("smiled")],
      },
      {
        key: "service",
        title: { en: "Service", fi: "Palvelu" },
        intro: {},
        weight: 1,
        items: [yesNoItem("honest", { isCritical: true }), scaleItem("listened")],
      },
    ],
  };
}

/** Answers by item key: true/false for yes/no, an option's key, a number; null = not applicable. */
export type ShortAnswers = Record<string, boolean | string | number | null | Partial<AuditAnswerValue>>;

export function toAnswerValue(short: ShortAnswers[string]): AuditAnswerValue {
  if (short === null) return { ...NO_ANSWER, isNotApplicable: true };
  if (typeof short === "boolean") return { ...NO_ANSWER, number: short ? 1 : 0 };
  if (typeof short === "number") return { ...NO_ANSWER, number: short };
  if (typeof short === "string") return { ...NO_ANSWER, optionKeys: [short] };
  return { ...NO_ANSWER, ...short };
}

export type TestAuditForm = {
  id: string;
  versionId: string;
  definition: AuditFormDefinition;
  itemIds: Record<string, string>;
};

export async function createBehaviour(
  scope: Scope,
  overrides: {
    key?: string;
    name?: string;
    nameFi?: string;
    position?: number;
    archivedAt?: Date | null;
  } = {},
): Promise<{ id: string }> {
  counter += 1;
  const id = uuidv7();
  const name = overrides.name ?? `Behaviour ${counter}`;
  await withScope(scope, (tx) =>
    tx.behaviour.create({
      data: {
        organizationId: scope.organizationId,
        id,
        key: overrides.key ?? null,
        names: { en: name, fi: overrides.nameFi ?? name },
        position: overrides.position ?? counter,
        archivedAt: overrides.archivedAt ?? null,
      },
      select: { id: true },
    }),
  );
  return { id };
}

/** A form with one published version. */
export async function createAuditForm(
  scope: Scope,
  overrides: { name?: string; definition?: AuditFormDefinition; publishedAt?: Date } = {},
): Promise<TestAuditForm> {
  counter += 1;
  const { organizationId } = scope;
  const definition = overrides.definition ?? smallFormDefinition();
  const id = uuidv7();
  const publishedAt = overrides.publishedAt ?? scope.now;
  await withScope(scope, (tx) =>
    tx.auditForm.createMany({
      data: {
        organizationId,
        id,
        name: overrides.name ?? `Form ${counter}`,
        draft: definition as Prisma.InputJsonObject,
        createdAt: publishedAt,
      },
    }),
  );
  return publishFormVersion(scope, { formId: id, number: 1, definition, publishedAt });
}

/** Freezes a definition as the form's next version; audits made with an earlier one keep it. */
export async function publishFormVersion(
  scope: Scope,
  version: { formId: string; number: number; definition: AuditFormDefinition; publishedAt: Date },
): Promise<TestAuditForm> {
  const { organizationId } = scope;
  const { formId, number, publishedAt } = version;
  const definition = version.definition as Prisma.InputJsonObject;
  const versionId = uuidv7();
  const items = listAuditItems(version.definition).map((item) => ({
    ...item,
    id: uuidv7(),
    organizationId,
    formVersionId: versionId,
  }));
  await withScope(scope, async (tx) => {
    await tx.auditFormVersion.createMany({
      data: { organizationId, id: versionId, formId, number, definition, publishedAt },
    });
    await tx.auditItem.createMany({ data: items });
    await tx.auditForm.updateMany({
      where: { organizationId, id: formId },
      data: { status: "published", draft: definition, currentVersionId: versionId },
    });
  });
  return {
    id: formId,
    versionId,
    definition: version.definition,
    itemIds: Object.fromEntries(items.map((item) => [item.key, item.id])),
  };
}
