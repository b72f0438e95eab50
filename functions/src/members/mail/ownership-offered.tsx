import { Text } from '@react-email/components';
import { Action, Layout, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import { whyFromTeam } from './why.ts';

/** Tells somebody that an owner wants to hand over to them. */
export const ownershipOffered: Template<'ownership-offered'> = ({ tenantName, slug, actorName }, { webUrl }) => ({
  subject: `${actorName} offers you ${tenantName}`,
  body: (
    <Layout
      preview={`Become an owner of ${tenantName}.`}
      heading={`Become an owner of ${tenantName}`}
      footer={whyFromTeam(tenantName)}
    >
      <Text style={styles.text}>
        {`${actorName} wants to hand ${tenantName} over to you. If you accept within a week, you are an owner and ${actorName} becomes an administrator. Nothing changes if you don't.`}
      </Text>
      <Action href={`${webUrl}/t/${encodeURIComponent(slug)}/team`} label="Look at the offer" />
    </Layout>
  ),
});
