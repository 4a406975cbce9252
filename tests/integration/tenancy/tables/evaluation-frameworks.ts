import { expect } from "vitest";
import { changeEvaluationFrameworkStatus } from "@/features/evaluation-frameworks/commands/change-evaluation-framework-status";
import { createEvaluationFramework } from "@/features/evaluation-frameworks/commands/create-evaluation-framework";
import { publishEvaluationFramework } from "@/features/evaluation-frameworks/commands/publish-evaluation-framework";
import { saveEvaluationFrameworkDraft } from "@/features/evaluation-frameworks/commands/save-evaluation-framework-draft";
import {
  getCurrentFrameworkVersion,
  readCurrentFrameworkVersion,
} from "@/features/evaluation-frameworks/queries/get-current-framework-version";
import {
  getEvaluationFramework,
  readEvaluationFramework,
} from "@/features/evaluation-frameworks/queries/get-evaluation-framework";
import {
  getEvaluationFrameworkVersion,
  readEvaluationFrameworkVersion,
} from "@/features/evaluation-frameworks/queries/get-evaluation-framework-version";
import { getEvaluationFrameworkVersionByNumber } from "@/features/evaluation-frameworks/queries/get-evaluation-framework-version-by-number";
import { getFrameworkOrganization } from "@/features/evaluation-frameworks/queries/get-framework-organization";
import { listEvaluationFrameworkRows } from "@/features/evaluation-frameworks/queries/list-evaluation-framework-rows";
import { listEvaluationFrameworkVersions } from "@/features/evaluation-frameworks/queries/list-evaluation-framework-versions";
import { listEvaluationFrameworks } from "@/features/evaluation-frameworks/queries/list-evaluation-frameworks";
import { lockEvaluationFramework } from "@/features/evaluation-frameworks/queries/lock-evaluation-framework";
import { READY_FRAMEWORKS } from "@/features/evaluation-frameworks/ready-frameworks/ready-frameworks";
import { withScope } from "@/server/database";
import { createBehaviour } from "../../../factories/audit-forms";
import { createFramework, smallFrameworkDefinition } from "../../../factories/evaluations";
import { type Cast, NORTH } from "../cast";
import { action, type Lines, line } from "../line";
import { unique } from "../makers";

/** A published framework with what a save or a publishing has to name: the revision somebody looked at. */
const framework = async (of: Cast) => {
  const name = `${of.mark} framework ${unique()}`;
  const definition = smallFrameworkDefinition();
  for (const competency of definition.competencies) competency.name = { en: `${of.mark} ${competency.key}` };
  const made = await createFramework(of.scope, { name, definition });
  const { revision } = await getEvaluationFramework(of.scope, made.id);
  return { ...made, name, revision };
};
type Given = Awaited<ReturnType<typeof framework>>;

/** The caller's own framework with an item of a behaviour that may be somebody else's. */
const withBehaviour = async (of: Cast, _place: unknown, caller: Cast) => ({
  mine: await framework(caller),
  behaviourId: (await createBehaviour(of.scope, { name: `${of.mark} behaviour ${unique()}` })).id,
});

const draftOf = ({ id, revision }: Given, behaviourId: string | null = null) => {
  const definition = smallFrameworkDefinition();
  const item = definition.competencies[0]?.items[0];
  if (item) item.behaviourId = behaviourId;
  return { frameworkId: id, revision, definition, settings: { name: `Renamed ${unique()}` } };
};

/** Frameworks are the whole organization's: a manager limited to a location reads them and changes nothing. */
const forbiddenToLocal = { own: "changes", foreign: "not found", limited: "forbidden" } as const;
const found = { own: "shows", foreign: "not found" } as const;
const manage = "evaluation-frameworks.manage" as const;

