import {
  unstable_getResponseFromNextConfig as answerOfConfig,
  unstable_doesMiddlewareMatch as doesProxyMatch,
} from "next/experimental/testing/server";
import { expect, it } from "vitest";
import nextConfig from "../next.config";
import { config } from "./proxy";

it.each([
  ["/", true],
  ["/o/kotikulma/comments", true],
  ["/s/preview/abc", true],
  ["/settings", true],
  ["/sign-in", true],
  ["/s/0123456789abcdef", false],
  ["/s/0123456789abcdef/unsubscribe", false],
  ["/s/0123456789abcdef/logo", false],
])("%s has its security headers once: from the proxy %s", async (url, isOfProxy) => {
  expect(doesProxyMatch({ config, url })).toBe(isOfProxy);
  const { headers } = await answerOfConfig({ url, nextConfig });
  expect(headers.has("content-security-policy")).toBe(!isOfProxy);
});

it.each(["/api/v1/metrics", "/_next/static/chunks/main.js"])("%s passes the proxy by", (url) => {
  expect(doesProxyMatch({ config, url })).toBe(false);
});
