import { AppAnswer, readAnswer } from './answers.ts';
import type { CommentAnswer } from './answers.ts';
import type { GitHubClient } from './client.ts';

/** A comment, or a pull request, which never says through which App. */
type Written = Pick<CommentAnswer, 'user' | 'performed_via_github_app'>;

/**
 * Tells whether our App wrote something: a bot wrote it, through our App. Where GitHub does not say through which App
 * (older GitHub Enterprise Servers), the bot's name tells, which nobody else can take.
 */
export function createAuthorship(client: GitHubClient): (written: Written) => Promise<boolean> {
  let login: Promise<string> | null = null;
  const askLogin = async () => {
    const { data } = await client.app.rest.apps.getAuthenticated();
    return `${readAnswer(AppAnswer, 'GET /app', data).slug}[bot]`;
  };

  return async ({ user, performed_via_github_app: via }) => {
    if (user?.type !== 'Bot') return false;
    if (via !== null && via !== undefined) return via.id === client.appId;
    login ??= askLogin();
    try {
      return user.login === (await login);
    } catch (error) {
      // A failure must not be remembered as the name.
      login = null;
      throw error;
    }
  };
}
