import { Module } from '@nestjs/common';
import { CardsController } from './cards.controller.ts';

@Module({ controllers: [CardsController] })
export class CardsModule {}
