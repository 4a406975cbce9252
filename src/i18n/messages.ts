import type { Locale } from "./locale";
import enAccount from "./messages/en/account.json";
import enActivity from "./messages/en/activity.json";
import enAnswerImports from "./messages/en/answerImports.json";
import enApi from "./messages/en/api.json";
import enAuditForms from "./messages/en/auditForms.json";
import enAuditReport from "./messages/en/auditReport.json";
import enAuditResults from "./messages/en/auditResults.json";
import enAuditReview from "./messages/en/auditReview.json";
import enAudits from "./messages/en/audits.json";
import enBehaviours from "./messages/en/behaviours.json";
import enCommon from "./messages/en/common.json";
import enCustomers from "./messages/en/customers.json";
import enDashboards from "./messages/en/dashboards.json";
import enDevelopmentGoals from "./messages/en/developmentGoals.json";
import enDiary from "./messages/en/diary.json";
import enDigest from "./messages/en/digest.json";
import enEmployees from "./messages/en/employees.json";
import enEncounters from "./messages/en/encounters.json";
import enEncounterTypes from "./messages/en/encounterTypes.json";
import enErrors from "./messages/en/errors.json";
import enEvaluationCohorts from "./messages/en/evaluationCohorts.json";
import enEvaluationCycles from "./messages/en/evaluationCycles.json";
import enEvaluationFrameworks from "./messages/en/evaluationFrameworks.json";
import enEvaluationRaters from "./messages/en/evaluationRaters.json";
import enEvaluationReports from "./messages/en/evaluationReports.json";
import enImports from "./messages/en/imports.json";
import enImprovementActions from "./messages/en/improvementActions.json";
import enInvitations from "./messages/en/invitations.json";
import enLocations from "./messages/en/locations.json";
import enMail from "./messages/en/mail.json";
import enMemberMail from "./messages/en/memberMail.json";
import enMembers from "./messages/en/members.json";
import enNavigation from "./messages/en/navigation.json";
import enOrganizations from "./messages/en/organizations.json";
import enPeerFeedback from "./messages/en/peerFeedback.json";
import enProgrammes from "./messages/en/programmes.json";
import enRater from "./messages/en/rater.json";
import enRecognitions from "./messages/en/recognitions.json";
import enRespondent from "./messages/en/respondent.json";
import enSetup from "./messages/en/setup.json";
import enSurveys from "./messages/en/surveys.json";
import enTeams from "./messages/en/teams.json";
import enTouchpoints from "./messages/en/touchpoints.json";
import enUi from "./messages/en/ui.json";
import fiAccount from "./messages/fi/account.json";
import fiActivity from "./messages/fi/activity.json";
import fiAnswerImports from "./messages/fi/answerImports.json";
import fiApi from "./messages/fi/api.json";
import fiAuditForms from "./messages/fi/auditForms.json";
import fiAuditReport from "./messages/fi/auditReport.json";
import fiAuditResults from "./messages/fi/auditResults.json";
import fiAuditReview from "./messages/fi/auditReview.json";
import fiAudits from "./messages/fi/audits.json";
import fiBehaviours from "./messages/fi/behaviours.json";
import fiCommon from "./messages/fi/common.json";
import fiCustomers from "./messages/fi/customers.json";
import fiDashboards from "./messages/fi/dashboards.json";
import fiDevelopmentGoals from "./messages/fi/developmentGoals.json";
import fiDiary from "./messages/fi/diary.json";
import fiDigest from "./messages/fi/digest.json";
import fiEmployees from "./messages/fi/employees.json";
import fiEncounters from "./messages/fi/encounters.json";
import fiEncounterTypes from "./messages/fi/encounterTypes.json";
import fiErrors from "./messages/fi/errors.json";
import fiEvaluationCohorts from "./messages/fi/evaluationCohorts.json";
import fiEvaluationCycles from "./messages/fi/evaluationCycles.json";
import fiEvaluationFrameworks from "./messages/fi/evaluationFrameworks.json";
import fiEvaluationRaters from "./messages/fi/evaluationRaters.json";
import fiEvaluationReports from "./messages/fi/evaluationReports.json";
import fiImports from "./messages/fi/imports.json";
import fiImprovementActions from "./messages/fi/improvementActions.json";
import fiInvitations from "./messages/fi/invitations.json";
import fiLocations from "./messages/fi/locations.json";
import fiMail from "./messages/fi/mail.json";
import fiMemberMail from "./messages/fi/memberMail.json";
import fiMembers from "./messages/fi/members.json";
import fiNavigation from "./messages/fi/navigation.json";
import fiOrganizations from "./messages/fi/organizations.json";
import fiPeerFeedback from "./messages/fi/peerFeedback.json";
import fiProgrammes from "./messages/fi/programmes.json";
import fiRater from "./messages/fi/rater.json";
import fiRecognitions from "./messages/fi/recognitions.json";
import fiRespondent from "./messages/fi/respondent.json";
import fiSetup from "./messages/fi/setup.json";
import fiSurveys from "./messages/fi/surveys.json";
import fiTeams from "./messages/fi/teams.json";
import fiTouchpoints from "./messages/fi/touchpoints.json";
import fiUi from "./messages/fi/ui.json";
import svMail from "./messages/sv/mail.json";
import svRater from "./messages/sv/rater.json";
import svRespondent from "./messages/sv/respondent.json";

