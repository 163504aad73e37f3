/**
 * Exit codes, frozen: scripts and CI jobs rely on them.
 * 0 fine · 1 gaps at or over a threshold, or a lint that found something · 2 bad input or usage · 3 the tool failed.
 */
export const EXIT = { fine: 0, found: 1, badInput: 2, failed: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
