import { Form, Link, useNavigation } from "@remix-run/react";
import type { KeptResults } from "#app/modules/contest-results/load-kept-results.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { contestPage } from "./contest-address.ts";

type Lacking = NonNullable<KeptResults["missing"]>;

/** What keeps a ranking from being published, or the button that does it. */
export function PublishForm({ page, requestKey }: { page: KeptResults; requestKey: string }) {
  const { t, locale } = useWords();
  const pending = useNavigation().formData?.get("intent") === "publish";
  const waits = whyItWaits(page);
  return (
    <Section id="publish" title={t("resultKeeping.publish")}>
      {!waits && page.missing && (
        <Missing missing={page.missing} page={contestPage(page.contest.eventId, page.contest.id)} />
      )}
      {waits && <p className="max-w-prose">{t(`resultKeeping.${waits}`)}</p>}
      {!waits && !page.missing && (
        <>
          <div className="grid gap-3">
            {page.tied.map(({ group, numbers }) => (
              <Notice key={group.en} tone="info" announce={false} title={inLanguage(locale, group)}>
                {t("resultKeeping.level", { numbers: numbers.join(", ") })}
              </Notice>
            ))}
            {page.without.length > 0 && (
              <Notice tone="info" announce={false}>
                {t("resultKeeping.without", { numbers: page.without.join(", ") })}
              </Notice>
            )}
          </div>
          <p className="my-4 max-w-prose text-ink-soft">{t("resultKeeping.publish.means")}</p>
          <Form method="post">
            <input type="hidden" name="requestKey" value={requestKey} />
            <input type="hidden" name="seen" value={page.seen} />
            <Button name="intent" value="publish" pending={pending}>
              {t("resultKeeping.publish")}
            </Button>
          </Form>
        </>
      )}
    </Section>
  );
}

function whyItWaits({ contest, missing, groups }: KeptResults) {
  if (contest.state === "draft") return "draft";
  if (contest.state === "open") return "open";
  if (contest.state === "called-off") return "calledOff";
  const isNobody = missing
    ? missing.judges.length + missing.unjudged.length + missing.unchosen.length === 0
    : groups.every(({ places }) => places.length === 0);
  return isNobody ? "nobody" : null;
}

/** What the ranking waits for: a missing score is not a zero. */
function Missing({ missing, page }: { missing: Lacking; page: string }) {
  const { t, locale } = useWords();
  const { judges, unjudged, unchosen } = missing;
  return (
    <Notice tone="warn" announce={false}>
      {judges.length > 0 && <p>{t("resultKeeping.missing")}</p>}
      <ul className="mt-2 grid gap-1">
        {judges.map(({ name, entries }) => (
          <li key={name}>
            {t("resultKeeping.missing.entries", { name, entries: entries.join(", ") })}
          </li>
        ))}
        {unjudged.length > 0 && (
          <li>{t("resultKeeping.missing.unjudged", { entries: unjudged.join(", ") })}</li>
        )}
        {unchosen.map((group) => (
          <li key={group.en}>
            {[inLanguage(locale, group), t("resultKeeping.missing.unchosen")]
              .filter(Boolean)
              .join(" · ")}
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <Link to={page}>{t("resultKeeping.contest")}</Link>
      </p>
    </Notice>
  );
}
