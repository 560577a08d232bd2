interface SeveralChoicesProps {
  name: string;
  legend: string;
  options: { value: string; label: string }[];
  chosen: readonly string[];
}

/** Any of a few, all in sight; what was chosen and is no choice any more stays chosen. */
export function SeveralChoices({ name, legend, options, chosen }: SeveralChoicesProps) {
  const gone = chosen.filter((value) => !options.some((option) => option.value === value));
  const all = [...options, ...gone.map((value) => ({ value, label: value }))];
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{legend}</legend>
      {all.map(({ value, label }) => (
        <label key={value} className="flex cursor-pointer gap-3 py-2">
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
            className="check"
          />
          <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
