import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './features/accounts/index.ts';
import { AnswerBooksModule } from './features/answer-books/index.ts';
import { AssignmentsModule } from './features/assignments/index.ts';
import { AttachmentsModule } from './features/attachments/index.ts';
import { AuditModule } from './features/audit/index.ts';
import { BoardModule } from './features/board/index.ts';
import { BureauFiguresModule } from './features/bureau-figures/index.ts';
import { CalendarModule } from './features/calendar/index.ts';
import { CardsModule } from './features/cards/index.ts';
import { CommentsModule } from './features/comments/index.ts';
import { CyclesModule } from './features/cycles/index.ts';
import { ExchangeModule } from './features/exchange/index.ts';
import { HomeModule } from './features/home/index.ts';
import { LettersModule } from './features/letters/index.ts';
import { LintModule } from './features/lint/index.ts';
import { MailboxModule } from './features/mailbox/index.ts';
import { NotificationsModule } from './features/notifications/index.ts';
import { ProgressModule } from './features/progress/index.ts';
import { RemindersModule } from './features/reminders/index.ts';
import { ReviewsModule } from './features/reviews/index.ts';
import { SubmissionsModule } from './features/submissions/index.ts';
import { ChangesModule } from './platform/realtime/changes.module.ts';
import { databaseUrlOf } from './platform/database/connect.ts';
import { HealthModule } from './platform/http/health.module.ts';
import { PlatformModule, type Equipment } from './platform/platform.module.ts';
import { QueueModule } from './platform/queue/index.ts';

/** Every feature of the product; the API and the worker are made of the same modules. */
const FEATURES = [
  AccountsModule, AnswerBooksModule, AssignmentsModule, AttachmentsModule, AuditModule, BoardModule, BureauFiguresModule, CalendarModule, CardsModule, CommentsModule, CyclesModule, ExchangeModule,
  HomeModule, LettersModule, LintModule, MailboxModule, NotificationsModule, ProgressModule, RemindersModule, ReviewsModule, SubmissionsModule,
];

const shared = (equipment: Equipment) => [
  PlatformModule.with(equipment),
  QueueModule.forRoot({ databaseUrl: databaseUrlOf(equipment.orm), redisUrl: equipment.config.redisUrl }),
  ...FEATURES,
];

/** The API: routes, sockets, health. */
@Module({})
export class AppModule {
  static with(equipment: Equipment): DynamicModule {
    return { module: AppModule, imports: [...shared(equipment), HealthModule, ChangesModule] };
  }
}

/** The worker: the same features without a listener. */
@Module({})
export class WorkerModule {
  static with(equipment: Equipment): DynamicModule {
    return { module: WorkerModule, imports: shared(equipment) };
  }
}
