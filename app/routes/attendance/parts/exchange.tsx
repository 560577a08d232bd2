import { useId, useState } from "react";
import type { ListedPerson } from "#app/modules/attendance/check-in-list.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Input } from "#app/ui/input.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { type ExchangeTrouble, sendExchange } from "./send-marks.ts";

interface ExchangeProps {
  person: ListedPerson;
  to: string;
  /** Reads the list anew, once somebody else comes. */
  onDone: () => void;
}

/** Somebody else comes in a companion's place: written down while there is a network. */
export function Exchange({ person, to, onDone }: ExchangeProps) {
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [born, setBorn] = useState("");
  const [trouble, setTrouble] = useState<ExchangeTrouble | null>(null);
  const send = async () => {
    const answer = await sendExchange(to, { person: String(person.id), name, born });
    setTrouble(answer);
    if (answer === null) onDone();
  };
  if (!open) {
    return (
      <Button
        type="button"
        look="bare"
        aria-label={t("attendance.exchange.named", { name: person.name })}
        onClick={() => setOpen(true)}
      >
        {t("attendance.exchange")}
      </Button>
    );
  }
  return (
    <div className="my-2 grid gap-3 border-l-2 border-rule-strong pl-4">
      {trouble && <Notice tone="refusal">{t(`attendance.exchange.${trouble}`)}</Notice>}
      <Input
        id={`${id}-name`}
        label={t("attendance.walkIn.name")}
        value={name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      {person.role === "child" && (
        <Input
          id={`${id}-born`}
          type="date"
          label={t("attendance.walkIn.born")}
          value={born}
          onChange={(event) => setBorn(event.target.value)}
        />
      )}
      <Button
        type="button"
        look="quiet"
        disabled={name.trim() === "" || (person.role === "child" && born === "")}
        onClick={() => void send()}
      >
        {t("attendance.exchange.do", { name: person.name })}
      </Button>
    </div>
  );
}
