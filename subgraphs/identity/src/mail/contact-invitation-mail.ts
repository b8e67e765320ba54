import type { Locale } from "../account/account.policy.js";
import { deadline, linkMail } from "./link-mail.js";
import { oneLine } from "./mail-text.js";
import type { Mail } from "./mailer.js";

/** What a contact's invitation mail says. */
export interface ContactInvitationMail {
  to: string;
  accountName: string;
  studioName: string;
  /** The language of the account. */
  locale: Locale;
  /** The whole link. */
  link: string;
  expiresAt: Date;
  messageId: string;
}

interface Words {
  subject: (account: string, studio: string) => string;
  offer: (account: string, studio: string) => string;
  how: string;
  until: (date: string) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (account, studio) => `${account} invites you to ${studio}`,
    offer: (account, studio) => `${account} invites you to ${studio}, the studio where your headshot is taken.`,
    how: "Follow the link to accept. It is yours alone and proves your email: you need no password.",
    until: (date) => `It can be accepted once, until ${date}. If you do not know the sender, nothing needs to be done.`,
  },
  de: {
    subject: (account, studio) => `${account} lädt Sie zu ${studio} ein`,
    offer: (account, studio) => `${account} lädt Sie zu ${studio} ein, dem Studio für Ihr Porträt.`,
    how: "Folgen Sie dem Link, um anzunehmen. Er ist nur für Sie und bestätigt Ihre E-Mail: ein Passwort brauchen Sie nicht.",
    until: (date) => `Annehmen können Sie einmal, bis ${date}. Kennen Sie den Absender nicht, ist nichts zu tun.`,
  },
  fr: {
    subject: (account, studio) => `${account} vous invite à ${studio}`,
    offer: (account, studio) => `${account} vous invite à ${studio}, le studio de votre portrait.`,
    how: "Suivez le lien pour accepter. Il est à vous seul et confirme votre e-mail : aucun mot de passe n'est nécessaire.",
    until: (date) =>
      `Vous pouvez accepter une fois, jusqu'au ${date}. Si l'expéditeur vous est inconnu, il n'y a rien à faire.`,
  },
  es: {
    subject: (account, studio) => `${account} le invita a ${studio}`,
    offer: (account, studio) => `${account} le invita a ${studio}, el estudio de su retrato.`,
    how: "Siga el enlace para aceptar. Es solo para usted y confirma su correo: no necesita contraseña.",
    until: (date) => `Puede aceptar una vez, hasta el ${date}. Si no conoce al remitente, no tiene que hacer nada.`,
  },
};

/** The mail that carries a contact's link, in the account's language. It greets nobody by name: the link is enough. */
export function contactInvitationMail(invitation: ContactInvitationMail): Mail {
  const { to, locale, link, expiresAt, messageId } = invitation;
  const words = WORDS[locale];
  const account = oneLine(invitation.accountName);
  const studio = oneLine(invitation.studioName);
  const before = [words.offer(account, studio), words.how];
  const after = [words.until(deadline(expiresAt, locale))];
  return linkMail({ to, messageId, locale, subject: words.subject(account, studio), before, link, after });
}
