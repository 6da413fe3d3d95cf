/** How many tokens a caller has had in its current hour, as it is stored. */
export interface AllowanceRow {
  readonly caller: string
  /** When the hour began: with the first token after the hour before. In milliseconds. */
  readonly since: number
  readonly used: number
}

export const HOUR_MS = 60 * 60 * 1_000

/** The row as it stands now: a new hour begins empty. */
export function currentHour(now: number, caller: string, row: AllowanceRow | undefined): AllowanceRow {
  return row === undefined || row.since + HOUR_MS <= now ? { caller, since: now, used: 0 } : row
}
