/** Exit codes of every command: fine, findings in what was looked at, wrong usage or a hub that cannot run. */
export const exitCodes = { fine: 0, findings: 1, usage: 2 } as const;
