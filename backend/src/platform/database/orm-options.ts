import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';
import { OrganisationEntity, PersonEntity, PostEntity, SessionEntity } from '../../features/accounts/account.entity.ts';
import { CardEntity, CardTextEntity } from '../../features/cards/card.entity.ts';
import { CommentEntity } from '../../features/comments/comment.entity.ts';
import { CycleEntity, PlanEntity, SectionEntity } from '../../features/cycles/cycle.entity.ts';
import { ReminderItemEntity, ReminderMailEntity } from '../../features/reminders/reminder.entity.ts';
import { SubmissionEntity } from '../../features/submissions/submission.entity.ts';
import { FirstHouse } from '../../migrations/0001-first-house.ts';

/** MikroORM on one PostgreSQL. No reflection and no file discovery: entities and migrations are listed here. */
export const ormOptions = (url: string, poolMax = 10): Options =>
  defineConfig({
    clientUrl: url,
    entities: [
      OrganisationEntity, PersonEntity, PostEntity, SessionEntity, PlanEntity, CycleEntity, SectionEntity,
      CardEntity, CardTextEntity, SubmissionEntity, CommentEntity, ReminderItemEntity, ReminderMailEntity,
    ],
    extensions: [Migrator],
    migrations: { migrationsList: [{ name: '0001-first-house', class: FirstHouse }], tableName: 'migration', snapshot: false, disableForeignKeys: false, silent: true },
    pool: { min: 0, max: poolMax },
    discovery: { warnWhenNoEntities: false },
    forceUtcTimezone: true,
    debug: false,
  });
