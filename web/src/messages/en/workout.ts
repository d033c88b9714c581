export const workout = {} as const;
