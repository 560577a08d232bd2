/** Who acts, by the id of their person, and the address their request came from. */
export type Actor = { by: number; address: string };
