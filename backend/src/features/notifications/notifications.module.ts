import { Module } from '@nestjs/common';
import { CalendarFeedController } from './calendar-feed.controller.ts';
import { NotificationsController } from './notifications.controller.ts';

@Module({ controllers: [NotificationsController, CalendarFeedController] })
export class NotificationsModule {}
