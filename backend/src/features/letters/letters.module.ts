import { Module } from '@nestjs/common';
import { LettersController } from './letters.controller.ts';

/** 文面, what a mail says, 送信の記録, and what could not be sent. */
@Module({ controllers: [LettersController] })
export class LettersModule {}
