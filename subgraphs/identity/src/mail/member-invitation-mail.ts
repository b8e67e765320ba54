import type { Locale } from "../account/account.policy.js";
import { deadline, linkMail } from "./link-mail.js";
import { oneLine } from "./mail-text.js";
import type { Mail } from "./mailer.js";

/** What a member's invitation mail says. */
export interface MemberInvitationMail {
  to: string;
  accountName: string;
  /** The language of the account. */
  locale: Locale;
  /** The whole link. */
  link: string;
  expiresAt: Date;
  messageId: string;
}

interface Words {
  subject: (account: string) => string;
  offer: (account: string) => string;
  how: (email: string) => string;
  until: (date: string) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (account) => `${account} invites you to their headshot studio`,
    offer: (account) => `${account} invites you to work on their headshot studio.`,
    how: (email) => `Follow the link and sign in with ${email}:`,
    until: (date) => `The link works once, until ${date}. If you do not know the sender, nothing needs to be done.`,
  },
  de: {
    subject: (account) => `${account} lädt Sie in das Fotostudio ein`,
    offer: (account) => `${account} lädt Sie ein, am Fotostudio mitzuarbeiten.`,
    how: (email) => `Folgen Sie dem Link und melden Sie sich mit ${email} an:`,
    until: (date) => `Der Link gilt einmal, bis ${date}. Kennen Sie den Absender nicht, ist nichts zu tun.`,
  },
  fr: {
    subject: (account) => `${account} vous invite dans son studio photo`,
    offer: (account) => `${account} vous invite à travailler sur son studio photo.`,
    how: (email) => `Suivez le lien et connectez-vous avec ${email} :`,
    until: (date) =>
      `Le lien sert une fois, jusqu'au ${date}. Si l'expéditeur vous est inconnu, il n'y a rien à faire.`,
  },
  es: {
    subject: (account) => `${account} le invita a su estudio fotográfico`,
    offer: (account) => `${account} le invita a trabajar en su estudio fotográfico.`,
    how: (email) => `Siga el enlace e inicie sesión con ${email}:`,
    until: (date) => `El enlace sirve una vez, hasta el ${date}. Si no conoce al remitente, no tiene que hacer nada.`,
  },
};

/** The mail that carries an invitation's link, in the account's language. */
export function memberInvitationMail(invitation: MemberInvitationMail): Mail {
  const { to, locale, link, expiresAt, messageId } = invitation;
  const words = WORDS[locale];
  const account = oneLine(invitation.accountName);
  const before = [words.offer(account), words.how(to)];
  const after = [words.until(deadline(expiresAt, locale))];
  return linkMail({ to, messageId, locale, subject: words.subject(account), before, link, after });
}
