/** Why work on a run stops before its end. */
export class RunStopped extends Error {
  readonly why: 'lease-lost' | 'process-ending';

  constructor(why: 'lease-lost' | 'process-ending') {
    super(why === 'lease-lost' ? 'the run is no longer ours' : 'the process is ending');
    this.name = 'RunStopped';
    this.why = why;
  }
}
