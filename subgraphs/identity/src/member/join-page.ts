import type { Locale } from "../account/account.policy.js";
import { oneLine } from "../mail/mail-text.js";
import { plainPage } from "../plain-page.js";

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
  return plainPage(locale, words.title(oneLine(accountName)), words.how(email));
}
