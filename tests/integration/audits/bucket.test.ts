import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { deleteAuditFile } from "@/features/audits/commands/delete-audit-file";
import { discardAudit } from "@/features/audits/commands/discard-audit";
import { forgetAuditFiles } from "@/features/audits/commands/forget-audit-files";
import { storeAuditFile } from "@/features/audits/commands/store-audit-file";
import { getAuditFile } from "@/features/audits/queries/get-audit-file";
import { NotFoundError } from "@/server/errors";
import { querySql, setUpTestDatabase } from "../../database";
import { createAuditForm } from "../../factories/audit-forms";
import { createAudit } from "../../factories/audits";
import { phonePhoto } from "../../factories/pictures";
import { createSmallOrganization } from "../../factories/small-organization";
import { BUCKET, startBucketServer } from "./bucket-server";

const database = setUpTestDatabase();
let bucket: Awaited<ReturnType<typeof startBucketServer>>;

beforeAll(async () => {
  bucket = await startBucketServer();
  Object.assign(process.env, {
    FILE_STORAGE: "bucket",
    BUCKET_ENDPOINT: bucket.endpoint,
    BUCKET_NAME: BUCKET.name,
    BUCKET_REGION: BUCKET.region,
    BUCKET_ACCESS_KEY: BUCKET.accessKey,
    BUCKET_SECRET_KEY: BUCKET.secretKey,
  });
});
afterAll(() => bucket.stop());

async function stage() {
  const cast = await createSmallOrganization();
  const form = await createAuditForm(cast.scope);
  const { id: auditId } = await createAudit(cast.scope, {
    form,
    auditorMemberId: cast.consultant.memberId,
    locationId: cast.location.id,
    touchpointId: cast.touchpoint.id,
    status: "draft",
  });
  const me = cast.consultant.scope;
  const store = async () =>
    storeAuditFile(me, { auditId, itemKey: "greeted", clientKey: uuidv7() }, await phonePhoto());
  return { ...cast, me, auditId, store, path: (id: string) => `/${BUCKET.name}/${me.organizationId}/${id}` };
}

/** The files that jobs are to remove from the bucket, with whether they wait for their time. */
async function jobsOf(organizationId: string) {
  const jobs = await querySql<{ payload: { fileIds: string[] }; waits: boolean }>(
    database.superuserUrl,
    `select payload, run_at > now() as waits from graphile_worker._private_jobs
      where payload->>'organizationId' = $1 and payload->'fileIds' is not null order by id`,
    [organizationId],
  );
  return jobs.map(({ payload, waits }) => ({ ids: payload.fileIds, waits }));
}

it("photos go to the bucket under the organization, signed, and come back as they went", async () => {
  const { me, store, path, auditId, owner } = await stage();
  const photo = await store();
  const kept = bucket.objects.get(path(photo.id));
  expect(kept?.contentType).toBe("image/jpeg");
  expect(kept?.bytes.length).toBe(photo.bytes);
  const [row] = await querySql(
    database.superuserUrl,
    "select storage, content, bytes from audit_files where id = $1",
    [photo.id],
  );
  expect(row).toEqual({ storage: "bucket", content: null, bytes: photo.bytes });
  const { content } = await getAuditFile(me, auditId, photo.id);
  expect(Buffer.from(content ?? [])).toEqual(kept?.bytes);
  // Who may not see the audit makes no request of the bucket.
  const before = bucket.requests.length;
  await expect(getAuditFile(owner.scope, auditId, photo.id)).rejects.toThrow(NotFoundError);
  expect(bucket.requests.length).toBe(before);
});

it("removes what was deleted or discarded, and an upload whose row never came, and nothing else", async () => {
  const { me, store, path, auditId } = await stage();
  const [kept, deleted] = [await store(), await store()];
  await deleteAuditFile(me, { auditId, fileId: deleted.id });
  expect(await jobsOf(me.organizationId)).toEqual([
    // Noted before each upload, should its row never come.
    { ids: [kept.id], waits: true },
    { ids: [deleted.id], waits: true },
    { ids: [deleted.id], waits: false },
  ]);
  await forgetAuditFiles(me, [kept.id, deleted.id]);
  await forgetAuditFiles(me, [deleted.id]);
  expect([bucket.objects.has(path(kept.id)), bucket.objects.has(path(deleted.id))]).toEqual([true, false]);
  await discardAudit(me, { auditId });
  expect((await jobsOf(me.organizationId)).at(-1)).toEqual({ ids: [kept.id], waits: false });
  await forgetAuditFiles(me, [kept.id]);
  expect(bucket.objects.has(path(kept.id))).toBe(false);
});

it("tries again when the bucket is busy, and stores no row for what it does not take", async () => {
  const { me, store, auditId } = await stage();
  bucket.failing.next = 2;
  const photo = await store();
  bucket.failing.next = 100;
  await expect(store()).rejects.toThrow(/PUT with 503/);
  bucket.failing.next = 0;
  const rows = await querySql(database.superuserUrl, "select id from audit_files where audit_id = $1", [
    auditId,
  ]);
  expect(rows).toEqual([{ id: photo.id }]);
  bucket.objects.clear();
  await expect(getAuditFile(me, auditId, photo.id)).rejects.toThrow(/GET with 404/);
});
