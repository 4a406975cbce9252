import type { AnyLine, Lines } from "./line";
import { answerImportsActions, answerImportsCommands, answerImportsQueries } from "./tables/answer-imports";
import { answerImportsRows } from "./tables/answer-imports-rows";
import { invitations, responses } from "./tables/answering";
import { apiKeys, apiLists, apiPosts } from "./tables/api";
import { apiReads } from "./tables/api-reads";
import { auditForms } from "./tables/audit-forms";
import { auditProgrammesCommands } from "./tables/audit-programmes";
import { auditProgrammesActions } from "./tables/audit-programmes-actions";
import { auditProgrammesQueries } from "./tables/audit-programmes-queries";
import { auditResults } from "./tables/audit-results";
import { auditsAppeals } from "./tables/audits-appeals";
import { auditsEntry } from "./tables/audits-entry";
import { auditsFiles } from "./tables/audits-files";
import { auditReads, auditsReport } from "./tables/audits-report";
import { auditsReview } from "./tables/audits-review";
import { behaviours } from "./tables/behaviours";
import { dashboards } from "./tables/dashboards";
import { developmentGoals } from "./tables/development-goals";
import { diary } from "./tables/diary";
import { digests } from "./tables/digests";
import { encounters } from "./tables/encounters";
import { evaluationCohorts } from "./tables/evaluation-cohorts";
import { evaluationCycles } from "./tables/evaluation-cycles";
import { evaluationFrameworks } from "./tables/evaluation-frameworks";
import { evaluationRaters } from "./tables/evaluation-raters";
import { evaluationRatings } from "./tables/evaluation-ratings";
import { evaluationReports } from "./tables/evaluation-reports";
import { importsCommands } from "./tables/imports-commands";
import { importsQueries } from "./tables/imports-queries";
import { importsRows } from "./tables/imports-rows";
import { improvementActions } from "./tables/improvement-actions";
import { memberMails } from "./tables/member-mails";
import { organizationsAccounts } from "./tables/organizations-accounts";
import { organizationsActions } from "./tables/organizations-actions";
import { organizationsMembers } from "./tables/organizations-members";
import { peerFeedback } from "./tables/peer-feedback";
import { peopleActions } from "./tables/people-actions";
import { peopleCustomers } from "./tables/people-customers";
import { peopleEmployees } from "./tables/people-employees";
import { peoplePlaces } from "./tables/people-places";
import { peopleQueries } from "./tables/people-queries";
import { recognitions } from "./tables/recognitions";
import { surveys } from "./tables/surveys";
import { touchpoints } from "./tables/touchpoints";

/** Every query, command and action of the product, by feature. */
const TABLE: Record<string, Lines> = {
  organizations: {
    ...organizationsMembers,
    ...organizationsAccounts,
    ...organizationsActions,
    ...memberMails.organizations,
  },
  "api-keys": apiKeys,
  touchpoints: { ...touchpoints, ...apiLists.touchpoints },
  behaviours: { ...behaviours, ...auditReads.behaviours },
  encounters: { ...encounters, ...apiPosts.encounters },
  imports: { ...importsQueries, ...importsCommands, ...importsRows },
  "answer-imports": {
    ...answerImportsQueries,
    ...answerImportsCommands,
    ...answerImportsRows,
    ...answerImportsActions,
  },
  people: {
    ...peopleQueries,
    ...peopleCustomers,
    ...peopleEmployees,
    ...peoplePlaces,
    ...peopleActions,
    ...apiLists.people,
    ...apiPosts.people,
  },
  surveys,
  invitations,
  responses,
  "audit-forms": { ...auditForms, ...auditReads.auditForms },
  "audit-programmes": { ...auditProgrammesQueries, ...auditProgrammesCommands, ...auditProgrammesActions },
  audits: {
    ...auditsReport,
    ...auditsEntry,
    ...auditsFiles,
    ...auditsReview,
    ...auditsAppeals,
    ...memberMails.audits,
  },
  "audit-results": auditResults,
  "evaluation-frameworks": evaluationFrameworks,
  "evaluation-cycles": { ...evaluationCycles, ...evaluationRaters },
  "evaluation-ratings": evaluationRatings,
  "evaluation-reports": { ...evaluationReports, ...evaluationCohorts, ...developmentGoals },
  "improvement-actions": improvementActions,
  diary,
  "peer-feedback": peerFeedback,
  recognitions,
  dashboards: { ...dashboards, ...apiReads },
  digests,
};

/** The lines one by one, each with the export's name and its place among the lines of that export. */
export const ENTRIES = Object.entries(TABLE).flatMap(([feature, lines]) =>
  Object.entries(lines).flatMap(([name, found]) =>
    [found].flat().map((line, index): [string, AnyLine, number] => [`${feature}/${name}`, line, index]),
  ),
);

const isOfAuditsOrCycles = ([name]: (typeof ENTRIES)[number]) =>
  /^(audit|behaviours|evaluation-cycles)/.test(name);

/** The lines in two parts that take about as long, for two test files beside each other. */
export const AUDIT_AND_CYCLE_ENTRIES = ENTRIES.filter(isOfAuditsOrCycles);
export const OTHER_ENTRIES = ENTRIES.filter((entry) => !isOfAuditsOrCycles(entry));
