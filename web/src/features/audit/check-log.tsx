import { useState } from 'react';
import type { ApiOutput } from '@tenantry/model/operations/api';
import { ShieldCheck } from 'lucide-react';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { errorText } from '../../shared/api/error-texts.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Notice } from '../../shared/ui/basics/notice.tsx';

type Result = { readonly found: ApiOutput<'verifyAudit'> } | { readonly error: unknown };

/** Has the server read the whole log, and says what it found as it is. */
export function CheckLog() {
  const { tenantId } = useTenant();
  const [result, setResult] = useState<Result>();

  async function check(): Promise<void> {
    setResult(undefined);
    setResult(
      await call('verifyAudit', { tenantId }).then(
        (found) => ({ found }),
        (error: unknown) => ({ error }),
      ),
    );
  }

  return (
    <div className="mb-6 grid gap-3">
      <div>
        <Button variant="outline" onClick={check}>
          <ShieldCheck aria-hidden size={18} />
          {m.audit_check()}
        </Button>
      </div>
      {result && <Found result={result} />}
    </div>
  );
}

function Found({ result }: { readonly result: Result }) {
  if ('error' in result) {
    return (
      <Notice tone="danger" title={m.audit_check_failed()}>
        {errorText(result.error)}
      </Notice>
    );
  }
  const { entries, firstBad } = result.found;
  if (firstBad === undefined) {
    return (
      <Notice tone="good" title={m.audit_check_good({ entries })}>
        {m.audit_check_good_text()}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={m.audit_check_bad({ seq: firstBad })}>
      {m.audit_check_bad_text({ seq: firstBad })}
    </Notice>
  );
}
