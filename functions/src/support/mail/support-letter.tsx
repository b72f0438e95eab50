import { Text } from '@react-email/components';
import type { SupportMail } from '@tenantry/model/mails';
import { Action, Layout, Quote, styles } from '../../mail/layout.tsx';
import type { MailLinks, Written } from '../../mail/template.ts';
import type { Texts, Wording } from '../../mail/wording.ts';
import { seenBySupport } from './seen-by-support.ts';
import { whyOwner } from './why-owner.ts';

type Key = 'subject' | 'heading' | 'text' | 'because' | 'action';

/** A mail to an owner about the door to support: what happened, what support sees, why, and the page to go to. */
export function supportLetter(texts: Texts<SupportMail, Key>, page: 'audit' | 'settings') {
  return (data: SupportMail, { webUrl, ...wording }: MailLinks & Wording): Written => {
    const { subject, heading, text, because, action } = texts[wording.language](data, wording);
    const { tenantName, slug, reason, scope } = data;
    return {
      subject,
      body: (
        <Layout preview={text} heading={heading} footer={whyOwner[wording.language](tenantName)}>
          <Text style={styles.text}>{`${text} ${seenBySupport[wording.language][scope]}`}</Text>
          <Text style={styles.text}>{because}</Text>
          <Quote>{reason}</Quote>
          <Action href={`${webUrl}/t/${encodeURIComponent(slug)}/${page}`} label={action} />
        </Layout>
      ),
    };
  };
}
