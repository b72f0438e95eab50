import { render } from '@react-email/components';
import { createElement } from 'react';
import type { RenderedMail, Written } from './template.ts';
import { type Wording, WordingProvider } from './wording.ts';

const subjectLength = 150;

/** In the text a heading is not shouted, and a table of data keeps its columns. */
const asText = {
  plainText: true,
  htmlToTextOptions: {
    selectors: [
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'table.data', format: 'dataTable' },
    ],
  },
} as const;

/** The HTML and the text of what a template has written, and its subject as one safe line. */
export async function renderWritten({ subject, body }: Written, wording: Wording): Promise<RenderedMail> {
  const worded = createElement(WordingProvider, { value: wording }, body);
  const [html, text] = await Promise.all([render(worded), render(worded, asText)]);
  return { subject: oneLine(subject), html, text };
}

/** Without line breaks and controls of any kind: a name can neither begin a header of its own nor turn the line around. */
function oneLine(subject: string): string {
  const line = subject
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  const characters = [...new Intl.Segmenter('en').segment(line)].map(({ segment }) => segment);
  return characters.length <= subjectLength ? line : `${characters.slice(0, subjectLength - 1).join('')}…`;
}
