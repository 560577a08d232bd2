import { Form, Link, useNavigation } from "@remix-run/react";
import type { ShownContest } from "#app/modules/contests/load-contests.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { CallOffForm } from "#app/site/call-off-form.tsx";
import type { FormReply } from "#app/site/form-errors.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";

interface ActsProps {
  contest: ShownContest;
  /** Its page's address. */
  page: string;
}

/** A draft: what keeps it from being opened, and what can be done with it. */
export function DraftActs({ contest, page }: ActsProps) {
  const t = useT();
  const sending = useNavigation().formData?.get("intent");
  const { missing } = contest;
  return (
    <Section id="draft" title={t("contestKeeping.draft")}>
      {missing.length > 0 ? (
        <Notice tone="warn" title={t("contestKeeping.missing")} announce={false}>
          <ul className="list-disc pl-5">
            {missing.map((each) => (
              <li key={each}>{t(`contestKeeping.missing.${each}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <p className="max-w-prose text-ink-soft">{t("contestKeeping.draft.means")}</p>
      )}
      <Form method="post" className="mt-4 flex flex-wrap gap-3">
        <Button name="intent" value="open" pending={sending === "open"}>
          {t("contestKeeping.open")}
        </Button>
        <ButtonLink to={`${page}/edit`} look="quiet">
          {t("contestKeeping.edit")}
        </ButtonLink>
        <Button name="intent" value="discard" look="danger" pending={sending === "discard"}>
          {t("contestKeeping.discard")}
        </Button>
      </Form>
    </Section>
  );
}

/** One that runs: entries are closed once nothing waits, or opened again. */
export function RunningActs({ contest, page }: ActsProps) {
  const t = useT();
  const sending = useNavigation().formData?.get("intent");
  const { state, unsettled } = contest;
  const intent = state === "open" ? "close" : "reopen";
  return (
    <Section id="running" title={t(`contestKeeping.running.${state as "open" | "closed"}`)}>
      {unsettled.length > 0 && (
        <div className="mb-4">
          <Notice
            tone="warn"
            title={t("contestKeeping.unsettled", { count: unsettled.length })}
            announce={false}
          >
            <p>
              {t("contestKeeping.unsettled.means", { numbers: unsettled.slice(0, 30).join(", ") })}{" "}
              <Link to={`${page}?waiting=yes#entries`}>{t("contestKeeping.unsettled.look")}</Link>
            </p>
          </Notice>
        </div>
      )}
      <p className="max-w-prose text-ink-soft">{t(`contestKeeping.${intent}.means`)}</p>
      <Form method="post" className="mt-4">
        <Button
          name="intent"
          value={intent}
          look={intent === "reopen" ? "quiet" : undefined}
          pending={sending === intent}
        >
          {t(`contestKeeping.${intent}`)}
        </Button>
      </Form>
    </Section>
  );
}

/** Calls a contest off, with a reason that its entrants read. */
export function CallOff({ reply }: { reply: FormReply | undefined }) {
  const t = useT();
  return (
    <CallOffForm
      label={t("contestKeeping.callOff")}
      means={t("contestKeeping.callOff.means")}
      reason={{ En: t("contestKeeping.reasonEn"), Zh: t("contestKeeping.reasonZh") }}
      reply={reply}
    />
  );
}
