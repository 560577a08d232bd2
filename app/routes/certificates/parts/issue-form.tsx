import { Form, useNavigation } from "@remix-run/react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import type { KeptPage } from "./kept-page.server.ts";

/** What issuing would do, and the button that does it. */
export function IssueForm({ due }: { due: KeptPage["due"] }) {
  const t = useT();
  const pending = useNavigation().formData?.get("intent") === "issue";
  const { make, replace, withdraw } = due;
  const acts = [
    make > 0 && t("certificateKeeping.issue.due", { count: make }),
    replace > 0 && t("certificateKeeping.issue.replace", { count: replace }),
    withdraw > 0 && t("certificateKeeping.issue.withdraw", { count: withdraw }),
  ].filter((act) => act !== false);
  return (
    <Section id="issue" title={t("certificateKeeping.issue")}>
      {acts.length === 0 ? (
        <p>{t("certificateKeeping.issue.nothing")}</p>
      ) : (
        <Form method="post">
          <ul className="mb-4 grid gap-1">
            {acts.map((act) => (
              <li key={act}>{act}</li>
            ))}
          </ul>
          <Button name="intent" value="issue" pending={pending}>
            {t("certificateKeeping.issue")}
          </Button>
        </Form>
      )}
    </Section>
  );
}
