import { OrganisationEntity, PersonEntity, PostEntity, SessionEntity } from './features/accounts/account.entity.ts';
import { BureauFigureEntity } from './features/bureau-figures/bureau-figure.entity.ts';
import { CardEntity, CardTextEntity } from './features/cards/card.entity.ts';
import { CommentEntity } from './features/comments/comment.entity.ts';
import { CycleEntity, PlanEntity, SectionEntity } from './features/cycles/cycle.entity.ts';
import { SubmissionEntity } from './features/submissions/submission.entity.ts';
import { FirstHouse } from './migrations/0001-first-house.ts';
import { SheetInAndOut } from './migrations/0002-sheet-in-and-out.ts';
import { TwentyFourAnswers } from './migrations/0003-twenty-four-answers.ts';
import { DeadlinesAndReminders } from './migrations/0004-deadlines-and-reminders.ts';
import { ToldAndCancelledMails } from './migrations/0005-told-and-cancelled-mails.ts';
import { NoticesOfComments } from './migrations/0006-notices-of-comments.ts';
import { open, type Orm } from './platform/database/connect.ts';
import { migrateSchema } from './platform/database/migrate.ts';
import type { Schema } from './platform/database/orm-options.ts';
import { migrateQueue } from './platform/queue/index.ts';

const schema: Schema = {
  entities: [
    OrganisationEntity, PersonEntity, PostEntity, SessionEntity, PlanEntity, CycleEntity, SectionEntity,
    CardEntity, CardTextEntity, SubmissionEntity, CommentEntity, BureauFigureEntity,
  ],
  migrations: [
    { name: '0001-first-house', class: FirstHouse },
    { name: '0002-sheet-in-and-out', class: SheetInAndOut },
    { name: '0003-twenty-four-answers', class: TwentyFourAnswers },
    { name: '0004-deadlines-and-reminders', class: DeadlinesAndReminders },
    { name: '0005-told-and-cancelled-mails', class: ToldAndCancelledMails },
    { name: '0006-notices-of-comments', class: NoticesOfComments },
  ],
};

/** Opens the product's database. */
export const connect = (url: string, poolMax?: number): Promise<Orm> => open(url, schema, poolMax);

/** Migrates it and the queue's tables as their owner and gives the application's role its rights. */
export async function migrate(ownerUrl: string, appUrl: string): Promise<string[]> {
  const done = await migrateSchema(ownerUrl, appUrl, schema);
  await migrateQueue(ownerUrl, appUrl);
  return done;
}
