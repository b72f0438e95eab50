import type { Mail, MailData, MailKind } from '@tenantry/model/mails';
import type { ReactElement } from 'react';
import type { RecipientWording } from './recipient-wording.ts';
import type { Wording } from './wording.ts';

/** Where the links of a mail lead. */
export type MailLinks = {
  /** The site's origin, without a slash at its end. */
  readonly webUrl: string;
  /** A link that holds a secret, rebuilt for this sending; empty for the kinds that have none. */
  readonly secretLink: string;
};

/** What a template makes of its data: one line for the subject, and the mail itself. */
export type Written = { readonly subject: string; readonly body: ReactElement };

/** One kind's template. It is handed everything, and looks nothing up. */
export type Template<Kind extends MailKind> = (data: MailData<Kind>, around: MailLinks & Wording) => Written;

/** A mail as it goes out, as HTML and as text. */
export type RenderedMail = { readonly subject: string; readonly html: string; readonly text: string };

export type RenderMail = (mail: Mail, around: MailLinks & RecipientWording) => Promise<RenderedMail>;
