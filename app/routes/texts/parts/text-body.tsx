import type { TextBlock } from "#app/modules/texts/club-texts.ts";

/** A text of the club, set as it was typed. */
export function TextBody({ blocks }: { blocks: TextBlock[] }) {
  return (
    <div className="grid max-w-prose gap-3">
      {blocks.map((block, place) => (
        <Block key={`${place} ${block.kind}`} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: TextBlock }) {
  switch (block.kind) {
    case "heading":
      return <h2 className="mt-4">{block.text}</h2>;
    case "paragraph":
      return <p className="whitespace-pre-line">{block.text}</p>;
    case "list":
      return (
        <ul className="grid list-disc gap-1.5 pl-5">
          {block.items.map((item, place) => (
            <li key={`${place} ${item}`}>{item}</li>
          ))}
        </ul>
      );
  }
}
