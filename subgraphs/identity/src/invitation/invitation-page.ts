import type { Locale } from "../account/account.policy.js";
import { oneLine } from "../mail/mail-text.js";
import { plainPage } from "../plain-page.js";

/** What the page behind a contact's link tells. */
export interface InvitationPage {
  locale: Locale;
  accountName: string;
  studioName: string;
}

interface Words {
  title: (account: string, studio: string) => string;
  how: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    title: (account, studio) => `${account} invites you to ${studio}`,
    how: "Open this link in the studio's app to accept: your email is proven by it, and you need no password.",
  },
  de: {
    title: (account, studio) => `${account} lädt Sie zu ${studio} ein`,
    how: "Öffnen Sie diesen Link in der App des Studios, um anzunehmen: er bestätigt Ihre E-Mail, ein Passwort brauchen Sie nicht.",
  },
  fr: {
    title: (account, studio) => `${account} vous invite à ${studio}`,
    how: "Ouvrez ce lien dans l'application du studio pour accepter : il confirme votre e-mail, sans mot de passe.",
  },
  es: {
    title: (account, studio) => `${account} le invita a ${studio}`,
    how: "Abra este enlace en la aplicación del estudio para aceptar: confirma su correo, sin contraseña.",
  },
};

/** The page behind an invitation that may be accepted. */
export function invitationPage({ locale, accountName, studioName }: InvitationPage): string {
  const { title, how } = WORDS[locale];
  return plainPage(locale, title(oneLine(accountName), oneLine(studioName)), how);
}
