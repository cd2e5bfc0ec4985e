import { Module } from '@nestjs/common';
import { LintController } from './lint.controller.ts';

@Module({ controllers: [LintController] })
export class LintModule {}
