import type { AnyLine, Lines } from "./line";
import { invitations, responses } from "./tables/answering";
import { dashboards } from "./tables/dashboards";
import { encounters } from "./tables/encounters";
import { importsCommands } from "./tables/imports-commands";
import { importsQueries } from "./tables/imports-queries";
import { organizationsAccounts } from "./tables/organizations-accounts";
import { organizationsActions } from "./tables/organizations-actions";
import { organizationsMembers } from "./tables/organizations-members";
import { peopleActions } from "./tables/people-actions";
import { peopleCommands } from "./tables/people-commands";
import { peoplePlaces } from "./tables/people-places";
import { peopleQueries } from "./tables/people-queries";
import { surveys } from "./tables/surveys";
import { touchpoints } from "./tables/touchpoints";

/** Every query, command and action of the product, by feature. */
const TABLE: Record<string, Lines> = {
  organizations: { ...organizationsMembers, ...organizationsAccounts, ...organizationsActions },
  touchpoints,
  encounters,
  imports: { ...importsQueries, ...importsCommands },
  people: { ...peopleQueries, ...peopleCommands, ...peoplePlaces, ...peopleActions },
  surveys,
  invitations,
  responses,
  dashboards,
};

/** The lines one by one, each with the export's name and its place among the lines of that export. */
export const ENTRIES = Object.entries(TABLE).flatMap(([feature, lines]) =>
  Object.entries(lines).flatMap(([name, found]) =>
    [found].flat().map((line, index): [string, AnyLine, number] => [`${feature}/${name}`, line, index]),
  ),
);
