import { useT } from "#app/platform/words/words.tsx";
import { EnvelopeCodeDrawing } from "#app/ui/drawings/envelope-code.tsx";
import { PageHeader } from "#app/ui/page.tsx";

/** Says that a code is on its way, if the address is somebody's: it never says whether it is. */
export function CodeSent({ title, email }: { title: string; email: string }) {
  const t = useT();
  return (
    <>
      <div className="mb-4 max-w-48">
        <EnvelopeCodeDrawing />
      </div>
      <PageHeader
        title={title}
        lead={<span className="[overflow-wrap:anywhere]">{t("signIn.code.lead", { email })}</span>}
      />
    </>
  );
}
