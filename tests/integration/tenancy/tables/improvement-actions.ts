import type { Lines } from "../line";

export const improvementActions: Lines = {};
