import { expect, test } from "vitest";
import { Admission } from "./admission";

/** What has been let in so far, in order. */
function watch(limits: { concurrency: number; queue: number; waitMilliseconds?: number }) {
  const admission = new Admission({ waitMilliseconds: 60_000, ...limits });
  const admitted: string[] = [];
  const refused: string[] = [];
  const enter = async (name: string, isUrgent = false, abandoned?: AbortSignal) => {
    const isAdmitted = await admission.enter({ isUrgent, abandoned });
    (isAdmitted ? admitted : refused).push(name);
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { admission, admitted, refused, enter, settle };
}

test("lets in so many, and the next when one leaves, in the order they came", async () => {
  const { admission, admitted, enter, settle } = watch({ concurrency: 2, queue: 10 });
  for (const name of ["a", "b", "c", "d"]) void enter(name);
  await settle();
  expect(admitted).toEqual(["a", "b"]);
  admission.leave();
  await settle();
  expect(admitted).toEqual(["a", "b", "c"]);
  admission.leave();
  admission.leave();
  await settle();
  expect(admitted).toEqual(["a", "b", "c", "d"]);
});

test("what is urgent passes what is not, also a full line of it", async () => {
  const { admission, admitted, refused, enter, settle } = watch({ concurrency: 1, queue: 2 });
  for (const name of ["working", "page 1", "page 2", "page 3"]) void enter(name);
  for (const name of ["answer 1", "answer 2", "answer 3"]) void enter(name, true);
  await settle();
  expect(refused).toEqual(["page 3", "answer 3"]);
  for (let left = 0; left < 4; left += 1) {
    admission.leave();
    await settle();
  }
  expect(admitted).toEqual(["working", "answer 1", "answer 2", "page 1", "page 2"]);
});

test("whoever has left the line is passed over, and takes no place", async () => {
  const { admission, admitted, refused, enter, settle } = watch({ concurrency: 1, queue: 1 });
  const leaving = new AbortController();
  void enter("working");
  void enter("leaving", false, leaving.signal);
  leaving.abort();
  void enter("staying");
  await settle();
  expect(refused).toEqual(["leaving"]);
  admission.leave();
  await settle();
  expect(admitted).toEqual(["working", "staying"]);
});

test("a wait that is too long ends in a refusal, and the places are all there again", async () => {
  const { admission, admitted, refused, enter } = watch({ concurrency: 1, queue: 5, waitMilliseconds: 20 });
  void enter("working");
  await enter("late");
  expect(refused).toEqual(["late"]);
  admission.leave();
  await enter("next");
  expect(admitted).toEqual(["working", "next"]);
});
