import type { Lines } from "../line";

export const evaluationCohorts: Lines = {};
