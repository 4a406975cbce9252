import { expect } from "vitest";
import { changeAuditFormStatus } from "@/features/audit-forms/commands/change-audit-form-status";
import { createAuditForm } from "@/features/audit-forms/commands/create-audit-form";
import { publishAuditForm } from "@/features/audit-forms/commands/publish-audit-form";
import { saveAuditFormDraft } from "@/features/audit-forms/commands/save-audit-form-draft";
import { getAuditForm, readAuditForm } from "@/features/audit-forms/queries/get-audit-form";
import { getAuditFormVersion } from "@/features/audit-forms/queries/get-audit-form-version";
import { getAuditFormVersionByNumber } from "@/features/audit-forms/queries/get-audit-form-version-by-number";
import { getFormOrganization } from "@/features/audit-forms/queries/get-form-organization";
import { listAuditFormRows } from "@/features/audit-forms/queries/list-audit-form-rows";
import {
  listAuditFormVersions,
  readPublishers,
} from "@/features/audit-forms/queries/list-audit-form-versions";
import { listAuditForms } from "@/features/audit-forms/queries/list-audit-forms";
import { lockAuditForm } from "@/features/audit-forms/queries/lock-audit-form";
import { READY_FORMS } from "@/features/audit-forms/ready-forms/ready-forms";
import type { AuditFormDefinition } from "@/features/audit-forms/schema";
import { withScope } from "@/server/database";
import {
  createBehaviour,
  createAuditForm as makeForm,
  smallFormDefinition,
  yesNoItem,
} from "../../../factories/audit-forms";
import { type Cast, NORTH } from "../cast";
import { action, type Lines, line } from "../line";
import { unique } from "../makers";

/** A published form with what a save or a publishing has to name: the revision somebody looked at. */
const form = async (of: Cast) => {
  const name = `${of.mark} form ${unique()}`;
  const definition = smallFormDefinition();
  for (const section of definition.sections) {
    const title = `${of.mark} ${section.key}`;
    section.title = { fi: title, en: title };
  }
  const made = await makeForm(of.scope, { name, definition });
  const { revision } = await getAuditForm(of.scope, made.id);
  return { ...made, name, revision };
};
type Given = Awaited<ReturnType<typeof form>>;

type Bound = { touchpointIds?: string[]; encounterTypeIds?: string[]; behaviourId?: string };
/** The caller's own form, bound to one thing that may be somebody else's. */
const mineBoundTo =
  (bound: (of: Cast) => Bound | Promise<Bound>) => async (of: Cast, _place: unknown, caller: Cast) => ({
    mine: await form(caller),
    bound: await bound(of),
  });
const bindings = [
  mineBoundTo((of) => ({ touchpointIds: [of.touchpointId] })),
  mineBoundTo((of) => ({ encounterTypeIds: [of.encounterTypeId] })),
  mineBoundTo(async (of) => ({
    behaviourId: (await createBehaviour(of.scope, { name: `${of.mark} behaviour ${unique()}` })).id,
  })),
];

const draftOf = ({ id, revision }: Given, { behaviourId = undefined, ...bound }: Bound = {}) => {
  const definition: AuditFormDefinition = smallFormDefinition();
  definition.sections[0]?.items.push(yesNoItem("extra", { behaviourId: behaviourId ?? null }));
  return {
    formId: id,
    revision,
    definition,
    settings: { name: `Renamed ${unique()}`, touchpointIds: [], encounterTypeIds: [], ...bound },
  };
};

/** Forms are the whole organization's: a manager limited to a location reads them and changes nothing. */
const forbiddenToLocal = { own: "changes", foreign: "not found", limited: "forbidden" } as const;
const found = { own: "shows", foreign: "not found" } as const;
const manage = "audit-forms.manage" as const;

