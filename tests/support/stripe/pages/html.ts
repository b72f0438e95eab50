import type { Answer } from '../request/idempotency.ts';

/** Text that is markup already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

/** A template whose values are escaped, unless they are markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((sofar, string, index) => sofar + shown(parts[index - 1] ?? '') + string));
}

function shown(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: #8886; --accent: #4f46e5; --on: #fff; }
  @media (prefers-color-scheme: dark) { :root { --accent: #a5b4fc; --on: #111; } }
  body { margin: 0 auto; padding: 1rem 1rem 4rem; max-width: 40rem; }
  .stand-in { margin: 0 0 1.5rem; padding: .5rem .75rem; border: 1px dashed var(--line); border-radius: .5rem; font-size: .875rem; }
  h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .5rem; } h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
  .amount { font-size: 1.5rem; font-variant-numeric: tabular-nums; margin: 0 0 1rem; }
  fieldset { border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 1rem; padding: .5rem .75rem; } legend { padding: 0 .25rem; font-weight: 600; }
  label.choice { display: flex; gap: .75rem; align-items: center; min-height: 44px; }
  label.choice input { width: 1.25rem; height: 1.25rem; flex: none; accent-color: var(--accent); }
  label.field { display: block; font-weight: 600; } label.field input { display: block; min-height: 44px; width: 100%; box-sizing: border-box; font: inherit; }
  button, a.button { display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: 0 1rem; border-radius: .5rem; border: 1px solid var(--line); background: none; color: inherit; font: inherit; text-decoration: none; cursor: pointer; }
  button.main { background: var(--accent); border-color: var(--accent); color: var(--on); font-weight: 600; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .actions { display: flex; flex-wrap: wrap; gap: .75rem; } .told { padding: .75rem; border-radius: .5rem; border: 2px solid var(--accent); }
  .told.bad { border-color: #dc2626; } ul { list-style: none; padding: 0; margin: 0; }
  li { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; padding: .5rem 0; border-top: 1px solid var(--line); }
  .number { font-variant-numeric: tabular-nums; } form { margin: 0; }`;

/** A page of the double, which says on top that it is no page of Stripe's. */
export function page(title: string, body: Html, status = 200): Answer {
  const whole = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Stand-in for Stripe</title>
        <link rel="icon" href="data:," />
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <header class="stand-in">A local stand-in for Stripe. No card is charged and no money moves.</header>
        <main>${body}</main>
      </body>
    </html>`;
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: whole.text,
  };
}

/** Elsewhere, by GET. */
export const goTo = (location: string): Answer => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store' },
  body: '',
});

export function money(amount: number, currency: string): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount / 100);
}

export function date(seconds: number): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(seconds * 1000);
}

export function moment(seconds: number): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat('en', format).format(seconds * 1000)} UTC`;
}

export const told = (message: string, isBad = false): Html =>
  html`<p class="told ${isBad ? 'bad' : ''}" role="${isBad ? 'alert' : 'status'}">${message}</p>`;
