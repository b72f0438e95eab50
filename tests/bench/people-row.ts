/** What an act takes, beside something smaller that was measured in the same run, in turn with it. */
export type PeopleRow = {
  readonly act: string;
  readonly milliseconds: number;
  readonly beside: string;
  readonly besideMilliseconds: number;
  /** How many times as long. */
  readonly times: number;
};

/** A row, rounded to whole milliseconds and hundredths of a multiple. */
export function row(act: string, milliseconds: number, beside: string, besideMilliseconds: number): PeopleRow {
  return {
    act,
    milliseconds: Math.round(milliseconds),
    beside,
    besideMilliseconds: Math.round(besideMilliseconds),
    times: Math.round((milliseconds / besideMilliseconds) * 100) / 100,
  };
}