export const auditForms: Lines = {
  lockAuditForm: line({
    given: form,
    call: (scope, { id }) => withScope(scope, (tx) => lockAuditForm(tx, scope, id)),
    own: ({ result }, { name }) => expect(result).toMatchObject({ name }),
    foreign: "not found",
  }),
  getAuditForm: line({ given: form, call: (scope, { id }) => getAuditForm(scope, id), ...found }),
  readAuditForm: line({
    given: form,
    call: (scope, { id }) => withScope(scope, (tx) => readAuditForm(tx, scope, id)),
    ...found,
  }),
  getAuditFormVersion: line({
    given: form,
    call: (scope, { versionId }) => getAuditFormVersion(scope, versionId),
    ...found,
  }),
  getAuditFormVersionByNumber: line({
    given: form,
    call: (scope, { id }) => getAuditFormVersionByNumber(scope, id, 1),
    own: ({ result }, { name }) => expect(result).toMatchObject({ formName: name }),
    foreign: "not found",
  }),
  listAuditFormVersions: line({
    given: form,
    call: (scope, { id }) => listAuditFormVersions(scope, id),
    own: ({ result }) => expect(result).toHaveLength(1),
    foreign: "nothing",
  }),
  readPublishers: line({
    given: (of) => of.people.employee,
    call: (scope, { userId }) => withScope(scope, (tx) => readPublishers(tx, scope, [userId, null])),
    own: ({ result }) => expect(result).toMatchObject({ size: 1 }),
    foreign: "nothing",
  }),
  listAuditForms: line({
    given: form,
    call: (scope) => listAuditForms(scope),
    own: "shows",
    foreign: "hides",
  }),
  listAuditFormRows: line({
    given: form,
    call: (scope, { name }) => listAuditFormRows(scope, { q: name, page: 1, isArchived: false }),
    own: "shows",
    foreign: "nothing",
  }),
  getFormOrganization: line({
    call: (scope) => getFormOrganization(scope),
    own: ({ result }) => expect(result).toMatchObject({ language: NORTH.language }),
    foreign: "takes nothing",
  }),

  createAuditForm: line({
    call: (scope) => createAuditForm(scope, { readyFormKey: READY_FORMS[0]?.key ?? null }),
    own: "changes",
    foreign: "takes nothing",
    limited: "forbidden",
  }),
  saveAuditFormDraft: [
    line({
      given: form,
      call: (scope, given) => saveAuditFormDraft(scope, draftOf(given)),
      ...forbiddenToLocal,
    }),
    ...bindings.map((given) =>
      line({
        given,
        call: (scope, { mine, bound }) => saveAuditFormDraft(scope, draftOf(mine, bound)),
        own: "changes",
        foreign: "invalid",
      }),
    ),
  ],
  publishAuditForm: line({
    given: form,
    call: (scope, { id, revision }) => publishAuditForm(scope, { formId: id, revision }),
    ...forbiddenToLocal,
  }),
  changeAuditFormStatus: line({
    given: form,
    call: (scope, { id }) => changeAuditFormStatus(scope, { formId: id, change: "archive" }),
    ...forbiddenToLocal,
  }),

  createAuditFormAction: action({
    permission: manage,
    input: () => ({ readyFormKey: "", name: unique() }),
    foreign: "takes nothing",
  }),
  saveAuditFormDraftAction: [
    action({ permission: manage, given: form, input: (given) => draftOf(given), foreign: "not found" }),
    ...bindings.map((given) =>
      action({
        permission: manage,
        given,
        input: ({ mine, bound }) => draftOf(mine, bound),
        foreign: "invalid",
      }),
    ),
  ],
  readAuditFormAction: action({
    permission: manage,
    given: form,
    input: ({ id }) => ({ formId: id }),
    own: "shows",
    foreign: "not found",
  }),
  publishAuditFormAction: action({
    permission: manage,
    given: form,
    input: ({ id, revision }) => ({ formId: id, revision }),
    foreign: "not found",
  }),
  changeAuditFormStatusAction: action({
    permission: manage,
    given: form,
    input: ({ id }) => ({ formId: id, change: "archive" }),
    foreign: "not found",
  }),
};
