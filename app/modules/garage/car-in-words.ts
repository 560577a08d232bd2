/** A car in a line of words: its plate and model, or its VIN where it has neither. */
export function carInWords(car: {
  vin: string | null;
  plate: string | null;
  model: string | null;
}): string {
  const words = [car.plate, car.model].filter((part) => part !== null && part !== "");
  return words.length > 0 ? words.join(" ") : (car.vin ?? "");
}