export const evaluationFrameworks: Lines = {
  lockEvaluationFramework: line({
    given: framework,
    call: (scope, { id }) => withScope(scope, (tx) => lockEvaluationFramework(tx, scope, id)),
    own: ({ result }, { name }) => expect(result).toMatchObject({ name }),
    foreign: "not found",
  }),
  getEvaluationFramework: line({
    given: framework,
    call: (scope, { id }) => getEvaluationFramework(scope, id),
    ...found,
  }),
  readEvaluationFramework: line({
    given: framework,
    call: (scope, { id }) => withScope(scope, (tx) => readEvaluationFramework(tx, scope, id)),
    ...found,
  }),
  getEvaluationFrameworkVersion: line({
    given: framework,
    call: (scope, { versionId }) => getEvaluationFrameworkVersion(scope, versionId),
    ...found,
  }),
  readEvaluationFrameworkVersion: line({
    given: framework,
    call: (scope, { versionId }) =>
      withScope(scope, (tx) => readEvaluationFrameworkVersion(tx, scope, versionId)),
    ...found,
  }),
  getCurrentFrameworkVersion: line({
    given: framework,
    call: (scope, { id }) => getCurrentFrameworkVersion(scope, id),
    ...found,
  }),
  readCurrentFrameworkVersion: line({
    given: framework,
    call: (scope, { id }) => withScope(scope, (tx) => readCurrentFrameworkVersion(tx, scope, id)),
    ...found,
  }),
  getEvaluationFrameworkVersionByNumber: line({
    given: framework,
    call: (scope, { id }) => getEvaluationFrameworkVersionByNumber(scope, id, 1),
    own: ({ result }, { name }) => expect(result).toMatchObject({ frameworkName: name }),
    foreign: "not found",
  }),
  listEvaluationFrameworkVersions: line({
    given: framework,
    call: (scope, { id }) => listEvaluationFrameworkVersions(scope, id),
    own: ({ result }) => expect(result).toHaveLength(1),
    foreign: "nothing",
  }),
  listEvaluationFrameworks: line({
    given: framework,
    call: (scope) => listEvaluationFrameworks(scope),
    own: "shows",
    foreign: "hides",
  }),
  listEvaluationFrameworkRows: line({
    given: framework,
    call: (scope, { name }) => listEvaluationFrameworkRows(scope, { q: name, page: 1, isArchived: false }),
    own: "shows",
    foreign: "nothing",
  }),
  getFrameworkOrganization: line({
    call: (scope) => getFrameworkOrganization(scope),
    own: ({ result }) => expect(result).toMatchObject({ language: NORTH.language }),
    foreign: "takes nothing",
  }),

  createEvaluationFramework: line({
    call: (scope) => createEvaluationFramework(scope, { readyKey: READY_FRAMEWORKS[0]?.key ?? null }),
    own: "changes",
    foreign: "takes nothing",
    limited: "forbidden",
  }),
  saveEvaluationFrameworkDraft: [
    line({
      given: framework,
      call: (scope, given) => saveEvaluationFrameworkDraft(scope, draftOf(given)),
      ...forbiddenToLocal,
    }),
    line({
      given: withBehaviour,
      call: (scope, { mine, behaviourId }) => saveEvaluationFrameworkDraft(scope, draftOf(mine, behaviourId)),
      own: "changes",
      foreign: "invalid",
    }),
  ],
  publishEvaluationFramework: line({
    given: framework,
    call: (scope, { id, revision }) => publishEvaluationFramework(scope, { frameworkId: id, revision }),
    ...forbiddenToLocal,
  }),
  changeEvaluationFrameworkStatus: line({
    given: framework,
    call: (scope, { id }) => changeEvaluationFrameworkStatus(scope, { frameworkId: id, change: "archive" }),
    ...forbiddenToLocal,
  }),

  createEvaluationFrameworkAction: action({
    permission: manage,
    input: () => ({ readyKey: "", name: unique() }),
    foreign: "takes nothing",
  }),
  saveEvaluationFrameworkDraftAction: [
    action({ permission: manage, given: framework, input: (given) => draftOf(given), foreign: "not found" }),
    action({
      permission: manage,
      given: withBehaviour,
      input: ({ mine, behaviourId }) => draftOf(mine, behaviourId),
      foreign: "invalid",
    }),
  ],
  readEvaluationFrameworkAction: action({
    permission: manage,
    given: framework,
    input: ({ id }) => ({ frameworkId: id }),
    own: "shows",
    foreign: "not found",
  }),
  publishEvaluationFrameworkAction: action({
    permission: manage,
    given: framework,
    input: ({ id, revision }) => ({ frameworkId: id, revision }),
    foreign: "not found",
  }),
  changeEvaluationFrameworkStatusAction: action({
    permission: manage,
    given: framework,
    input: ({ id }) => ({ frameworkId: id, change: "archive" }),
    foreign: "not found",
  }),
};
