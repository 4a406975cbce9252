import "server-only";

/** What holds for all endpoints, in the OpenAPI document and on the readable page. */
export const GUIDE: readonly { title: string; paragraphs: readonly string[] }[] = [
  {
    title: "Keys",
    paragraphs: [
      "An owner makes keys in Settings → API. A key is shown once and belongs to one organization; a read key only reads. Send it in a header, never in an address: Authorization: Bearer lm_…",
      "A revoked key gets 401 at once from the process that revoked it and within a second from any other.",
    ],
  },
  {
    title: "Trying again",
    paragraphs: [
      "POST requests take an Idempotency-Key (1 to 200 visible ASCII characters). For 24 hours the same key with the same body gives the first answer again, with the header Idempotency-Replayed: true, and does nothing new, also when both arrive at once. The same key with another body is 409. Only requests that succeeded are remembered.",
      "An encounter's externalReference does the same for good: an encounter with a known reference is not recorded again.",
    ],
  },
  {
    title: "Problems",
    paragraphs: [
      "Whatever is not a success is application/problem+json (RFC 9457). `errors` names each place that is wrong: `pointer` is a JSON pointer into the body, `parameter` a parameter of the address. `instance` is the request's id, the same as in the header X-Request-Id; say it when you ask about a failure.",
    ],
  },
  {
    title: "Limits",
    paragraphs: [
      "A key may make a number of requests a minute, which the operator sets and each web process counts for itself. RateLimit-Limit tells it, RateLimit-Remaining what is left of it, RateLimit-Reset the seconds until it is whole again; RateLimit and RateLimit-Policy say the same in one. Beyond the limit: 429 with Retry-After. When the product has more to do than it can: 503 with Retry-After; nothing of the request was stored.",
      "A body has at most 1 MB, a file of answers 200 MB.",
    ],
  },
  {
    title: "Time",
    paragraphs: [
      "Moments are ISO 8601 with an offset. Days are those of the organization's time zone, weeks begin on Monday, and periods are half-open: from the first day on, up to but without `to`. January is from=2026-01-01&to=2026-02-01.",
    ],
  },
  {
    title: "Figures",
    paragraphs: [
      "Figures are not rounded and are the same as on the screens: NPS in points from −100 to 100, CSAT as a share from 0 to 1, CES as a mean from 1 to 7, each with its number of answers `n` and its 95 % interval. Without answers the value is null, never 0.",
    ],
  },
  {
    title: "Anonymous answers",
    paragraphs: [
      "An answer to an anonymous survey tells its day only (`answeredAt` is the day's first moment), and neither encounter, employee, encounter type nor segment. Narrowed by one of the latter three, the list of responses leaves anonymous ones out; figures count them.",
    ],
  },
  {
    title: "Audits",
    paragraphs: [
      "Programs see an audit when it is open to the whole organization, a few days after its publication: those concerned read it first. A mystery visit and an open observation measure different things; no figure counts both. A score is in per cent, and a failed critical item makes the verdict, whatever the score.",
    ],
  },
];
