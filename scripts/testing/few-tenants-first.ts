import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of schedules that visit every tenant: what they do grows with the tenants that other tests have left. */
const visitEveryTenant = ['/functions/seats.test.ts', '/audit/signed-heads.test.ts', '/support/support.test.ts'];

/** The usual order of files, but for schedules, which come first. */
export class FewTenantsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isFirst = ({ moduleId }: TestSpecification) => visitEveryTenant.some((end) => moduleId.endsWith(end));
    const sorted = await super.sort(files);
    return [...sorted.filter(isFirst), ...sorted.filter((file) => !isFirst(file))];
  }
}
