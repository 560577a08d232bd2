import { Form } from "@remix-run/react";
import type { Device } from "#app/modules/auth/load-devices.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";

/** The browsers somebody is signed in with: what tells one from another, and each but this one with its way out. */
export function SignedInBrowsers({ browsers }: { browsers: Device[] }) {
  const { t, locale, timeZone } = useWords();
  const moment = (instant: Date) => formatMoment(instant, locale, timeZone);
  return (
    <>
      <ul className="border-t border-rule">
        {browsers.map(({ sessionId, name, since, seenAt, place, current }) => (
          <li
            key={sessionId}
            className="flex min-h-16 items-center justify-between gap-4 border-b border-rule py-2"
          >
            <div className="min-w-0">
              <p className="font-semibold">
                {[name.system, name.browser].filter(Boolean).join(" · ") ||
                  t("security.browser.unknown")}
              </p>
              <p className="text-[0.9375rem] text-ink-soft">
                {t("security.browser.seen", { moment: moment(seenAt) })}
                <br />
                {t("security.browser.since", { moment: moment(since) })}
                {place && ` · ${t("security.browser.place", { place })}`}
              </p>
            </div>
            {current ? (
              <Badge tone="ok">{t("security.browser.this")}</Badge>
            ) : (
              <Form method="post" action="/security?index">
                <input type="hidden" name="session" value={sessionId} />
                <Button look="quiet" name="intent" value="end-one">
                  {t("security.browser.end")}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {browsers.length > 1 && (
        <Form method="post" action="/security?index" className="mt-4">
          <Button look="quiet" name="intent" value="end-others">
            {t("security.browsers.endOthers")}
          </Button>
        </Form>
      )}
    </>
  );
}
