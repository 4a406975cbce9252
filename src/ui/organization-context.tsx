"use client";

import { createContext, type ReactNode, use } from "react";

const OrganizationContext = createContext<{ slug: string } | null>(null);

/** Says which organization the forms and buttons below act in. */
export function OrganizationProvider({ slug, children }: { slug: string; children: ReactNode }) {
  return <OrganizationContext value={{ slug }}>{children}</OrganizationContext>;
}

/** The slug of the organization on screen; empty on pages outside any organization (sign-in, password reset). */
export function useOrganizationSlug(): string {
  return use(OrganizationContext)?.slug ?? "";
}
