import { isBuiltInRole } from '@tenantry/model/roles';
import type { BuiltInRole } from '@tenantry/model/roles';
import { Text } from '@react-email/components';
import type { Template } from '../template.ts';
import { Action, Layout, Quote, styles } from './layout.tsx';

/** What one becomes, in a shop's words. */
const roleWords = {
  owner: 'an owner',
  admin: 'an administrator',
  member: 'a member of the team',
  viewer: 'a member of the team who can look at everything',
  customer: 'a customer',
  support: 'support',
  'support-people': 'support',
} as const satisfies Record<BuiltInRole, string>;

/** Asks somebody to join a business. The link is theirs alone and works once. */
export const invitation: Template<'invitation'> = ({ tenantName, inviterName, role, message }, { secretLink }) => {
  const as = isBuiltInRole(role) ? roleWords[role] : `“${role}”`;
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
