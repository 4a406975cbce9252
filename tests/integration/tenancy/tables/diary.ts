import type { Lines } from "../line";

export const diary: Lines = {};
