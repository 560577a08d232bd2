import { Form, useNavigation } from "@remix-run/react";
import type { VersionListed } from "#app/modules/rules/load-rules-page.server.ts";
import type { RuleChange } from "#app/modules/rules/rule-changes.ts";
import { REASON_AT_MOST } from "#app/platform/reason.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { type FormReply, formErrors } from "#app/site/form-errors.ts";
import { typedInto } from "#app/site/typed.ts";
import { useFigures } from "#app/site/use-figures.ts";
import { Badge, type BadgeTone } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Textarea } from "#app/ui/input.tsx";
import { Sheet } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { changeWords, useRuleFigures } from "./rule-figures.ts";

const tones: Record<VersionListed["state"], BadgeTone> = {
  holds: "ok",
  "to-come": "warn",
  past: "plain",
  withdrawn: "refusal",
};

type When = string | Date;
/** As it comes over the wire: instants as text. */
type VersionShown = Omit<VersionListed, "startsAt" | "savedAt" | "withdrawal"> & {
  startsAt: When | null;
  savedAt: When;
  withdrawal: { by: string | null; at: When; reason: string } | null;
};

interface RuleVersionsProps {
  versions: VersionShown[];
  mayChange: boolean;
  /** The answer to the form that was just sent. */
  reply: FormReply | undefined;
}

/** Every version of the rules, newest first: from when, by whom, why, and what it changed. */
export function RuleVersions({ versions, mayChange, reply }: RuleVersionsProps) {
  return (
    <ul className="grid gap-4">
      {versions.map((version) => (
        <li key={version.version}>
          <Sheet>
            <VersionHead version={version} />
            {version.changes && (
              <div className="mt-3">
                <RuleChanges changes={version.changes} />
              </div>
            )}
            {mayChange && version.withdrawable && (
              <WithdrawForm version={version.version} reply={reply} />
            )}
          </Sheet>
        </li>
      ))}
    </ul>
  );
}

function VersionHead({ version }: { version: VersionShown }) {
  const { t, locale, timeZone } = useWords();
  const figures = useFigures();
  const { withdrawal } = version;
  const saved = formatMoment(version.savedAt, locale, timeZone);
  return (
    <>
      <h3 className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span>{t("rules.version", { version: version.version })}</span>
        <Badge tone={tones[version.state]}>{t(`rules.state.${version.state}`)}</Badge>
        <span className="font-normal text-ink-soft">
          {version.startsAt
            ? t("rules.from", { day: figures.day(version.startsAt) })
            : t("rules.fromTheBeginning")}
        </span>
      </h3>
      <p className="mt-1 max-w-prose">
        {version.startsAt ? <bdi>{version.note}</bdi> : t("rules.first")}
      </p>
      <p className="text-ink-soft">
        {version.savedBy
          ? t("rules.savedBy", { name: version.savedBy, when: saved })
          : t("rules.savedAt", { when: saved })}
      </p>
      {withdrawal && (
        <p className="mt-1 text-refusal">
          {t("rules.withdrawnBy", {
            name: withdrawal.by ?? "",
            when: formatMoment(withdrawal.at, locale, timeZone),
            reason: withdrawal.reason,
          })}
        </p>
      )}
    </>
  );
}

/** What changes, from what, to what. */
export function RuleChanges({ changes }: { changes: RuleChange[] }) {
  const { t } = useWords();
  const say = useRuleFigures();
  if (changes.length === 0) return <p className="text-ink-soft">{t("rules.noChanges")}</p>;
  return (
    <Table
      caption={t("rules.changes")}
      columns={[
        { key: "what", head: t("rules.changes.what"), cell: ({ what }) => what },
        { key: "before", head: t("rules.changes.before"), cell: ({ before }) => before },
        {
          key: "after",
          head: t("rules.changes.after"),
          cell: ({ after }) => <strong>{after}</strong>,
        },
      ]}
      rows={changes.map((change) => changeWords(t, say, change))}
      rowKey={({ what }) => what}
    />
  );
}

function WithdrawForm({ version, reply }: { version: number; reply: FormReply | undefined }) {
  const { t } = useWords();
  const sending = useNavigation().formData?.get("version") === String(version);
  const own = typedInto(reply, "version") === String(version) ? reply : undefined;
  return (
    <Disclosure summary={t("rules.withdraw")} open={own !== undefined}>
      <Form method="post" action="/admin/rules?index">
        <input type="hidden" name="version" value={version} />
        <Textarea
          id={`reason-${version}`}
          name="reason"
          rows={2}
          required
          maxLength={REASON_AT_MOST}
          defaultValue={typedInto(own, "reason")}
          label={t("rules.withdrawReason")}
          hint={t("rules.withdraw.hint")}
          errors={formErrors(own, t).reason}
        />
        <div className="mt-3">
          <Button look="danger" pending={sending}>
            {t("rules.withdraw")}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
