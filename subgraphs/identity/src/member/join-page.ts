import type { Locale } from "../account/account.policy.js";
import { escapeHtml, oneLine } from "../mail/mail-text.js";

/** What the page behind an invitation's link tells. */
export interface JoinPage {
  locale: Locale;
  accountName: string;
  email: string;
}

interface Words {
  title: (account: string) => string;
  how: (email: string) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    title: (account) => `${account} invites you`,
    how: (email) => `Open the studio's dashboard and sign in with ${email}: your first sign-in accepts the invitation.`,
  },
  de: {
    title: (account) => `${account} lädt Sie ein`,
    how: (email) =>
      `Öffnen Sie das Dashboard des Studios und melden Sie sich mit ${email} an: die erste Anmeldung nimmt die Einladung an.`,
  },
  fr: {
    title: (account) => `${account} vous invite`,
    how: (email) =>
      `Ouvrez le tableau de bord du studio et connectez-vous avec ${email} : la première connexion accepte l'invitation.`,
  },
  es: {
    title: (account) => `${account} le invita`,
    how: (email) =>
      `Abra el panel del estudio e inicie sesión con ${email}: el primer inicio de sesión acepta la invitación.`,
  },
};

/** The page behind an invitation that may be followed. */
export function joinPage({ locale, accountName, email }: JoinPage): string {
  const words = WORDS[locale];
  return page(locale, words.title(oneLine(accountName)), words.how(email));
}

/** The page behind a link that is no longer good, the same whatever the reason. */
export function gonePage(): string {
  return page("en", "This invitation is no longer good", "Ask whoever sent it for a new one.");
}

function page(locale: Locale, title: string, text: string): string {
  return [
    "<!doctype html>",
    `<html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>`,
    `<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main></body></html>`,
  ].join("\n");
}
