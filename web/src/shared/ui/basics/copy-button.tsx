import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Button } from './button.tsx';

/** Copies a text and says so; where the browser refuses, the text beside it can still be selected. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [copied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
    setTimeout(() => setCopied(false), 2_000);
  }
  return (
    <Button variant="outline" aria-label={label} onClick={copy}>
      {copied ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />}
      <span aria-live="polite">{copied ? m.action_copied() : m.action_copy()}</span>
    </Button>
  );
}
