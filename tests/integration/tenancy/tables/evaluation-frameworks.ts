import type { Lines } from "../line";

export const evaluationFrameworks: Lines = {};
