import type { AnswerMapping, ColumnUse } from "../mapping";
import type { ColumnProfile } from "../schema";
import type { MappingChoices } from "./mapping-choices";

/** Changes the mapping on screen; it is saved by itself. */
export type EditMapping = (change: (mapping: AnswerMapping) => AnswerMapping) => void;

/** What a column's row and its details are made of. */
export type ColumnRowProps = {
  id: string;
  profile: ColumnProfile;
  use: ColumnUse | null;
  /** Somewhere in the file stands which metric a score is of. */
  hasMetricColumn: boolean;
  hasTouchpointColumn: boolean;
  /** Other score columns of the same metric, whose values may be read alike. */
  alike: number;
  /** What is wrong with it, in words. */
  problem: string | null;
  choices: MappingChoices;
  edit: EditMapping;
};
