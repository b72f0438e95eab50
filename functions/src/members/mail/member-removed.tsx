import { Text } from '@react-email/components';
import { Action, Layout, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import { whyFromTeam } from './why.ts';

/** Tells somebody that they are in a business no longer. */
export const memberRemoved: Template<'member-removed'> = ({ tenantName, actorName }, { webUrl }) => ({
  subject: `You no longer belong to ${tenantName}`,
  body: (
    <Layout
      preview={`Your access to ${tenantName} has ended.`}
      heading={`You no longer belong to ${tenantName}`}
      footer={whyFromTeam(tenantName)}
    >
      <Text style={styles.text}>
        {`${actorName} has removed you, and your access ended at once. If that is a mistake, ask them for a new invitation.`}
      </Text>
      <Action href={webUrl} label="See your businesses" />
    </Layout>
  ),
});
