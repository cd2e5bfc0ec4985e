/** What each job carries. A job only points at rows: what is due and what was done is in PostgreSQL. */
export interface JobData {
  'reminders.sweep': Record<string, never>;
  'reminders.send': { mailIds: readonly string[] };
  'notices.collect': Record<string, never>;
}
export type JobName = keyof JobData;

export interface JobDeclaration {
  /** Cron pattern in Asia/Tokyo, or null for a job that is only asked for. */
  readonly schedule: string | null;
}

/** Every job of the house, declared here and nowhere else. The worker does not start while one of them has no processor. */
export const JOBS: Readonly<Record<JobName, JobDeclaration>> = {
  'reminders.sweep': { schedule: '*/3 * * * *' },
  'reminders.send': { schedule: null },
  'notices.collect': { schedule: null },
};

export const JOB_NAMES = Object.keys(JOBS) as readonly JobName[];
