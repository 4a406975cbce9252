"use client";

import { Archive, ArchiveRestore, Trash2, UserRoundX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Menu, MenuButton, MenuSeparator } from "@/ui/menu";
import { MenuAction } from "@/ui/menu-action";
import { useToast } from "@/ui/toast";
import { useServerAction } from "@/ui/use-server-action";
import { archiveCustomerAction, deleteCustomerAction, restoreCustomerAction } from "../actions/customers";
import type { CustomerRow } from "../schema";
import { EraseCustomerDialog } from "./erase-customer-dialog";

/** The rarer acts on a customer: archive, delete while never met, erase on request (owner). */
export function CustomerMenu({
  customer,
  canErase,
  listHref,
}: {
  customer: CustomerRow;
  canErase: boolean;
  /** Where to go when the customer is no more. */
  listHref: string;
}) {
  const t = useTranslations("customers");
  const router = useRouter();
  const toast = useToast();
  const [isErasing, setErasing] = useState(false);
  const { id } = customer;
  const restoring = useServerAction(restoreCustomerAction, { successMessage: t("restored") });
  const archiving = useServerAction(archiveCustomerAction, {
    onSuccess: () => toast({ message: t("archived"), undo: () => restoring.run({ id }) }),
  });

  return (
    <>
      <Menu label={t("actions.more")} variant="secondary" size="medium">
        {customer.isArchived ? (
          <MenuButton icon={<ArchiveRestore aria-hidden />} onSelect={() => restoring.run({ id })}>
            {t("actions.restore")}
          </MenuButton>
        ) : (
          <MenuButton icon={<Archive aria-hidden />} onSelect={() => archiving.run({ id })}>
            {t("actions.archive")}
          </MenuButton>
        )}
        {!customer.isUsed && (
          <MenuAction
            action={deleteCustomerAction}
            input={{ id }}
            icon={<Trash2 aria-hidden />}
            danger
            successMessage={t("deleted")}
            onSuccess={() => router.push(listHref)}
            confirm={{
              title: t("deleteTitle"),
              consequences: t("deleteText"),
              label: t("actions.delete"),
            }}
          >
            {t("actions.delete")}
          </MenuAction>
        )}
        {canErase && (
          <>
            <MenuSeparator />
            <MenuButton icon={<UserRoundX aria-hidden />} danger onSelect={() => setErasing(true)}>
              {t("actions.erase")}
            </MenuButton>
          </>
        )}
      </Menu>
      <EraseCustomerDialog id={id} open={isErasing} onClose={() => setErasing(false)} />
    </>
  );
}
