import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import { applyChange, emptyEntry } from "./kept-entry";
import type {
  EntryStore,
  KeepChange,
  KeptEntry,
  PendingAnswer,
  PendingPhoto,
  PendingVisit,
} from "./outbox-types";

type Page = Pick<KeptEntry, "readAt" | "known" | "files" | "visit">;

interface EntryDatabase extends DBSchema {
  pages: { key: string; value: Page };
  answers: { key: [string, string]; value: PendingAnswer };
  photos: { key: [string, string]; value: PendingPhoto };
  visits: { key: string; value: PendingVisit };
  removals: { key: [string, string]; value: true };
}

const STORES = ["pages", "answers", "photos", "visits", "removals"] as const;
const PREFIX = "audit-entry-";

/** One database per member: whoever signs in next on the same device finds nothing of the one before. */
function openDatabase(memberId: string): Promise<IDBPDatabase<EntryDatabase>> {
  return openDB<EntryDatabase>(PREFIX + memberId, 1, {
    upgrade(database) {
      for (const store of STORES) database.createObjectStore(store);
    },
    // A newer page wants another layout, or everything is to be deleted: this one lets go.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

/** Every key of an audit in a store whose keys are [audit, …]. */
const keysOf = (auditId: string) => IDBKeyRange.bound([auditId, ""], [auditId, "\uffff"]);

/** Keeps an audit's entry in the browser's database; each call fails (rejects) in a browser that stores nothing. */
export function openEntryStore(memberId: string, auditId: string): EntryStore {
  let opened: Promise<IDBPDatabase<EntryDatabase>> | null = null;
  const open = () => {
    opened ??= openDatabase(memberId).catch((error) => {
      opened = null;
      throw error;
    });
    return opened;
  };

  return {
    async load() {
      const database = await open();
      const transaction = database.transaction(STORES, "readonly");
      const keys = keysOf(auditId);
      const [page, pendingAnswers, pendingPhotos, visit, removals] = await Promise.all([
        transaction.objectStore("pages").get(auditId),
        transaction.objectStore("answers").getAll(keys),
        transaction.objectStore("photos").getAll(keys),
        transaction.objectStore("visits").get(auditId),
        transaction.objectStore("removals").getAllKeys(keys),
      ]);
      return {
        ...emptyEntry(),
        ...page,
        pendingAnswers,
        pendingPhotos,
        pendingVisit: visit ?? null,
        removals: removals.map(([, fileId]) => fileId),
      };
    },

    async write(changes) {
      const database = await open();
      const transaction = database.transaction(STORES, "readwrite");
      const pages = transaction.objectStore("pages");
      const work: Promise<unknown>[] = [transaction.done];
      const changePage = changes.filter(({ part }) => ["page", "known", "files", "visit"].includes(part));
      if (changePage.length > 0) {
        const { readAt, known, files, visit } = changePage.reduce(applyChange, {
          ...emptyEntry(),
          ...(await pages.get(auditId)),
        });
        work.push(pages.put({ readAt, known, files, visit }, auditId));
      }
      for (const change of changes) {
        if (change.part === "answer" || change.part === "photo") {
          const store = transaction.objectStore(change.part === "answer" ? "answers" : "photos");
          const key: [string, string] = [auditId, change.key];
          work.push(
            change.value ? store.put(change.value as PendingAnswer & PendingPhoto, key) : store.delete(key),
          );
        } else if (change.part === "pendingVisit") {
          const store = transaction.objectStore("visits");
          work.push(change.value ? store.put(change.value, auditId) : store.delete(auditId));
        } else if (change.part === "removal") {
          const store = transaction.objectStore("removals");
          const key: [string, string] = [auditId, change.key];
          work.push(change.value ? store.put(true, key) : store.delete(key));
        }
      }
      await Promise.all(work);
    },

    async clear() {
      const database = await open();
      const transaction = database.transaction(STORES, "readwrite");
      const keys = keysOf(auditId);
      await Promise.all([
        transaction.objectStore("pages").delete(auditId),
        transaction.objectStore("answers").delete(keys),
        transaction.objectStore("photos").delete(keys),
        transaction.objectStore("visits").delete(auditId),
        transaction.objectStore("removals").delete(keys),
        transaction.done,
      ]);
    },
  };
}

/** Keeps an entry as long as the page is open, for tests and browsers that store nothing. */
export function openMemoryStore(): EntryStore {
  let entry = emptyEntry();
  return {
    load: () => Promise.resolve(entry),
    write: (changes: KeepChange[]) => {
      entry = changes.reduce(applyChange, entry);
      return Promise.resolve();
    },
    clear: () => {
      entry = emptyEntry();
      return Promise.resolve();
    },
  };
}

/** What a member's device keeps that has not been sent, by audit; nothing where nothing is stored. */
export async function listUnsent(memberId: string): Promise<Record<string, number>> {
  const names = (await indexedDB.databases?.())?.map(({ name }) => name);
  // Opening would make the database; whoever never entered an audit here needs none.
  if (names && !names.includes(PREFIX + memberId)) return {};
  const database = await openDatabase(memberId);
  const transaction = database.transaction(STORES, "readonly");
  const [answers, photos, visits, removals] = await Promise.all([
    transaction.objectStore("answers").getAllKeys(),
    transaction.objectStore("photos").getAllKeys(),
    transaction.objectStore("visits").getAllKeys(),
    transaction.objectStore("removals").getAllKeys(),
  ]);
  database.close();
  const counts: Record<string, number> = {};
  for (const key of [...answers, ...photos, ...visits, ...removals]) {
    const auditId = typeof key === "string" ? key : key[0];
    counts[auditId] = (counts[auditId] ?? 0) + 1;
  }
  return counts;
}

/** Forgets everything a member's device keeps; for tests. */
export function deleteEntryDatabase(memberId: string): Promise<void> {
  return deleteDB(PREFIX + memberId);
}
