import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type OidcPerson = { sub: string; email?: string; email_verified?: boolean };

type Grant = { nonce: string; challenge: string; redirectUri: string; person: OidcPerson };

/**
 * A small OpenID Connect provider over real HTTP: discovery, authorization endpoint that lets `person` in without
 * asking, token endpoint that checks client, redirect address and PKCE, RS256 ID tokens, published keys.
 */
export class TestOidcServer {
  readonly clientId = "lastmetre-test";
  readonly clientSecret = "a-secret-between-two";
  /** Who sits at the browser. */
  person: OidcPerson = { sub: "nobody" };
  /** Signs with a key that is not published: what an impostor would have to do. */
  signsWithOtherKey = false;
  tokenRequests = 0;

  private readonly keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  private readonly otherKeys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  private readonly grants = new Map<string, Grant>();
  private server: Server | undefined;

  get issuer(): string {
    const address = this.server?.address() as AddressInfo | undefined;
    return `http://127.0.0.1:${address?.port}`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.issuer);
    if (url.pathname === "/.well-known/openid-configuration") return json(response, 200, this.describe());
    if (url.pathname === "/keys") return json(response, 200, { keys: [this.publicKey()] });
    if (url.pathname === "/authorize") return this.authorize(url.searchParams, response);
    if (url.pathname === "/token") return this.issueToken(request, response);
    json(response, 404, {});
  }

  private describe() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      code_challenge_methods_supported: ["S256"],
    };
  }

  private publicKey() {
    return { ...this.keys.publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };
  }

  private authorize(parameters: URLSearchParams, response: ServerResponse): void {
    const wanted = ["client_id", "redirect_uri", "state", "nonce", "code_challenge"];
    const missing = wanted.filter((name) => !parameters.get(name));
    const isOurs = parameters.get("client_id") === this.clientId;
    if (missing.length > 0 || !isOurs || parameters.get("code_challenge_method") !== "S256") {
      json(response, 400, { error: "invalid_request", missing });
      return;
    }
    const code = randomBytes(16).toString("hex");
    const redirectUri = parameters.get("redirect_uri") ?? "";
    this.grants.set(code, {
      nonce: parameters.get("nonce") ?? "",
      challenge: parameters.get("code_challenge") ?? "",
      redirectUri,
      person: this.person,
    });
    const back = new URL(redirectUri);
    back.searchParams.set("code", code);
    back.searchParams.set("state", parameters.get("state") ?? "");
    response.writeHead(302, { location: back.href }).end();
  }

  private async issueToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.tokenRequests += 1;
    const body = new URLSearchParams(await readBody(request));
    const credentials = Buffer.from(
      (request.headers.authorization ?? "").replace("Basic ", ""),
      "base64",
    ).toString();
    const grant = this.grants.get(body.get("code") ?? "");
    this.grants.delete(body.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url");
    if (credentials !== `${this.clientId}:${this.clientSecret}`)
      return json(response, 401, { error: "invalid_client" });
    if (grant?.challenge !== challenge || grant.redirectUri !== body.get("redirect_uri")) {
      return json(response, 400, { error: "invalid_grant" });
    }
    json(response, 200, {
      access_token: randomBytes(16).toString("hex"),
      token_type: "Bearer",
      expires_in: 300,
      id_token: this.signIdToken(grant),
    });
  }

  private signIdToken({ nonce, person }: Grant): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.issuer, aud: this.clientId, iat: now, exp: now + 300, nonce, ...person };
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const signed = `${encode({ alg: "RS256", kid: "one", typ: "JWT" })}.${encode(claims)}`;
    const { privateKey } = this.signsWithOtherKey ? this.otherKeys : this.keys;
    return `${signed}.${createSign("RSA-SHA256").update(signed).sign(privateKey, "base64url")}`;
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
