import { Contact, FileUp } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddCustomerButton, CustomerEditor } from "@/features/people/components/customer-editor";
import { CustomerList } from "@/features/people/components/customer-list";
import { getCustomerDefaults } from "@/features/people/queries/get-customer-defaults";
import { listCustomers } from "@/features/people/queries/list-customers";
import { listSegments } from "@/features/people/queries/list-segments";
import { CUSTOMER_STATES, customerListInput } from "@/features/people/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { FilterBar } from "@/ui/filter-bar";
import { LinkButton } from "@/ui/link-button";
import { ListFrame } from "@/ui/list-frame";
import { NothingFound } from "@/ui/nothing-found";
import { PageHeader } from "@/ui/page-header";
import { searchHref } from "@/ui/search-href";
import { SearchInput } from "@/ui/search-input";
import { Select } from "@/ui/select";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

export default async function CustomersPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/customers">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "customers.manage");
  const search = await searchParams;
  const input = customerListInput.parse(search);
  const [customers, segments, defaults, t, common] = await Promise.all([
    listCustomers(scope, input),
    listSegments(scope),
    getCustomerDefaults(scope),
    getTranslations("customers"),
    getTranslations("common"),
  ]);
  const path = `/o/${organization}/customers`;
  const isFiltered = [input.q, input.language, input.segment, input.state].some((value) => value !== "");
  const isEmpty = customers.total === 0 && !isFiltered;
  const buttons = (
    <>
      <LinkButton
        href={`/o/${organization}/imports/new?kind=customers`}
        icon={<FileUp aria-hidden className="size-4" />}
      >
        {t("import")}
      </LinkButton>
      <AddCustomerButton />
    </>
  );

  return (
    <ClientMessages namespaces={["customers", "common"]}>
      <CustomerEditor segments={segments} defaultLanguage={defaults.language}>
        <PageHeader title={t("title")} description={t("description")} actions={buttons} />
        <ListFrame
          filters={
            !isEmpty && (
              <FilterBar label={t("filters")} clearHref={isFiltered ? path : undefined}>
                <SearchInput label={t("search")} className="sm:w-72" />
                <Field name="language" label={t("language")} hideLabel>
                  <Select
                    options={(["fi", "sv", "en"] as const).map((language) => ({
                      value: language,
                      label: common(`language.${language}`),
                    }))}
                    placeholder={t("everyLanguage")}
                    defaultValue={input.language}
                    className="sm:w-36"
                  />
                </Field>
                {segments.length > 0 && (
                  <Field name="segment" label={t("segment")} hideLabel>
                    <Select
                      options={segments.map((segment) => ({ value: segment, label: segment }))}
                      placeholder={t("everySegment")}
                      defaultValue={input.segment}
                      className="sm:w-36"
                    />
                  </Field>
                )}
                <Field name="state" label={t("state")} hideLabel>
                  <Select
                    options={CUSTOMER_STATES.map((state) => ({ value: state, label: t(`states.${state}`) }))}
                    placeholder={t("states.active")}
                    defaultValue={input.state}
                    className="sm:w-40"
                  />
                </Field>
              </FilterBar>
            )
          }
          pagination={{ ...customers, href: (page) => searchHref(path, search, { page }) }}
        >
          <CustomerList
            customers={customers.rows}
            path={path}
            empty={
              isFiltered ? (
                <NothingFound title={t("noneFound")} text={t("noneFoundText")} clearHref={path} />
              ) : (
                <EmptyState icon={<Contact />} title={t("empty")} action={buttons}>
                  {t("emptyText")}
                </EmptyState>
              )
            }
          />
        </ListFrame>
      </CustomerEditor>
    </ClientMessages>
  );
}
