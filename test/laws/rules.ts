import type { Action } from './actions.ts';
import { happenOwn, happenReturn, refusalsOfExtension, refusalsOfOwn, refusalsOfReturn } from './answer-rules.ts';
import {
  happenApproval, happenAssignment, happenReopening, refusalsOfApproval, refusalsOfAssignment, refusalsOfJudgement, refusalsOfMove,
  refusalsOfReopening, refusalsOfStart, refusalsOfText,
} from './card-rules.ts';
import { Refusals } from './refusals.ts';
import { answerOf, cardOf, PHASES, type World } from './world.ts';

/** Why this would be refused; nothing if it is allowed. */
export function refusalsOf(world: World, action: Action): Refusals {
  switch (action.does) {
    case 'edit': case 'request_check': case 'withdraw': case 'send_back': case 'submit': return refusalsOfOwn(world, action);
    case 'return': case 'cancel_return': return refusalsOfReturn(world, action);
    case 'extend': return refusalsOfExtension(world, action);
    case 'start_review': return refusalsOfStart(world, action);
    case 'approve': return refusalsOfApproval(world, action);
    case 'reopen': return refusalsOfReopening(world, action);
    case 'judge': return refusalsOfJudgement(world, action);
    case 'write_text': return refusalsOfText(world, action);
    case 'assign': return refusalsOfAssignment(world, action);
    case 'move': return refusalsOfMove(world, action);
    case 'wait': return new Refusals();
  }
}

/** What an allowed action does to the world. `mark`: the word by which what is typed in it can be known. */
export function happen(world: World, action: Action, mark: string): void {
  switch (action.does) {
    case 'edit': case 'request_check': case 'withdraw': case 'send_back': case 'submit': return happenOwn(world, action, mark);
    case 'return': case 'cancel_return': return happenReturn(world, action);
    case 'extend': answerOf(world, action.card, action.of).extension = action.until; return;
    case 'start_review': cardOf(world, action.card).stage = 'committee_review'; return;
    case 'approve': return happenApproval(cardOf(world, action.card));
    case 'reopen': return happenReopening(world, cardOf(world, action.card));
    case 'judge': Object.assign(cardOf(world, action.card), { progress: action.progress, decided: true }); return;
    case 'write_text': cardOf(world, action.card).texts[action.field] = action.text !== ''; return;
    case 'assign': return happenAssignment(world, action);
    case 'move': world.phase = PHASES[PHASES.indexOf(world.phase) + (action.on ? 1 : -1)] ?? world.phase; return;
    case 'wait': world.today = action.until;
  }
}
