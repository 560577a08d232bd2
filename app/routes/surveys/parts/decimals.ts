/** An average as it is read: 4.3. */
export const oneDecimal = (average: number): string => average.toFixed(1);

/** A share in whole per cent; 0 of nothing. */
export const percentOf = (part: number, all: number): number =>
  all === 0 ? 0 : Math.round((part / all) * 100);
