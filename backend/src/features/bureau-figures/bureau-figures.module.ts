import { Module } from '@nestjs/common';
import { BureauFiguresController } from './bureau-figures.controller.ts';

@Module({ controllers: [BureauFiguresController] })
export class BureauFiguresModule {}
