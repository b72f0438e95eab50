import { Text } from '@react-email/components';
import { Action, Layout, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import { roleWords } from './role-words.ts';
import { whyFromTeam } from './why.ts';

/** Tells somebody that they are something else in a business from now on. */
export const roleChanged: Template<'role-changed'> = ({ tenantName, slug, actorName, role }, { webUrl }) => {
  const what = `You are ${roleWords(role)} at ${tenantName} now.`;
  return {
    subject: `Your role at ${tenantName} has changed`,
    body: (
      <Layout preview={what} heading="Your role has changed" footer={whyFromTeam(tenantName)}>
        <Text style={styles.text}>{`${what} ${actorName} has changed it, and it holds at once.`}</Text>
        <Action href={`${webUrl}/t/${encodeURIComponent(slug)}`} label={`Open ${tenantName}`} />
      </Layout>
    ),
  };
};
