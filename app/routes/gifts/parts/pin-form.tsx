import { Form } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";

/** Saves for the gift of the page, or no longer. Not offered for what can be had at once. */
export function PinForm({ pinned, offered }: { pinned: boolean; offered: boolean }) {
  const t = useT();
  if (!offered) return null;
  return (
    <Form method="post" className="mt-5">
      <p className="mb-3 max-w-prose text-ink-soft">
        {t(pinned ? "gifts.pinned" : "gifts.pin.why")}
      </p>
      <Button look={pinned ? "quiet" : "primary"} name="intent" value={pinned ? "unpin" : "pin"}>
        {t(pinned ? "gifts.unpin" : "gifts.pin")}
      </Button>
    </Form>
  );
}
