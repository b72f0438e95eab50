/** The full path of every `match` in a ruleset, below the documents, in the order of the file. */
export function pathsOfRules(rules: string): string[] {
  const paths: string[] = [];
  const open: string[] = [];
  const tokens = withoutText(rules).matchAll(/match\s+((?:\/(?:\{[^}]*\}|[A-Za-z0-9_-]+))+)\s*\{|[{}]/g);
  for (const [token, path] of tokens) {
    if (token === '}') open.pop();
    else open.push(path ?? '');
    if (path !== undefined) paths.push(open.join(''));
  }
  const database = '/databases/{database}/documents';
  return paths.filter((path) => path.length > database.length).map((path) => path.slice(database.length));
}

/** Without comments and strings, in which braces mean nothing, and without the variables of a path expression. */
function withoutText(rules: string): string {
  return rules
    .replaceAll(/\/\/.*/g, '')
    .replaceAll(/'(?:\\.|[^'\\])*'/g, "''")
    .replaceAll(/\$\([^)]*\)/g, 'x');
}
