import { Module } from '@nestjs/common';
import { CyclesController } from './cycles.controller.ts';

@Module({ controllers: [CyclesController] })
export class CyclesModule {}
