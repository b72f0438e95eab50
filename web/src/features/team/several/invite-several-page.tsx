import { m } from '../../../paraglide/messages.js';
import { BackLink } from '../../../shared/tenant/back-link.tsx';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { DeniedState } from '../../../shared/ui/data/list-state.tsx';
import { ListForm } from './list-form.tsx';
import { Preview } from './preview.tsx';
import { Progress } from './progress.tsx';
import { Results } from './results.tsx';
import { useSeveral } from './use-several.ts';

/** Invites a list of people: it is written, looked at, sent in parts, and what was not sent can be tried again. */
export default function InviteSeveralPage() {
  const { may } = useTenant();
  return (
    <>
      <PageHeader
        title={m.several_title()}
        lead={m.several_lead()}
        back={<BackLink to="/t/$slug/team">{m.nav_team()}</BackLink>}
      />
      {may('member:manage') ? <Steps /> : <DeniedState />}
    </>
  );
}

function Steps() {
  const several = useSeveral();
  switch (several.step) {
    case 'write':
      return (
        <ListForm
          typed={several.typed}
          file={several.file}
          count={several.rows.length}
          onChoose={several.choose}
          onUnchoose={several.unchoose}
          onCheck={several.check}
        />
      );
    case 'look':
      return (
        <Preview
          rows={several.rows}
          forAll={several.typed}
          file={several.file}
          onCorrect={several.correct}
          onChange={several.change}
          onSend={several.send}
        />
      );
    case 'send':
      return <Progress {...several.progress} onStop={several.stop} />;
    case 'done':
      return <Results {...several.results} onRetry={several.retry} />;
  }
}
