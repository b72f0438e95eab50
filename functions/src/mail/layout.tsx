import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import { Fragment, type ReactNode } from 'react';
import type { MailLanguage } from '@tenantry/model/mail-languages';
import { useWording } from './wording.ts';

/** Mail programs read styles on the element only. */
export const styles = {
  page: { backgroundColor: '#f4f4f5', fontFamily: 'system-ui, -apple-system, "Segoe UI", sans-serif', margin: 0 },
  card: { backgroundColor: '#ffffff', margin: '24px auto', maxWidth: '560px', padding: '32px', borderRadius: '8px' },
  heading: { color: '#18181b', fontSize: '20px', lineHeight: '28px', margin: '0 0 16px' },
  text: { color: '#27272a', fontSize: '15px', lineHeight: '24px', margin: '0 0 16px' },
  quiet: { color: '#52525b', fontSize: '13px', lineHeight: '20px', margin: '0' },
  quote: { borderLeft: '3px solid #d4d4d8', margin: '0 0 16px', paddingLeft: '16px' },
  button: {
    backgroundColor: '#18181b',
    borderRadius: '6px',
    color: '#ffffff',
    fontSize: '15px',
    lineHeight: '20px',
    padding: '12px 20px',
    textDecoration: 'none',
  },
  rule: { borderColor: '#e4e4e7', margin: '24px 0' },
} as const;

type LayoutProps = {
  /** The line that a mail program shows beside the subject. */
  readonly preview: string;
  readonly heading: string;
  /** Why this mail came. */
  readonly footer: ReactNode;
  readonly children: ReactNode;
};

/** The paper that every mail is written on. */
export function Layout({ preview, heading, footer, children }: LayoutProps) {
  const { language } = useWording();
  return (
    <Html lang={language}>
      <Head />
      <Preview>{preview}</Preview>
      <Body style={styles.page}>
        <Container style={styles.card}>
          <Heading as="h1" style={styles.heading}>
            {heading}
          </Heading>
          {children}
          <Hr style={styles.rule} />
          <Text style={styles.quiet}>{footer}</Text>
        </Container>
      </Body>
    </Html>
  );
}

const orOpen = {
  en: 'Or open this address:',
  de: 'Oder öffnen Sie diese Adresse:',
  fr: 'Ou ouvrez cette adresse :',
} as const satisfies Record<MailLanguage, string>;

/** The one thing to do, as a button, and its address in words for who can't press it. */
export function Action({ href, label }: { readonly href: string; readonly label: string }) {
  const { language } = useWording();
  return (
    <Section style={{ margin: '8px 0 0' }}>
      <Button href={href} style={styles.button}>
        {label}
      </Button>
      <Text style={{ ...styles.quiet, marginTop: '16px' }} data-skip-in-text="true">
        {orOpen[language]} <Link href={href}>{href}</Link>
      </Text>
    </Section>
  );
}

/** What a person wrote, with their line breaks. Nothing at all for an empty text. */
export function Quote({ children }: { readonly children: string }) {
  if (children === '') return null;
  return (
    <Section style={styles.quote}>
      <Text style={{ ...styles.text, margin: 0 }}>
        <Lines>{children}</Lines>
      </Text>
    </Section>
  );
}

/** Text with its line breaks, which HTML would fold. */
export function Lines({ children }: { readonly children: string }) {
  return children.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
}
