import type { Lines } from "../line";

export const evaluationRaters: Lines = {};
