import { notFound } from "next/navigation";

/** Every address that no route knows: without this the framework's own page would answer, in no language of ours. */
export default function MissingPage() {
  notFound();
}
