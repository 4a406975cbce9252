import type { Scope } from "@/server/scope";
import { buildCustomer } from "../../tests/factories/people";
import type { Random } from "../../tests/factories/random";
import { asciiName } from "./cast";
import { FIRST_NAMES, LAST_NAMES, SEGMENTS } from "./names";

export type DemoCustomer = {
  row: ReturnType<typeof buildCustomer>;
  /** From when on the customer has unsubscribed, if ever; the seed decides it after a mail. */
  unsubscribedAt: Date | null;
  lastInvitedAt: Date | null;
};

/** The chain's customers: most Finnish-speaking, some without an address, a few who refused consent. */
export function buildCustomers(random: Random, scope: Scope, count: number, createdAt: Date): DemoCustomer[] {
  return Array.from({ length: count }, (_, index) => {
    const language = random.pickWeighted([
      ["fi", 0.81],
      ["sv", 0.11],
      ["en", 0.08],
    ] as const);
    const name = `${random.pick(FIRST_NAMES[language])} ${random.pick(LAST_NAMES[language])}`;
    const hasAddress = random.chance(0.94);
    return {
      unsubscribedAt: null,
      lastInvitedAt: null,
      row: buildCustomer(scope, {
        name,
        email: hasAddress ? `${asciiName(name)}.${index + 1}@asiakas.example` : null,
        phone: hasAddress ? null : `+358 40 ${String(5_000_000 + index)}`,
        externalReference: `A${String(100_000 + index)}`,
        language,
        segment: random.pickWeighted(SEGMENTS),
        consent: random.pickWeighted([
          ["given", 0.72],
          ["not_asked", 0.25],
          ["refused", 0.03],
        ] as const),
        createdAt,
      }),
    };
  });
}
