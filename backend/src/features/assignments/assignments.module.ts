import { Module } from '@nestjs/common';
import { AssignmentsController } from './assignments.controller.ts';

@Module({ controllers: [AssignmentsController] })
export class AssignmentsModule {}
