import { useT } from "#app/platform/words/words.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import type { QueuedEntry } from "./entry-queue.ts";
import { PictureButton } from "./picture-button.tsx";
import type { EntryQueue } from "./use-entry-queue.ts";

/** What this device took, the last first: its numbers to write on the sheets, and what each still lacks. */
export function QueuedEntries({ queue }: { queue: EntryQueue }) {
  const t = useT();
  if (queue.entries.length === 0) return null;
  return (
    <Section id="taken" title={t("contestEntries.taken")}>
      <ul className="grid gap-3">
        {queue.entries.map((entry) => (
          <li key={entry.key} className="border-t border-rule pt-3">
            <Queued entry={entry} queue={queue} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Queued({ entry, queue }: { entry: QueuedEntry; queue: EntryQueue }) {
  const t = useT();
  const { key, number, name, entryId, refusal, hasPicture } = entry;
  const isSending = queue.sending.has(key) && refusal === null;
  const isDone = hasPicture && refusal === null;
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="min-w-0 break-words">
          <span className="figure text-2xl">{number ?? "…"}</span> <bdi>{name}</bdi>
        </span>
        {isDone && <Badge tone="ok">{t("contestEntries.queue.done")}</Badge>}
        {isSending && <Badge>{t("contestEntries.queue.sending")}</Badge>}
        {refusal === null && entryId === null && !isSending && (
          <Badge tone="warn">{t("contestEntries.queue.unsent")}</Badge>
        )}
        {refusal === null && entryId !== null && !hasPicture && !isSending && (
          <Badge tone="warn">{t("contestKeeping.entry.noPicture")}</Badge>
        )}
      </p>
      {refusal && (
        <p className="mt-1 text-refusal">
          {t(`contestEntries.refused.${refusal}`, { number: number ?? 0 })}
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
        {refusal === "already-entered" && (
          <Button type="button" look="quiet" onClick={() => queue.replace(key)}>
            {t("contestEntries.queue.replace", { number: number ?? 0 })}
          </Button>
        )}
        {entryId !== null && !isDone && !isSending && refusal !== "already-entered" && (
          <PictureButton
            label={t("contestEntries.choosePicture")}
            look="quiet"
            onChosen={([file]) => file && queue.choose(key, file)}
          />
        )}
        {(isDone || refusal) && (
          <Button type="button" look="bare" onClick={() => queue.forget(key)}>
            {t("contestEntries.queue.forget")}
          </Button>
        )}
      </div>
    </>
  );
}
