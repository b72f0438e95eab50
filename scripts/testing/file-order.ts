import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of schedules that visit every tenant: what they do grows with the tenants that other tests have left. */
const visitEveryTenant = ['/functions/seats.test.ts', '/audit/signed-heads.test.ts', '/support/support.test.ts'];

/**
 * The matrix leaves more documents than all the others, and for each query the Firestore emulator goes through every one
 * that was ever in the database: those that look at everything a tenant holds after each call come before it. What
 * follows keeps the other core busy beside it.
 */
const aroundTheMatrix = ['inputs', 'fuzz', 'matrix', 'same-answers', 'protocol'].map(
  (name) => `/operations/${name}.test.ts`,
);

/** Each state of each page in four views: two minutes a file, that a worker would begin when the others are done. */
const pictures = /\/e2e\/.*states\.test\.ts$/;

/** The usual order of files, but that schedules and pictures come first, and the matrix with what is kept beside it last. */
export class FileOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const endsWith = (end: string) => (file: TestSpecification) => file.moduleId.endsWith(end);
    const sorted = await super.sort(files);
    const first = [
      ...visitEveryTenant.flatMap((end) => sorted.filter(endsWith(end))),
      ...sorted.filter(({ moduleId }) => pictures.test(moduleId)),
    ];
    const last = aroundTheMatrix.flatMap((end) => sorted.filter(endsWith(end)));
    return [...first, ...sorted.filter((file) => !first.includes(file) && !last.includes(file)), ...last];
  }
}