const en = {
  account: enAccount,
  activity: enActivity,
  answerImports: enAnswerImports,
  api: enApi,
  auditForms: enAuditForms,
  auditReport: enAuditReport,
  auditResults: enAuditResults,
  auditReview: enAuditReview,
  audits: enAudits,
  behaviours: enBehaviours,
  common: enCommon,
  customers: enCustomers,
  dashboards: enDashboards,
  developmentGoals: enDevelopmentGoals,
  diary: enDiary,
  digest: enDigest,
  employees: enEmployees,
  encounterTypes: enEncounterTypes,
  encounters: enEncounters,
  errors: enErrors,
  evaluationCohorts: enEvaluationCohorts,
  evaluationCycles: enEvaluationCycles,
  evaluationFrameworks: enEvaluationFrameworks,
  evaluationRaters: enEvaluationRaters,
  evaluationReports: enEvaluationReports,
  imports: enImports,
  improvementActions: enImprovementActions,
  invitations: enInvitations,
  locations: enLocations,
  mail: enMail,
  memberMail: enMemberMail,
  members: enMembers,
  navigation: enNavigation,
  organizations: enOrganizations,
  peerFeedback: enPeerFeedback,
  programmes: enProgrammes,
  recognitions: enRecognitions,
  respondent: enRespondent,
  setup: enSetup,
  surveys: enSurveys,
  teams: enTeams,
  touchpoints: enTouchpoints,
  ui: enUi,
};
const fi = {
  account: fiAccount,
  activity: fiActivity,
  answerImports: fiAnswerImports,
  api: fiApi,
  auditForms: fiAuditForms,
  auditReport: fiAuditReport,
  auditResults: fiAuditResults,
  auditReview: fiAuditReview,
  audits: fiAudits,
  behaviours: fiBehaviours,
  common: fiCommon,
  customers: fiCustomers,
  dashboards: fiDashboards,
  developmentGoals: fiDevelopmentGoals,
  diary: fiDiary,
  digest: fiDigest,
  employees: fiEmployees,
  encounterTypes: fiEncounterTypes,
  encounters: fiEncounters,
  errors: fiErrors,
  evaluationCohorts: fiEvaluationCohorts,
  evaluationCycles: fiEvaluationCycles,
  evaluationFrameworks: fiEvaluationFrameworks,
  evaluationRaters: fiEvaluationRaters,
  evaluationReports: fiEvaluationReports,
  imports: fiImports,
  improvementActions: fiImprovementActions,
  invitations: fiInvitations,
  locations: fiLocations,
  mail: fiMail,
  memberMail: fiMemberMail,
  members: fiMembers,
  navigation: fiNavigation,
  organizations: fiOrganizations,
  peerFeedback: fiPeerFeedback,
  programmes: fiProgrammes,
  recognitions: fiRecognitions,
  respondent: fiRespondent,
  setup: fiSetup,
  surveys: fiSurveys,
  teams: fiTeams,
  touchpoints: fiTouchpoints,
  ui: fiUi,
};

/** All texts of the screens by namespace (= file name); English is the reference the others are checked against. */
export const MESSAGES: Record<Locale, typeof en> = { en, fi: fi as typeof en };
export type Messages = typeof en;
export type Namespace = keyof Messages;

/** Texts of respondent pages and mails, also in Swedish. */
export const RESPONDENT_MESSAGES = {
  en: { mail: enMail, rater: enRater, respondent: enRespondent },
  fi: {
    mail: fiMail as typeof enMail,
    rater: fiRater as typeof enRater,
    respondent: fiRespondent as typeof enRespondent,
  },
  sv: {
    mail: svMail as typeof enMail,
    rater: svRater as typeof enRater,
    respondent: svRespondent as typeof enRespondent,
  },
};
