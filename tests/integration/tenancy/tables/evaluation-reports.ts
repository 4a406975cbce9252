import type { Lines } from "../line";

export const evaluationReports: Lines = {};
