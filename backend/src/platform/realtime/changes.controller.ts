import { readChanges } from '@furikaeri/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Serves } from '../auth/serves.ts';
import type { SignedIn } from '../auth/signed-in.ts';
import { ReadChanges } from './read-changes.ts';

@Controller()
export class ChangesController {
  constructor(private readonly changes: ReadChanges) {}

  @Serves(readChanges)
  read(@Me() actor: SignedIn, @Input() input: unknown) {
    return this.changes.run(actor, input);
  }
}
