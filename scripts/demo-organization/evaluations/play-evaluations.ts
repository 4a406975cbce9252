import { ensureReadyBehaviours } from "@/features/behaviours/commands/ensure-ready-behaviours";
import { READY_FRAMEWORKS } from "@/features/evaluation-frameworks/ready-frameworks/ready-frameworks";
import { releaseReports } from "@/features/evaluation-reports/commands/release-reports";
import { withScope } from "@/server/database";
import { createFramework, type TestFramework } from "../../../tests/factories/evaluations";
import type { Random } from "../../../tests/factories/random";
import type { DemoCast } from "../cast";
import { playBetweenCycles } from "./between-cycles";
import { type CyclePlan, type DemoEmployee, playCycle } from "./play-cycle";
import { DEMO_EMPLOYEE } from "./story";

const DAY = 86_400_000;

/**
 * Plays two cycles a year apart, both released, and one that is collecting; then what happened between them: the demo
 * employee's plan, diary and feedback, and thanks on the wall. Resolves to the number of released reports.
 */
export async function playEvaluations(random: Random, cast: DemoCast, now: Date): Promise<number> {
  const framework = await publishFramework(cast, new Date(now.getTime() - 420 * DAY));
  const demoEmployee = cast.employees.find(
    ({ row }) => row.id === cast.employeeMember.scope.employeeId,
  ) as DemoEmployee;
  const traits = makeTraits(random, framework, demoEmployee);
  const day = (days: number) => new Date(new Date(now.getTime() + days * DAY).toISOString().slice(0, 10));
  const at = (...locations: number[]) =>
    cast.employees.filter(({ locationIndex }) => locations.includes(locationIndex));
  const teamsOf = (employees: DemoEmployee[]) =>
    [...new Set(employees.map(({ row }) => row.teamId))].filter((id) => id != null);
  const finished = async (
    plan: Pick<CyclePlan, "name" | "opensOn" | "closesOn" | "employees" | "traits">,
  ) => {
    const cycleId = await playCycle(random, cast, framework, {
      status: "closed",
      progress: 1,
      asksMany: demoEmployee,
      teamIds: teamsOf(plan.employees.filter(({ locationIndex }) => locationIndex === 1)),
      ...plan,
    });
    const releasedAt = new Date(plan.closesOn.getTime() + 3 * DAY);
    const { released } = await releaseReports({ ...cast.owner.scope, now: releasedAt }, cycleId);
    return { cycleId, released };
  };
  const earlier = await finished({
    name: "360-arviointi: syksy 2025",
    opensOn: day(-392),
    closesOn: day(-371),
    employees: at(0, 1),
    traits: traits.earlier,
  });
  const latest = await finished({
    name: "360-arviointi: syksy 2026",
    opensOn: day(-42),
    closesOn: day(-21),
    employees: at(0, 1, 2),
    traits: traits.now,
  });
  await playCycle(random, cast, framework, {
    name: "360-arviointi: Oulu ja uudet työntekijät",
    opensOn: day(-5),
    closesOn: day(9),
    status: "collecting",
    progress: 0.5,
    employees: [...at(3), ...at(1).slice(0, 4)],
    teamIds: [],
    waitsFor: demoEmployee,
    traits: traits.now,
  });
  await playBetweenCycles(cast, { demoEmployee, cycleId: latest.cycleId, now });
  return earlier.released + latest.released;
}

async function publishFramework(cast: DemoCast, now: Date): Promise<TestFramework> {
  const scope = { ...cast.organization.scope, now };
  const [ready] = READY_FRAMEWORKS;
  if (!ready) throw new Error("no ready framework");
  const behaviourIds = await withScope(scope, (tx) =>
    ensureReadyBehaviours(tx, scope, [...ready.behaviourKeys]),
  );
  return createFramework(scope, { name: ready.name.fi, definition: ready.build(behaviourIds) });
}

/** How each employee differs between competencies: lasting, a little better in the second year where coached. */
function makeTraits(random: Random, { definition }: TestFramework, demoEmployee: DemoEmployee) {
  const lasting = new Map<string, number>();
  const coached = new Map<string, number>();
  const nameOf = (employee: DemoEmployee, key: string) => `${employee.row.id} ${key}`;
  return {
    earlier: (employee: DemoEmployee, key: string) => trait(employee, key, "earlier"),
    now: (employee: DemoEmployee, key: string) => trait(employee, key, "now"),
  };
  function trait(employee: DemoEmployee, key: string, when: "earlier" | "now") {
    if (employee === demoEmployee)
      return { seen: DEMO_EMPLOYEE[when][key] ?? 0, self: DEMO_EMPLOYEE.self[key] ?? 0 };
    const name = nameOf(employee, key);
    if (!lasting.has(name)) {
      lasting.set(name, random.normal(0, 0.3));
      coached.set(name, definition.competencies[1]?.key === key ? 0.3 : random.normal(0.05, 0.12));
    }
    const gained = when === "now" ? (coached.get(name) ?? 0) : 0;
    return { seen: (lasting.get(name) ?? 0) + gained, self: random.normal(0, 0.4) };
  }
}
