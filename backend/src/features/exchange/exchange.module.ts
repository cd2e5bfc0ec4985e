import { Module } from '@nestjs/common';
import { FormsController } from './forms.controller.ts';
import { ImportsController } from './imports.controller.ts';

@Module({ controllers: [ImportsController, FormsController] })
export class ExchangeModule {}
