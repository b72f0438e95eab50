import type { examineData } from '../../functions/src/data-doctor.ts';
import { loadFunctionsModule } from '../functions-module.ts';
import { table } from '../table.ts';

/**
 * Checks the invariants on the data that the environment names, of one business or of all; tells what is wrong, a line each, and then a
 * table of all. Answers the exit code.
 */
export async function examineDatabase(tenant: string | undefined): Promise<number> {
  const functions = await loadFunctionsModule('functions/src/data-doctor.ts');
  const examine = functions.examineData as typeof examineData;
  try {
    const rows = await examine({ tenantId: tenant, tell: (line) => console.log(line) });
    const cells = rows.map(({ check, looksAt, looked, wrong, failed }) => [
      check,
      String(looked),
      looksAt,
      failed === 0 ? String(wrong) : `${wrong}, and ${failed} could not be looked at`,
    ]);
    console.log(table(['check', 'looked at', '', 'wrong'], cells));
    return rows.every(({ wrong, failed }) => wrong === 0 && failed === 0) ? 0 : 1;
  } catch (error) {
    // What it throws is written for the person who called it.
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
