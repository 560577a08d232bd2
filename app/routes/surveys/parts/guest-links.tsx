import type { GuestLink } from "#app/modules/surveys/load-guest-links.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

/** The links of those who came and are not in the club. */
export function GuestLinks({ links }: { links: readonly GuestLink[] }) {
  const t = useT();
  return (
    <Section id="guests" title={t("surveyResults.links")}>
      <p className="mb-3 max-w-prose text-ink-soft">{t("surveyResults.links.lead")}</p>
      <Table
        caption={t("surveyResults.links")}
        rows={links}
        rowKey={({ registrationId }) => registrationId}
        columns={[
          {
            key: "name",
            head: t("surveyResults.links.party"),
            cell: ({ name }) => <bdi>{name}</bdi>,
          },
          {
            key: "link",
            head: t("surveyResults.links.link"),
            cell: ({ link }) => <span className="text-[0.8125rem] break-all">{link}</span>,
          },
          {
            key: "state",
            head: t("surveyResults.links.state"),
            cell: ({ isAnswered }) => t(`surveyResults.links.${isAnswered ? "yes" : "no"}`),
          },
        ]}
      />
    </Section>
  );
}
