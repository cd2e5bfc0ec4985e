import { Module } from '@nestjs/common';
import { FormsController } from './forms.controller.ts';
import { ImportsController } from './imports.controller.ts';
import { WardTablesController } from './ward-tables.controller.ts';

@Module({ controllers: [ImportsController, FormsController, WardTablesController] })
export class ExchangeModule {}
