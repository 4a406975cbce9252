import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { Random } from "../../tests/factories/random";
import { type Cast, SEGMENTS } from "./cast";
import { comments } from "./comments";

const SCALES = { nps: [0, 10], csat: [1, 5], ces: [1, 7] } as const;
const ROWS_PER_WRITE = 5000;

/** What the columns of `writeAnswerFile` mean, as the wizard and the programming interface take it. */
export const ANSWER_MAPPING = {
  columns: [
    { column: "Answered", use: "date", form: "ymd" },
    { column: "Metric", use: "metric" },
    { column: "Score", use: "score", metric: null },
    { column: "Touchpoint", use: "touchpoint" },
    { column: "Employee", use: "employee" },
    { column: "Segment", use: "segment" },
    { column: "Comment", use: "comment" },
  ],
};

/** A CSV file of answers of the last three years, one in each row; other ones for each `seed`. */
export async function writeAnswerFile(file: string, cast: Cast, rows: number, seed: number): Promise<void> {
  const random = new Random(seed);
  const output = createWriteStream(file);
  output.write("Answered,Metric,Score,Touchpoint,Employee,Segment,Comment\n");
  const start = Date.now() - 3 * 365 * 86_400_000;
  for (let written = 0; written < rows; written += ROWS_PER_WRITE) {
    const lines: string[] = [];
    for (let row = written; row < Math.min(rows, written + ROWS_PER_WRITE); row += 1) {
      const index = random.integer(0, cast.employees.length - 1);
      const employee = cast.employees[index] as Cast["employees"][number];
      const touchpoint = cast.touchpoints[random.pick(employee.touchpoints)] as Cast["touchpoints"][number];
      const [min, max] = SCALES[touchpoint.metric];
      const score = Math.round(Math.min(max, Math.max(min, random.normal(max * 0.82, max * 0.2))));
      const answeredAt = new Date(start + ((row + random.next()) / rows) * 3 * 365 * 86_400_000);
      const comment = random.chance(0.03) ? `"${random.pick(comments).comment}"` : "";
      lines.push(
        `${answeredAt.toISOString().slice(0, 16).replace("T", " ")},${touchpoint.metric.toUpperCase()},${score},${touchpoint.name},Työntekijä ${String(index + 1).padStart(4, "0")},${random.pick(SEGMENTS)},${comment}\n`,
      );
    }
    if (!output.write(lines.join(""))) await once(output, "drain");
  }
  output.end();
  await once(output, "finish");
}
