import { Drawing } from "../drawing.tsx";

/** Fresh oil and a new filter. */
export function OilCanDrawing() {
  return (
    <Drawing>
      <path d="M20 142h200" />
      <path className="tint" d="M44 142V62c0-4 1-7 4-10l14-14h54c6 0 10 4 10 10v94z" />
      <path
        className="sheet"
        d="M64 26h26v12H64zM92 50h22c2 0 4 2 4 4v20c0 2-2 4-4 4H92c-4 0-7-3-7-7V57c0-4 3-7 7-7Z"
      />
      <path className="sheet" d="M54 90h62v38H54z" />
      <path d="M64 32h26M85 98c-6 8-10 12-10 17a10 10 0 0 0 20 0c0-5-4-9-10-17Z" />
      <path className="sheet" d="M150 142V82c0-3 2-5 5-5h44c3 0 5 2 5 5v60z" />
      <path className="tint" d="M156 66h42v11h-42z" />
      <path d="M150 90h54M150 132h54M161 96v30M172 96v30M183 96v30M194 96v30M170 60h14v6h-14z" />
    </Drawing>
  );
}
