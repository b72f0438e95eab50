/**
 * Every npm script begins here, under whatever Node a machine has: packages are installed when they differ from
 * package-lock.json, then the command runs under the project's own Node 24, which is one of those packages.
 */
const [major] = process.versions.node.split('.').map(Number);
if (major === undefined || major < 20) {
  console.error(
    `This needs Node 20 or later to begin with (this is ${process.version}). Get it from https://nodejs.org.`,
  );
  process.exit(1);
}

const { ensureInstalled, InstallFailed } = await import('./bootstrap/install.mjs');
const { launch } = await import('./bootstrap/launch.mjs');

const [command = '', ...args] = process.argv.slice(2);
const needStack = ['start', 'prove', 'with-stack', 'bench', 'screenshots'];
try {
  // Minutes of installing are no way to learn that Java is missing.
  const inStack = needStack.includes(command) || (command === 'test' && args.length === 0);
  await ensureInstalled(inStack ? requireToolchain : undefined);
} catch (error) {
  if (!(error instanceof InstallFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}
process.exitCode = await launch(command, args);

async function requireToolchain() {
  const { findToolchain } = await import('./toolchain/toolchain.js');
  const found = await findToolchain();
  if ('missing' in found) throw new InstallFailed(found.missing.join('\n'));
}
