import { z } from "zod";
import { checkbox } from "@/server/input";

/** The switch of the account page. */
export const digestSwitchInput = z.object({ wantsDigest: checkbox });
