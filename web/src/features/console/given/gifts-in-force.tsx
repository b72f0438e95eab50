import { m } from '../../../paraglide/messages.js';
import { momentText, planName, sinceText } from '../business-texts.ts';
import { DetailsPanel } from '../details/details-panel.tsx';
import { type Gifts, useGifts } from '../details/use-details.ts';
import { type Subject, subjectName } from './gifts.ts';

type Line = { readonly subject: Subject; readonly value: string; readonly until: string | null };

/** What a business has beside what it pays for, and until when. */
export function GiftsInForce({ tenantId }: { readonly tenantId: string }) {
  return (
    <DetailsPanel title={m.console_given_now()} live={useGifts(tenantId)} none={m.console_given_none()}>
      {(gifts) => (
        <ul className="grid gap-1">
          {linesOf(gifts).map(({ subject, value, until }) => (
            <li key={subject} className="grid md:flex md:justify-between md:gap-4">
              <span>
                {subjectName(subject)}: <span className="font-medium">{value}</span>
              </span>
              <span className="text-muted">{untilText(until)}</span>
            </li>
          ))}
        </ul>
      )}
    </DetailsPanel>
  );
}

function linesOf({ plan, features }: Gifts): Line[] {
  return [
    ...(plan ? [{ subject: 'plan' as const, value: planName(plan.plan), until: plan.until }] : []),
    ...features.map(({ feature, given, until }) => ({
      subject: feature,
      value: given ? m.console_given_give() : m.console_given_take(),
      until,
    })),
  ];
}

function untilText(until: string | null): string {
  if (until === null) return m.console_given_until_back();
  const end = new Date(until);
  // A gift ends with its last day where the operator is who gave it: for most who look that is midnight.
  const isMidnight = end.getHours() === 0 && end.getMinutes() === 0 && end.getSeconds() === 0;
  return isMidnight
    ? m.console_given_until_day({ day: sinceText(new Date(end.getTime() - 1).toISOString()) })
    : m.console_given_until_moment({ moment: momentText(until) });
}
