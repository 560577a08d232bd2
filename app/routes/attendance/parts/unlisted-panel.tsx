import { useId, useState } from "react";
import { seenOf } from "#app/modules/attendance/scan.ts";
import { formatTime } from "#app/platform/words/format.ts";
import { useWords } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { NewMark } from "./use-check-in.ts";

interface UnlistedPanelProps {
  /** The code that was read; empty for somebody who has none. */
  code: string;
  listAsOf: Date | null;
  isOnline: boolean;
  onMark: (marks: NewMark[]) => void;
  onClose: () => void;
}

/**
 * A code that the device's list does not have: it may be newer than the list, or another event's, which only the
 * club can say. Whoever stands there can be let in, and is found or asked about once there is a network.
 */
export function UnlistedPanel(props: UnlistedPanelProps) {
  const { code, listAsOf, isOnline, onMark, onClose } = props;
  const { t, locale, timeZone } = useWords();
  const id = useId();
  const [name, setName] = useState("");
  const [people, setPeople] = useState("1");
  const count = Number(people);
  const possible = Number.isInteger(count) && count >= 1 && count <= 50;
  const time = listAsOf ? formatTime(listAsOf, locale, timeZone) : "";
  const seen = seenOf(code, name);
  return (
    <Notice
      tone="warn"
      title={
        code === ""
          ? t("attendance.unlisted.noCode")
          : listAsOf
            ? t("attendance.unlisted.title", { time })
            : t("attendance.unlisted.noList")
      }
    >
      <div className="grid gap-3 pt-1">
        {code !== "" && <p className="figure text-lg [overflow-wrap:anywhere]">{code}</p>}
        <p>
          {t(`attendance.unlisted.${code === "" ? "without" : isOnline ? "online" : "offline"}`)}
        </p>
        <Input
          id={`${id}-name`}
          label={t("attendance.unlisted.name")}
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Input
          id={`${id}-people`}
          label={t("attendance.unlisted.people")}
          inputMode="numeric"
          value={people}
          errors={possible ? undefined : [t("attendance.unlisted.howMany")]}
          onChange={(event) => setPeople(event.target.value)}
        />
        <div className="flex flex-wrap gap-2">
          <Button
            type="button"
            disabled={!possible || seen === ""}
            onClick={() => onMark([{ kind: "in", seen, people: count }])}
          >
            {t("attendance.unlisted.letIn")}
          </Button>
          <Button type="button" look="quiet" onClick={onClose}>
            {t("attendance.close")}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
