import { useRef } from "react";
import { Button } from "#app/ui/button.tsx";

interface PictureButtonProps {
  label: string;
  look?: "quiet" | "bare";
  /** Opens the camera; otherwise what the phone has kept. */
  camera?: boolean;
  many?: boolean;
  onChosen: (files: File[]) => void;
}

/** A picture out of the camera or out of what the phone has kept. */
export function PictureButton({ label, look, camera, many, onChosen }: PictureButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button type="button" wide look={look} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/*"
        capture={camera ? "environment" : undefined}
        multiple={many}
        aria-label={label}
        tabIndex={-1}
        className="sr-only"
        onChange={({ target }) => {
          const files = Array.from(target.files ?? []);
          // The same photo can be chosen again.
          target.value = "";
          if (files.length > 0) onChosen(files);
        }}
      />
    </>
  );
}
