import type { Parameters } from '../parameters.ts';

/**
 * The cohort that signals may be tuned to. Its shape (log-normal tasks, some who never get over what they do not understand, a third who
 * do not finish) is the literature's that `parameters.ts` names; the amounts are our choice.
 */
export const tuned: Parameters = {
  term: {
    start: '2026-09-07',
    weeks: 13,
    furtherWeeks: 39,
    holidays: [
      { from: '2026-10-19', to: '2026-10-20' },
      { from: '2026-12-21', to: '2027-01-01' },
      { from: '2027-04-02', to: '2027-04-05' },
    ],
  },
  course: {
    projects: 10,
    hours: { kind: 'log-normal', median: 6.5, sigma: 0.45 },
    authorsGuess: { kind: 'log-normal', median: 0.8, sigma: 0.3 },
    criteria: { least: 4, most: 8 },
    essentialShare: 0.5,
    reviewedFrom: 0.6,
    branching: 3,
  },
  learners: {
    rhythms: [
      {
        name: 'full-time',
        share: 0.5,
        days: { least: 5, most: 5, weekend: false },
        showsUp: { kind: 'uniform', from: 0.75, to: 0.98 },
        hours: { kind: 'log-normal', median: 3.5, sigma: 0.3 },
      },
      {
        name: 'part-time',
        share: 0.2,
        days: { least: 2, most: 3, weekend: false },
        showsUp: { kind: 'uniform', from: 0.75, to: 0.95 },
        hours: { kind: 'log-normal', median: 3, sigma: 0.3 },
      },
      {
        name: 'evenings and weekends',
        share: 0.2,
        days: { least: 3, most: 5, weekend: true },
        showsUp: { kind: 'uniform', from: 0.6, to: 0.9 },
        hours: { kind: 'log-normal', median: 2.5, sigma: 0.35 },
      },
      {
        name: 'sprints',
        share: 0.1,
        days: { least: 5, most: 6, weekend: true },
        showsUp: { kind: 'uniform', from: 0.85, to: 1 },
        hours: { kind: 'log-normal', median: 5, sigma: 0.25 },
        sprints: { weeksOn: 4, weeksOff: 2 },
      },
    ],
    timeZones: ['Europe/Copenhagen', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'],
    paceSigma: 0.4,
    task: { kind: 'log-normal', median: 1, sigma: 0.45 },
    startsWithinWeeks: 2,
    pushes: { kind: 'uniform', from: 0.4, to: 1.2 },
    eager: { kind: 'uniform', from: 0, to: 0.25 },
    talkers: 0.06,
    copiers: 0.12,
    goesOnWhileWaiting: 0.6,
    jugglers: 0.2,
    procrastination: { share: 0.25, factor: 1.4 },
  },
  absences: {
    leave: { perTerm: 0.4, days: { kind: 'log-normal', median: 6, sigma: 0.5 } },
    illness: {
      perTerm: 0.6,
      days: { kind: 'log-normal', median: 4, sigma: 0.8 },
      tells: 0.5,
      afterDays: { kind: 'uniform', from: 0, to: 4 },
    },
    quiet: { perTerm: 0.35, workingDays: { least: 3, most: 6 } },
  },
  trouble: {
    block: { probability: 0.12, abilitySlope: 0.6, copiersSlope: 1 },
    hours: { kind: 'log-normal', median: 4, sigma: 1.2 },
    goesRound: 0.6,
    correctiveHelps: 0.2,
    sessionHelps: 0.8,
    styles: [
      { style: 'spins', share: 0.2 },
      { style: 'hammers', share: 0.1 },
      { style: 'digs', share: 0.15 },
      { style: 'avoids', share: 0.2 },
      { style: 'asks', share: 0.2 },
      { style: 'switches', share: 0.15 },
    ],
    asksAnyway: 0.03,
    givesUp: { aDay: 0.006, doublesAfterDays: 7 },
    leaves: 0.0015,
    comesBack: { share: 0.3, days: { kind: 'log-normal', median: 24, sigma: 0.5 } },
    slowing: {
      share: 0.1,
      to: { kind: 'uniform', from: 0.15, to: 0.6 },
      withinWeeks: { kind: 'uniform', from: 2, to: 5 },
      recovers: 0.4,
    },
  },
  marking: {
    slip: 0.1,
    sameFailure: 0.75,
    stopsEverything: 0.25,
    threshold: 0.8,
    broken: { share: 0.01, hours: { kind: 'log-normal', median: 6, sigma: 1 } },
    refused: 0.015,
    peers: { kind: 'exponential', mean: 1.2 },
    staff: { kind: 'log-normal', median: 1.2, sigma: 0.9 },
    sentBack: 0.15,
    session: { kind: 'exponential', mean: 1.2 },
  },
};
