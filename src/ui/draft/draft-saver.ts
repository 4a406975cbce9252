import type { ActionFailure, ActionResult } from "@/server/action-result";

/** What an editor edits and saves as one. */
type DraftParts = { definition: unknown; settings: unknown };

/** The draft as the server holds it: its revision changes with every save. */
type Stored = DraftParts & { revision: string; status: string };

/**
 * What has become of the draft on screen: "saved" on the server; "changed" and about to be sent; "saving"; "invalid":
 * refused because of the marked fields; "failed": did not get through and is tried again; "conflict": somebody else saved
 * meanwhile and the person must choose.
 */
export type SaveState = "saved" | "changed" | "saving" | "invalid" | "failed" | "conflict";

export type DraftSnapshot<Draft extends DraftParts, Details extends Draft & Stored> = {
  draft: Draft;
  state: SaveState;
  revision: string;
  /** Error text by field name ("definition.main.text.fi", "settings.name"). */
  errors: Record<string, string>;
  failure: ActionFailure | null;
  /** What somebody else saved meanwhile. */
  theirs: Details | null;
};

export type DraftConnection<Draft extends DraftParts, Details extends Draft & Stored> = {
  save: (draft: Draft, revision: string) => Promise<ActionResult<{ revision: string }>>;
  read: () => Promise<ActionResult<Details>>;
  /** Whether two drafts say the same, however their spaces, keys and lists are written. */
  isSame: (a: Draft, b: Draft) => boolean;
};

const PAUSE_BEFORE_SAVING = 800;
const FIRST_RETRY = 4_000;
const LONGEST_RETRY = 60_000;

/**
 * Keeps a draft on the server while it is being edited: sends it after a pause in typing, one save at a time, tries again
 * when the connection is lost, and never overwrites what somebody else saved without asking. What is typed stays in
 * `draft` whatever happens.
 */
export class DraftSaver<Draft extends DraftParts, Details extends Draft & Stored> {
  private snapshot: DraftSnapshot<Draft, Details>;
  private saved: Draft;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private failures = 0;

  constructor(
    start: Details,
    private readonly connection: DraftConnection<Draft, Details>,
  ) {
    this.saved = draftOf(start);
    this.snapshot = {
      draft: this.saved,
      state: "saved",
      revision: start.revision,
      errors: {},
      failure: null,
      theirs: null,
    };
  }

  readonly getSnapshot = (): DraftSnapshot<Draft, Details> => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Changes the draft; `field` names the field whose error, if it has one, no longer applies. */
  change(update: (draft: Draft) => Draft, field?: string): void {
    const { errors, state } = this.snapshot;
    const remaining = Object.entries(errors).filter(([name]) => name !== field && !isInside(name, field));
    this.show({
      draft: update(this.snapshot.draft),
      errors: Object.fromEntries(remaining),
      state: state === "conflict" || state === "saving" ? state : "changed",
    });
    this.failures = 0;
    if (state !== "conflict") this.saveIn(PAUSE_BEFORE_SAVING);
  }

  /** Sends at once what is not saved yet. Whether everything is saved in the end. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    await this.running;
    if (this.needsSaving()) await this.save();
    // Typed on while that was under way.
    if (this.snapshot.state === "changed") return this.flush();
    return this.snapshot.state === "saved";
  }

  /** Tells that the server's revision moved on by an act of this same editor (published, paused …). */
  adoptRevision(revision: string): void {
    this.show({ revision });
  }

  /** Looks whether somebody else saved meanwhile: shows theirs at once if nothing of ours would be lost, else asks. */
  async compareWithServer(): Promise<void> {
    if (this.running || this.snapshot.state === "conflict") return;
    const result = await this.connection.read();
    if (!result.ok || this.running) return;
    if (result.data.revision === this.snapshot.revision) return;
    if (this.needsSaving()) this.meet(result.data);
    else this.take(result.data);
  }

  /** Gives up the own changes for what somebody else saved. */
  takeTheirs(): void {
    if (this.snapshot.theirs) this.take(this.snapshot.theirs);
  }

  /** Saves the own draft over what somebody else saved; `revision` if theirs has moved on by an act of this editor. */
  keepMine(revision?: string): Promise<boolean> {
    const { theirs } = this.snapshot;
    if (!theirs) return Promise.resolve(this.snapshot.state === "saved");
    this.saved = draftOf(theirs);
    this.show({ revision: revision ?? theirs.revision, theirs: null, state: "changed" });
    return this.flush();
  }

  /** Ends the timers; a save under way goes on. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private needsSaving(): boolean {
    return this.snapshot.state !== "saved" && this.snapshot.state !== "conflict";
  }

  private saveIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), milliseconds);
  }

  private async save(): Promise<void> {
    await this.running;
    if (!this.needsSaving()) return;
    this.running = this.send().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  private async send(): Promise<void> {
    const { draft, revision } = this.snapshot;
    this.show({ state: "saving", failure: null });
    const result = await this.connection.save(draft, revision);
    if (result.ok) {
      this.saved = draft;
      this.failures = 0;
      const isCurrent = this.snapshot.draft === draft;
      this.show({
        revision: result.data.revision,
        state: isCurrent ? "saved" : "changed",
        errors: isCurrent ? {} : this.snapshot.errors,
      });
      if (!isCurrent) this.saveIn(PAUSE_BEFORE_SAVING);
    } else if (result.code === "conflict") {
      const latest = await this.connection.read();
      if (latest.ok) this.meet(latest.data);
      else this.fail(latest);
    } else if (result.code === "invalid") {
      this.show({ state: "invalid", errors: result.fields ?? {}, failure: result });
    } else {
      this.fail(result);
    }
  }

  /** Our save met another revision. When only the state (published, paused) changed, nobody's texts are at stake: go on. */
  private meet(latest: Details): void {
    if (latest.status !== "archived" && this.connection.isSame(latest, this.saved)) {
      this.show({ revision: latest.revision, state: "changed" });
      this.saveIn(0);
    } else {
      this.show({ state: "conflict", theirs: latest });
    }
  }

  private take(latest: Details): void {
    clearTimeout(this.timer);
    this.saved = draftOf(latest);
    this.show({
      draft: this.saved,
      revision: latest.revision,
      state: "saved",
      errors: {},
      failure: null,
      theirs: null,
    });
  }

  private fail(failure: ActionFailure): void {
    this.show({ state: "failed", failure });
    if (failure.code !== "unexpected") return;
    this.saveIn(Math.min(FIRST_RETRY * 2 ** this.failures, LONGEST_RETRY));
    this.failures += 1;
  }

  private show(changes: Partial<DraftSnapshot<Draft, Details>>): void {
    this.snapshot = { ...this.snapshot, ...changes };
    for (const listener of this.listeners) listener();
  }
}

function draftOf<Draft extends DraftParts>({ definition, settings }: Draft): Draft {
  return { definition, settings } as Draft;
}

function isInside(name: string, field: string | undefined): boolean {
  return field !== undefined && name.startsWith(`${field}.`);
}
