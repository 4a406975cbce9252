import type { Lines } from "../line";

export const evaluationRatings: Lines = {};
