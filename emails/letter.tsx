import {
  Button,
  Container,
  Head,
  Heading,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import { Fragment, type ReactNode } from "react";
import type { LetterContext } from "./letter-context.ts";
import { darkStyles, ink, paper, softInk, styles } from "./letter-style.ts";

/** A letter's paper: the club's name above, what it says, and why it came below. */
export function Letter(props: {
  context: LetterContext;
  /** What an inbox shows after the subject. */
  preview: string;
  heading: string;
  /** Why this person gets this letter. */
  because: string;
  children: ReactNode;
}) {
  const { context, preview, heading, because, children } = props;
  return (
    <Html lang={context.locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyles}</style>
      </Head>
      <Preview>{preview}</Preview>
      {/* Not React Email's Body, whose table keeps the paper's colour by night. */}
      <body className="paper" style={{ ...styles.body, backgroundColor: paper }}>
        <Container style={styles.page}>
          <Text className="accent" style={styles.club}>
            {context.clubName}
          </Text>
          <Section className="sheet" style={styles.sheet}>
            <Heading as="h1" className="ink" style={{ ...styles.heading, color: ink }}>
              {heading}
            </Heading>
            {children}
          </Section>
          <Text className="soft" style={{ ...styles.small, color: softInk }}>
            {because}
          </Text>
          {context.unsubscribe && (
            <Text className="soft" style={{ ...styles.small, color: softInk }}>
              <Link
                href={context.unsubscribe.link}
                className="soft"
                style={{ color: softInk, textDecoration: "underline" }}
              >
                {context.t(`letters.stop.${context.unsubscribe.kind}`)}
              </Link>
            </Text>
          )}
          <Text className="soft" style={{ ...styles.small, color: softInk }}>
            <Link href={context.origin} className="soft" style={{ color: softInk }}>
              {context.origin.replace(/^https?:\/\//, "")}
            </Link>
            {(["rules", "privacy", "contact"] as const).map((text) => (
              <Fragment key={text}>
                {" · "}
                <Link
                  href={`${context.origin}/about/${text}`}
                  className="soft"
                  style={{ color: softInk }}
                >
                  {context.t(`foot.${text}`)}
                </Link>
              </Fragment>
            ))}
          </Text>
        </Container>
      </body>
    </Html>
  );
}

/** A paragraph of a letter. */
export function Words({ children, soft = false }: { children: ReactNode; soft?: boolean }) {
  return (
    <Text
      className={soft ? "soft" : "ink"}
      style={{ ...styles.words, color: soft ? softInk : ink, fontSize: soft ? 14 : 16 }}
    >
      {children}
    </Text>
  );
}

/** The one thing to do. */
export function LetterButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={styles.action}>
      <Button href={href} className="button" style={styles.button}>
        {children}
      </Button>
    </Section>
  );
}

/** What can be looked at besides. */
export function LetterLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Text className="soft" style={{ ...styles.words, color: softInk, fontSize: 14 }}>
      <Link href={href} className="soft" style={{ color: softInk, textDecoration: "underline" }}>
        {children}
      </Link>
    </Text>
  );
}

/** What somebody wrote, as they wrote it. */
export function Reason({ context, children }: { context: LetterContext; children: string }) {
  return (
    <Section className="cell" style={styles.reason}>
      <Text className="soft" style={{ ...styles.small, color: softInk, margin: 0 }}>
        {context.t("mail.reason")}
      </Text>
      <Text className="ink" style={{ ...styles.words, color: ink, fontSize: 16, margin: 0 }}>
        {children}
      </Text>
    </Section>
  );
}

/** Names and values, one below the other. */
export function Facts({ rows }: { rows: { name: string; value: string }[] }) {
  return (
    <Section style={styles.action}>
      {rows.map(({ name, value }) => (
        <Text key={name} className="ink" style={{ ...styles.words, color: ink, margin: 0 }}>
          <span className="soft" style={{ color: softInk }}>
            {`${name}: `}
          </span>
          {value}
        </Text>
      ))}
    </Section>
  );
}

/** A figure to be seen first, with what it counts below. */
export function Figure({ value, caption }: { value: string; caption: string }) {
  return (
    <Section style={styles.action}>
      <Text className="accent" style={styles.figure}>
        {value}
      </Text>
      <Text className="soft" style={{ ...styles.small, color: softInk, margin: 0 }}>
        {caption}
      </Text>
    </Section>
  );
}

/** Lines of a statement: what, and how many points at the right. */
export function Lines({ rows }: { rows: { key: string; what: string; points: string }[] }) {
  return (
    <table
      className="lines"
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={styles.table}
    >
      <tbody>
        {rows.map(({ key, what, points }) => (
          <tr key={key}>
            <td className="ink cell" style={styles.cell}>
              {what}
            </td>
            <td className="ink cell" align="right" style={{ ...styles.cell, ...styles.points }}>
              {points}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
