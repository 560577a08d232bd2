import { Form } from "@remix-run/react";
import type { Device } from "#app/modules/auth/load-devices.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { useFigures } from "./use-figures.ts";

/** The browsers an owner is signed in with, each but this one with its way out. */
export function DeviceList({ devices }: { devices: Device[] }) {
  const t = useT();
  const figures = useFigures();
  return (
    <ul className="border-t border-rule">
      {devices.map(({ sessionId, name, seenAt, current }) => (
        <li
          key={sessionId}
          className="flex min-h-16 items-center justify-between gap-4 border-b border-rule py-2"
        >
          <div>
            <p className="font-semibold">
              {[name.system, name.browser].filter(Boolean).join(" · ") ||
                t("account.device.unknown")}
            </p>
            <p className="text-[0.9375rem] text-ink-soft">
              {t("account.device.seen", { day: figures.day(seenAt) })}
            </p>
          </div>
          {current ? (
            <Badge tone="ok">{t("account.device.this")}</Badge>
          ) : (
            <Form method="post">
              <input type="hidden" name="session" value={sessionId} />
              <Button look="quiet">{t("account.device.end")}</Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
