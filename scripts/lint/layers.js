/** Which part of the repository may import which; a rule for oxlint, which runs under any Node that an editor has. */
import path from 'node:path';

/**
 * @typedef {object} Layer
 * @property {RegExp} from the files that it speaks of, by their path in the repository
 * @property {RegExp} [except] those of them that it leaves alone
 * @property {RegExp[]} deny what they may not import: packages by name, files by their path in the repository
 * @property {string} why
 */

const rawFirestore = /^(firebase-admin(\/firestore)?|@google-cloud\/firestore)$/;
const domains = /^functions\/src\/(?!catalogue\/|orders\/)[^/]+\//;

/** @type {Layer[]} */
export const layers = [
  {
    from: /^model\//,
    deny: [/^firebase/, /^@firebase\//, /^@google-cloud\//, /^(functions|web|tests|scripts)\//],
    why: 'The model is shared by browsers, functions and tests: it knows neither Firebase nor any of them.',
  },
  {
    from: /^functions\//,
    except: /^functions\/src\/platform\//,
    deny: [rawFirestore, /^functions\/src\/platform\/data\/firestore/],
    why: 'Data is reached through the scoped repository, which cannot leave its tenant; the raw handle can.',
  },
  {
    from: domains,
    deny: [/^functions\/src\/(catalogue|orders)\//],
    why: 'The sample business imports the platform, never the reverse: a fork replaces it.',
  },
  {
    from: /^functions\/src\/[^/]+\//,
    except: /^functions\/src\/operators\//,
    deny: [/^functions\/src\/operators\//],
    why: 'Operators’ code reaches across tenants: only the table of contents and the operator callable import it.',
  },
  {
    from: /^functions\//,
    except: /^functions\/src\/operators\//,
    deny: [/^functions\/src\/platform\/data\/tenants\/across-tenants/],
    why: 'Only operators’ code reaches across tenants.',
  },
  {
    from: /^functions\/src\/api(-[a-z-]+)?\.ts$/,
    deny: [/^functions\/src\/operators\//],
    why: 'Operators’ code reaches across tenants: the tenants’ callable cannot import it.',
  },
  {
    from: /^functions\//,
    deny: [/^(web|tests|scripts)\//],
    why: 'Functions are deployed alone, with the model.',
  },
  {
    from: /^web\/src\/shared\//,
    deny: [/^web\/src\/(app|features)\//],
    why: 'The web points one way: app, then features, then shared.',
  },
  {
    from: /^web\/src\/features\//,
    deny: [/^web\/src\/app\//],
    why: 'The web points one way: app, then features, then shared.',
  },
  {
    from: /^web\//,
    deny: [/^(functions|tests|scripts)\//, /^firebase-admin/, /^firebase-functions/],
    why: 'What the browser loads holds nothing of the server.',
  },
];

const feature = /^web\/src\/features\/([^/]+)\//;

/**
 * Why a file may not import this, or null when it may.
 * @param {string} file path in the repository
 * @param {string} specifier as written in the import
 */
export function refusal(file, specifier) {
  const target = resolve(file, specifier);
  for (const { from, except, deny, why } of layers) {
    if (from.test(file) && !except?.test(file) && deny.some((pattern) => pattern.test(target))) return why;
  }
  const [own, other] = [feature.exec(file)?.[1], feature.exec(target)?.[1]];
  if (own && other && own !== other)
    return 'Features do not know each other: what two need belongs in shared, what joins them in app.';
  return null;
}

/**
 * @param {string} file
 * @param {string} specifier
 */
function resolve(file, specifier) {
  if (specifier.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  return specifier.replace(/^@tenantry\/(\w+)\//, '$1/src/');
}

/** @typedef {{ type: string, name?: string, value?: unknown }} Part */
/** @typedef {{ source?: Part | null, callee?: Part, arguments?: Part[] }} Importing */

const direction = {
  /** @param {{ cwd: string, filename: string, report: (found: { message: string, node: Part }) => void }} context */
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    /** @param {Part | null | undefined} source */
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      const why = refusal(file, source.value);
      if (why) context.report({ message: why, node: source });
    };
    /** @param {Importing} node */
    const bySource = (node) => check(node.source);
    return {
      ImportDeclaration: bySource,
      ExportNamedDeclaration: bySource,
      ExportAllDeclaration: bySource,
      ImportExpression: bySource,
      TSImportType: bySource,
      /** @param {Importing} node */
      CallExpression(node) {
        if (node.callee?.name === 'require') check(node.arguments?.[0]);
      },
    };
  },
};

export default { meta: { name: 'layers' }, rules: { direction } };
