import type { Lines } from "../line";

export const evaluationCycles: Lines = {};
