import { html, page, type Html } from "../html.js";
import type { HubUser, HubUsers } from "./users.js";

const NOTICE = html`<p class="stand-in">
  This is a <strong>stand-in</strong> for the Hub, for a laptop only. It asks for no password: anyone who can reach it
  can be anyone.
</p>`;

/** The page where a person picks who to be. */
export function signInPage(users: HubUsers): string {
  const choices = users.all.map(
    (user) => html`<form method="post"><button name="login" value="${user.login}">${describe(user)}</button></form>`,
  );
  return page("Sign in to the Hub (stand-in)", html`${NOTICE}${choices}`);
}

/** The page at the issuer's own address. */
export function homePage(issuer: string, users: HubUsers): string {
  const alias = new Map(Object.entries(users.aliases).map(([name, login]) => [login, name]));
  const rows = users.all.map((user) => {
    const token = `/token/${encodeURIComponent(alias.get(user.login) ?? user.login)}`;
    return html`<tr>
      <td>${describe(user)}</td>
      <td>${user.login}</td>
      <td><a href="${token}">${issuer}${token}</a></td>
    </tr>`;
  });
  return page(
    "Hub (stand-in)",
    html`${NOTICE}
      <p>
        OpenID configuration: <a href="/.well-known/openid-configuration">${issuer}/.well-known/openid-configuration</a>
      </p>
      <table>
        <tr>
          <th>user</th>
          <th>login</th>
          <th>access token, for one hour</th>
        </tr>
        ${rows}
      </table>`,
  );
}

function describe({ name, claims }: HubUser): Html {
  const marks = [claims?.staff ? "staff" : "", claims?.mfa ? "MFA" : ""].filter((mark) => mark !== "");
  return html`${name}${marks.length === 0 ? "" : ` (${marks.join(", ")})`}`;
}
