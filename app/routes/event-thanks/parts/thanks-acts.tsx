import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import type { ShownThanks } from "./thanks-state.tsx";

/** What can be done with an event's thanks as they stand. */
export function ThanksActs({ page }: { page: ShownThanks }) {
  const t = useT();
  const pending = useNavigation().state === "submitting";
  const { state, isOver, came, noted } = page;
  const left = came - noted;
  return (
    <Form method="post" className="flex flex-wrap gap-3">
      {isOver && state !== "sending" && left > 0 && (
        <Button name="intent" value="send" pending={pending}>
          {t(noted > 0 ? "eventThanks.sendRest" : "eventThanks.send", { count: left })}
        </Button>
      )}
      {state === null && (
        <Button name="intent" value="hold" look="quiet">
          {t("eventThanks.hold")}
        </Button>
      )}
      {state === "held" && (
        <Button name="intent" value="let" look="quiet">
          {t("eventThanks.let")}
        </Button>
      )}
      <Button name="intent" value="test" look="quiet">
        {t("eventThanks.test")}
      </Button>
    </Form>
  );
}
