import { EnvelopeCodeDrawing } from "#app/ui/drawings/envelope-code.tsx";
import { PageHeader } from "#app/ui/page.tsx";
import { DemoLetters } from "./demo-letters.tsx";

/** Says that a code is on its way, if it is; the words never say whether the address is anybody's. */
export function CodeSent({ title, lead }: { title: string; lead: string }) {
  return (
    <>
      <div className="mb-4 max-w-48">
        <EnvelopeCodeDrawing />
      </div>
      <PageHeader title={title} lead={<span className="[overflow-wrap:anywhere]">{lead}</span>} />
      <DemoLetters />
    </>
  );
}
