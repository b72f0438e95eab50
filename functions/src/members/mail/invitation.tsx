import { Text } from '@react-email/components';
import { Action, Layout, Quote, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import { roleWords } from './role-words.ts';

/** Asks somebody to join a business. The link is theirs alone and works once. */
export const invitation: Template<'invitation'> = ({ tenantName, inviterName, role, message }, { secretLink }) => {
  const as = roleWords(role);
  return {
    subject: `${inviterName} invites you to ${tenantName}`,
    body: (
      <Layout
        preview={`Join ${tenantName} as ${as}.`}
        heading={`Join ${tenantName}`}
        footer="You get this mail because somebody entered your address. If you don't know them, leave it: nothing happens."
      >
        <Text style={styles.text}>
          {inviterName} invites you to {tenantName}, as {as}.
        </Text>
        <Quote>{message}</Quote>
        <Action href={secretLink} label="Accept the invitation" />
      </Layout>
    ),
  };
};
