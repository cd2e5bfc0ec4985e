import { Module } from '@nestjs/common';
import { ProgressController } from './progress.controller.ts';

@Module({ controllers: [ProgressController] })
export class ProgressModule {}
