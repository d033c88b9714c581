export const newblock = {} as const;
