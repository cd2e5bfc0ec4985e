import type { Notice } from '@furikaeri/contracts';

type Stored<K extends keyof Notice = keyof Notice> = { [P in K]: P extends 'at' | 'readAt' ? string | Date | null : Notice[P] };

/** The columns of a notice as the screens name them. */
export const NOTICE_COLUMNS = `id, kind, at, read_at as "readAt", by, cycle_id as "cycleId", card_id as "cardId", submission_id as "submissionId", comment_id as "commentId",
  organisation_id as "organisationId", field, facts`;

const instant = (at: string | Date): string => new Date(at).toISOString();

/** A row of {@link NOTICE_COLUMNS} as it crosses the wire. */
export const presentNotice = (row: Stored): Notice => ({ ...row, at: instant(row.at ?? ''), readAt: row.readAt === null ? null : instant(row.readAt) });
