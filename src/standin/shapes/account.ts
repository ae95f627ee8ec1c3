import { isoTime, nodeId, type Links } from '../links.ts';
import type { Account } from '../world/entities.ts';

/** GitHub's `simple-user`: a person, an organisation or a bot, where it is mentioned. */
export function simpleUser(links: Links, account: Account) {
  const api = links.api(`/users/${encodeURIComponent(account.login)}`);
  const page =
    account.type === 'Bot' ? `/apps/${account.login.replace(/\[bot\]$/, '')}` : `/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type === 'User' ? 'U' : account.type === 'Bot' ? 'BOT' : 'O', account.id),
    avatar_url: links.html(`/avatars/${account.id}`),
    gravatar_id: '',
    url: api,
    html_url: links.html(page),
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** GitHub's `public-user`: what anybody may know of somebody. */
export function publicUser(links: Links, account: Account) {
  const at = isoTime(account.createdAt);
  return {
    ...simpleUser(links, account),
    name: account.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: at,
    updated_at: at,
  };
}

/** What a webhook says of the organisation that it happened in. */
export function organizationSimple(links: Links, account: Account) {
  const api = links.api(`/orgs/${account.login}`);
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('O', account.id),
    url: api,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: links.html(`/avatars/${account.id}`),
    description: '',
  };
}
