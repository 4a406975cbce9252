import { redirect } from "next/navigation";
import { listMemberships, requireUser } from "@/server/session";

/** The front door: straight to the user's organization. */
export default async function FrontPage() {
  const user = await requireUser();
  const [first] = await listMemberships(user.id);
  redirect(first ? `/o/${first.slug}` : "/account");
}
