import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EnvironmentError, environmentSchema, parseEnvironment } from "./env";

const valid = {
  DATABASE_URL: "postgres://lastmetre:secret@localhost:5432/lastmetre",
  APP_URL: "https://survey.example.com",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  SMTP_URL: "smtp://localhost:25",
  MAIL_FROM: "Lastmetre <no-reply@example.com>",
};

function mistakesIn(source: Record<string, string>): string[] {
  try {
    parseEnvironment(source);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.lines;
    throw error;
  }
}

describe("parseEnvironment", () => {
  it("fills in what need not be set", () => {
    expect(parseEnvironment(valid)).toMatchObject({
      PORT: 3000,
      HOST: "0.0.0.0",
      TRUST_PROXY: 0,
      DEMO: false,
    });
  });

  it("names every missing variable, each on a line of its own", () => {
    expect(mistakesIn({})).toEqual(Object.keys(valid).map((name) => `${name}: is missing`));
  });

  it("takes an empty variable for one that is not set", () => {
    expect(mistakesIn({ ...valid, OIDC_ISSUER: "", PORT: " " })).toEqual([]);
    expect(mistakesIn({ ...valid, AUTH_SECRET: "" })).toEqual(["AUTH_SECRET: is missing"]);
  });

  it.each([
    ["DATABASE_URL", "mysql://localhost/lastmetre"],
    ["DATABASE_URL", "postgres://localhost"],
    ["DATABASE_POOL_SIZE", "0"],
    ["APP_URL", "survey.example.com"],
    ["APP_URL", "https://example.com/survey"],
    ["AUTH_SECRET", "short"],
    ["SMTP_URL", "mail.example.com"],
    ["MAIL_FROM", "Lastmetre"],
    ["PORT", "http"],
    ["PORT", "70000"],
    ["WORKER_CONCURRENCY", "2.5"],
    ["LOG_LEVEL", "loud"],
    ["DEMO", "perhaps"],
    ["FILE_STORAGE", "disk"],
    ["BUCKET_ENDPOINT", "https://bucket.example.com/photos"],
    ["BUCKET_NAME", "Photos of ours"],
  ])("says what is wrong with %s=%s without repeating the value", (name, value) => {
    const mistakes = mistakesIn({ ...valid, [name]: value });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(new RegExp(`^${name}: must `));
  });

  it("wants all variables of single sign-on or none, beside the other mistakes", () => {
    expect(mistakesIn({ ...valid, PORT: "x", OIDC_NAME: "Entra", OIDC_CLIENT_ID: "id" })).toEqual([
      "PORT: must be a whole number from 1 to 65535",
      "OIDC_ISSUER: is needed when another OIDC_ variable is set",
      "OIDC_CLIENT_SECRET: is needed when another OIDC_ variable is set",
    ]);
  });

  it("wants the bucket's variables where files go to a bucket", () => {
    expect(mistakesIn({ ...valid, FILE_STORAGE: "bucket", BUCKET_NAME: "photos" })).toEqual([
      "BUCKET_ENDPOINT: is needed when FILE_STORAGE is bucket",
      "BUCKET_ACCESS_KEY: is needed when FILE_STORAGE is bucket",
      "BUCKET_SECRET_KEY: is needed when FILE_STORAGE is bucket",
    ]);
  });

  it("drops the last slash of the address, so that links have one only", () => {
    expect(parseEnvironment({ ...valid, APP_URL: "https://survey.example.com/" }).APP_URL).toBe(
      valid.APP_URL,
    );
  });
});

it("every variable is explained in .env.example, and nothing else is", () => {
  const explained = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm)].map(
    (match) => match[1],
  );
  expect(explained.toSorted()).toEqual(Object.keys(environmentSchema.shape).toSorted());
});
