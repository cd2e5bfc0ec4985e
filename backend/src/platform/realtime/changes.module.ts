import { Module } from '@nestjs/common';
import { ChangesController } from './changes.controller.ts';
import { Presences } from './presences.ts';
import { ReadChanges } from './read-changes.ts';
import { Seats } from './seats.ts';
import { StreamsGateway } from './streams.gateway.ts';

/** Streams of changes: pushed over sockets, or asked for by REST. */
@Module({ controllers: [ChangesController], providers: [ReadChanges, StreamsGateway, Presences, Seats] })
export class ChangesModule {}
