import { Form, Link } from "@remix-run/react";
import { showCode } from "#app/platform/unguessable-code.ts";
import { useT } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Input } from "#app/ui/input.tsx";
import { Section } from "#app/ui/page.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

type Kept = {
  id: number;
  code: string;
  name: string | null;
  says: string;
  state: "valid" | "replaced" | "withdrawn";
  endedAt: Date | string | null;
};

interface KeptCertificatesProps {
  eventId: number;
  list: { certificates: readonly Kept[]; next: number | null; isFirst: boolean };
  find: string;
  reply: FormReply | undefined;
}

/** What was issued, with what can be done with each. */
export function KeptCertificates({ eventId, list, find, reply }: KeptCertificatesProps) {
  const t = useT();
  const { day } = useFigures();
  const of = `/admin/events/${eventId}/certificates`;
  const columns: Column<Kept>[] = [
    {
      key: "name",
      head: t("certificateKeeping.name"),
      cell: ({ name }) =>
        name === null ? (
          t("certificateKeeping.nameless")
        ) : (
          <bdi className="[overflow-wrap:anywhere]">{name}</bdi>
        ),
    },
    { key: "for", head: t("certificateKeeping.for"), cell: ({ says }) => says },
    {
      key: "code",
      head: t("certificateKeeping.code"),
      cell: ({ code }) => (
        <Link to={`/certificates/${code}`} className="figure whitespace-nowrap">
          {showCode(code)}
        </Link>
      ),
    },
    {
      key: "state",
      head: t("certificateKeeping.state"),
      cell: ({ state, endedAt }) => (
        <Badge tone={state === "valid" ? "ok" : "plain"} wraps>
          {t(`certificateKeeping.state.${state}`, { day: endedAt ? day(endedAt) : "" })}
        </Badge>
      ),
    },
    {
      key: "acts",
      head: t("certificateKeeping.one"),
      cell: (kept) =>
        kept.state === "valid" && kept.name !== null ? (
          <Acts of={of} kept={{ ...kept, name: kept.name }} reply={reply} />
        ) : (
          "—"
        ),
    },
  ];
  if (list.certificates.length === 0 && list.isFirst && find === "") return null;
  const older = new URLSearchParams({ ...(find && { find }), before: String(list.next) });
  return (
    <Section id="issued" title={t("certificateKeeping.list")}>
      <Form method="get" className="mb-4 flex max-w-md items-end gap-3">
        <Input
          id="find"
          name="find"
          type="search"
          label={t("certificateKeeping.find")}
          defaultValue={find}
          className="flex-1"
        />
        <Button look="quiet">{t("certificateKeeping.find.go")}</Button>
      </Form>
      {list.certificates.length === 0 ? (
        <p>{t("certificateKeeping.find.none")}</p>
      ) : (
        <Table
          caption={t("certificateKeeping.list")}
          columns={columns}
          rows={list.certificates}
          rowKey={({ id }) => id}
        />
      )}
      <Pager
        label={t("certificateKeeping.pages")}
        newer={list.isFirst ? undefined : { to: of, label: t("certificateKeeping.first") }}
        older={
          list.next ? { to: `${of}?${older}`, label: t("certificateKeeping.more") } : undefined
        }
      />
    </Section>
  );
}

function Acts({
  of,
  kept: { code, name },
  reply,
}: {
  of: string;
  kept: Kept & { name: string };
  reply: FormReply | undefined;
}) {
  const t = useT();
  const isWrong = typedInto(reply, "code") === code;
  return (
    <div className="grid gap-2">
      <Link to={`${of}/${code}`}>{t("certificates.printPage")}</Link>
      <Disclosure summary={t("certificateKeeping.correct")} open={isWrong}>
        <Form method="post" className="grid max-w-sm gap-3">
          <input type="hidden" name="code" value={code} />
          <Input
            id={`name-${code}`}
            name="name"
            required
            maxLength={120}
            label={t("certificateKeeping.correct.name")}
            hint={t("certificateKeeping.correct.lead")}
            defaultValue={(isWrong && typedInto(reply, "name")) || name}
            errors={isWrong ? formErrors(reply, t).name : []}
          />
          <div>
            <Button name="intent" value="correct" look="quiet">
              {t("certificateKeeping.correct")}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}
