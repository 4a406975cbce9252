import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const BUCKET = {
  name: "photos",
  region: "eu-north-1",
  accessKey: "an-access-key",
  secretKey: "a-secret-key",
};

type Stored = { bytes: Buffer; contentType: string | undefined };

/**
 * A bucket as S3's clients see it, in this process: PUT, GET and DELETE of objects by path. Every request has to be signed
 * (AWS signature 4), which is worked out here from the specification and not with the product's library; what is signed
 * otherwise, or has another body than it says, is refused.
 */
export async function startBucketServer() {
  const objects = new Map<string, Stored>();
  const requests: string[] = [];
  const failing = { next: 0 };
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      requests.push(`${request.method} ${request.url}`);
      const problem = findSignatureProblem(request, body);
      if (problem) return end(response, 403, `<Error><Code>${problem}</Code></Error>`);
      if (failing.next > 0) {
        failing.next -= 1;
        return end(response, 503, "<Error><Code>SlowDown</Code></Error>");
      }
      const path = request.url ?? "";
      if (!path.startsWith(`/${BUCKET.name}/`))
        return end(response, 404, "<Error><Code>NoSuchBucket</Code></Error>");
      if (request.method === "PUT") {
        objects.set(path, { bytes: body, contentType: request.headers["content-type"] });
        return end(response, 200);
      }
      const found = objects.get(path);
      if (request.method === "DELETE") {
        objects.delete(path);
        return end(response, 204);
      }
      return found
        ? end(response, 200, found.bytes)
        : end(response, 404, "<Error><Code>NoSuchKey</Code></Error>");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    failing,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function end(response: ServerResponse, status: number, body: string | Buffer = "") {
  response.writeHead(status).end(body);
}

const sha256 = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

function findSignatureProblem(request: IncomingMessage, body: Buffer): string | null {
  const { headers, method, url = "" } = request;
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
    headers.authorization ?? "",
  );
  if (!parts) return "AccessDenied";
  const [, credential = "", signedHeaders = "", signature] = parts;
  const [accessKey, day = "", region = "", service = ""] = credential.split("/");
  if (accessKey !== BUCKET.accessKey || region !== BUCKET.region || service !== "s3")
    return "InvalidAccessKeyId";
  const hash = headers["x-amz-content-sha256"] as string;
  // Bodies are signed as well; what has none may say so.
  if (hash !== "UNSIGNED-PAYLOAD" && hash !== sha256(body)) return "XAmzContentSHA256Mismatch";
  if (method === "PUT" && hash === "UNSIGNED-PAYLOAD") return "BodyNotSigned";
  for (const name of ["host", "x-amz-date", "x-amz-content-sha256"])
    if (!signedHeaders.split(";").includes(name)) return "HeadersNotSigned";
  const canonical = [
    method,
    url,
    "",
    ...signedHeaders.split(";").map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    signedHeaders,
    hash,
  ].join("\n");
  const toSign = [
    "AWS4-HMAC-SHA256",
    headers["x-amz-date"],
    `${day}/${region}/s3/aws4_request`,
    sha256(canonical),
  ];
  const key = ["s3", "aws4_request"].reduce(
    (secret, part) => hmac(secret, part),
    hmac(hmac(`AWS4${BUCKET.secretKey}`, day), region),
  );
  return hmac(key, toSign.join("\n")).toString("hex") === signature ? null : "SignatureDoesNotMatch";
}
