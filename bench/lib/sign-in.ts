import { HttpConnection } from "./http-connection";

/** Signs in the way the sign-in form does and returns the session's cookie as a header line. */
export async function signIn(port: number, account: { email: string; password: string }): Promise<string> {
  const connection = new HttpConnection("127.0.0.1", port);
  try {
    const csrf = await connection.request("GET", "/api/auth/csrf");
    const { csrfToken } = JSON.parse(csrf.body.toString("utf8"));
    const answer = await connection.request(
      "POST",
      "/api/auth/callback/credentials",
      `${cookieHeader(csrf.cookies)}content-type: application/x-www-form-urlencoded\r\n`,
      new URLSearchParams({ csrfToken, ...account, json: "true" }).toString(),
    );
    const session = answer.cookies.filter((cookie) => cookie.includes("session"));
    if (session.length === 0) throw new Error(`signing in failed (status ${answer.status})`);
    return cookieHeader(session);
  } finally {
    connection.close();
  }
}

function cookieHeader(cookies: string[]): string {
  return `cookie: ${cookies.map((cookie) => cookie.split(";")[0]).join("; ")}\r\n`;
}
