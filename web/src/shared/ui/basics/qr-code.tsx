import { useMemo } from 'react';
import { renderSVG } from 'uqr';

/** An address to scan: dark on light in both schemes, as cameras want it. `label` says where it leads. */
export default function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const source = useMemo(() => `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 2 }))}`, [text]);
  return <img src={source} alt={label} width={176} height={176} className="rounded-lg bg-white" />;
}
