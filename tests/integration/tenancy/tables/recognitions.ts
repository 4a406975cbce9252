import type { Lines } from "../line";

export const recognitions: Lines = {};
