import { Module } from '@nestjs/common';
import { SubmissionsController } from './submissions.controller.ts';

@Module({ controllers: [SubmissionsController] })
export class SubmissionsModule {}
