import type { Lines } from "../line";

export const peerFeedback: Lines = {};
