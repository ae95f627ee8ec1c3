/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Account } from '../world/entities.ts';

export function Avatar({ account, size = 40 }: { account: Account; size?: number }) {
  return <img class="avatar" src={`/avatars/${account.id}`} width={size} height={size} alt="" />;
}

/** A login, with the badge that tells a bot from a person. */
export function Login({ account }: { account: Account }) {
  const bot = account.type === 'Bot';
  return (
    <>
      <a class="login" href={`/${account.login.replace(/\[bot\]$/, '')}`}>
        {account.login.replace(/\[bot\]$/, '')}
      </a>
      {bot ? <span class="badge">bot</span> : null}
    </>
  );
}

/** A round picture with a letter, since nobody here has a face. */
export function avatarSvg(account: Account): string {
  const hue = (account.id * 47) % 360;
  const letter = (account.login[0] ?? '?').toUpperCase();
  const fill = account.type === 'Bot' ? '#24292f' : `hsl(${hue} 45% 42%)`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${fill}"/><text x="20" y="27" font-family="Helvetica, Arial, sans-serif" font-size="20" font-weight="600" text-anchor="middle" fill="#fff">${letter}</text></svg>`;
}
