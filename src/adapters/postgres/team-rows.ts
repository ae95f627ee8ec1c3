import { desc, eq, gt, notInArray } from 'drizzle-orm';
import type { TeamStore } from '../../roster/team-store.ts';
import { teamMembers, teams } from './schema.ts';
import { after } from './session.ts';
import type { Session } from './session.ts';

/** Who was in which team when GitHub was last asked. */
export function teamRows({ rows, transaction, now }: Session): TeamStore {
  return {
    keep: (team, members) =>
      transaction(async (tx) => {
        const [kept] = await tx
          .insert(teams)
          .values({ name: team, readAt: now() })
          .onConflictDoUpdate({ target: teams.name, set: { readAt: now() } })
          .returning({ id: teams.id });
        if (kept === undefined) return;
        const { id: teamId } = kept;
        await tx.delete(teamMembers).where(eq(teamMembers.teamId, teamId));
        if (members.length > 0)
          await tx
            .insert(teamMembers)
            .values(members.map(({ id: memberId, login }) => ({ teamId, memberId, login })))
            .onConflictDoNothing();
      }),

    async keepOnly(named) {
      await rows.delete(teams).where(notInArray(teams.name, [...named]));
    },

    accounts: (withinMs) =>
      rows
        .select({ id: teamMembers.memberId, login: teamMembers.login })
        .from(teamMembers)
        .innerJoin(teams, eq(teams.id, teamMembers.teamId))
        .where(gt(teams.readAt, after(now(), -withinMs)))
        .orderBy(desc(teams.readAt)),

    async known(withinMs) {
      const found = await rows
        .select({ team: teams.name, member: teamMembers.memberId })
        .from(teams)
        .leftJoin(teamMembers, eq(teamMembers.teamId, teams.id))
        .where(gt(teams.readAt, after(now(), -withinMs)));
      const members = new Map<string, number[]>();
      for (const { team, member } of found)
        members.set(team, [...(members.get(team) ?? []), ...(member === null ? [] : [member])]);
      return members;
    },
  };
}
