import { describe, expect, it } from 'vitest';
import { type Role, roles } from '../../../kernel/actor.ts';
import { languages } from '../../../kernel/language.ts';
import {
  type ApplicationState,
  applicationStates,
  isOver,
  moveKeys,
  moveLabel,
  moves,
  stateLabel,
  turnOf,
  whyNotMove,
} from './process.ts';

const staff: readonly Role[] = ['staff-fund', 'director'];
const city: readonly Role[] = ['city-focal-point', 'city-certifier', 'mayor'];

/** Written by hand, apart from the process itself: what may happen, from where, by whom. */
const allowed: Readonly<Record<string, readonly [readonly ApplicationState[], readonly Role[] | 'clock']>> = {
  'sign-and-send': [['draft'], ['city-certifier', 'mayor']],
  'take-back': [['submitted'], city],
  lapse: [['draft', 'invited'], 'clock'],
  'begin-screening': [['submitted'], staff],
  'find-eligible': [['screening'], staff],
  'find-ineligible': [['screening'], staff],
  'admit-after-all': [['ineligible'], staff],
  'send-to-review': [['eligible'], staff],
  invite: [['eligible', 'in-review', 'reserve'], staff],
  'take-up': [['invited'], city],
  'put-in-reserve': [['in-review'], staff],
  select: [['in-review', 'reserve'], staff],
  'not-select': [['in-review', 'reserve'], staff],
  withdraw: [
    ['draft', 'submitted', 'screening', 'eligible', 'in-review', 'invited', 'reserve', 'selected'],
    city,
  ],
};
const byTwo = ['admit-after-all', 'invite', 'put-in-reserve', 'select', 'not-select'];
const whileOpen = ['sign-and-send', 'take-back', 'take-up'];
const lastOnly = ['select'];
const earlierOnly = ['invite', 'take-up'];

describe('the process of an application', () => {
  it('allows each move to each role in each state exactly as written by hand', () => {
    let asked = 0;
    const wrong: string[] = [];
    for (const key of moveKeys) {
      const [from, who] = allowed[key] ?? [[], []];
      for (const state of applicationStates) {
        for (const role of [...roles, 'clock'] as const) {
          for (const proposedIt of [false, true]) {
            for (const isLastStage of [false, true]) {
              for (const stageIsOpen of [false, true]) {
                asked++;
                const mayActs = role === 'clock' ? who === 'clock' : who !== 'clock' && who.includes(role);
                const expected =
                  mayActs &&
                  from.includes(state) &&
                  !(byTwo.includes(key) && proposedIt) &&
                  !(whileOpen.includes(key) && !stageIsOpen) &&
                  !(lastOnly.includes(key) && !isLastStage) &&
                  !(earlierOnly.includes(key) && isLastStage);
                const mover = { roles: role === 'clock' ? ('clock' as const) : [role], proposedIt };
                const may = whyNotMove(key, mover, { state, isLastStage, stageIsOpen }) === undefined;
                if (may !== expected) wrong.push(`${key} ${state} ${role} ${may}`);
              }
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBe(moveKeys.length * applicationStates.length * (roles.length + 1) * 8);
    expect(moveKeys.toSorted()).toEqual(Object.keys(allowed).toSorted());
  });

  it('says why not: the state before the stage, the clock before the second person', () => {
    const why = (key: Parameters<typeof whyNotMove>[0], over: object, proposedIt = false) =>
      whyNotMove(
        key,
        { roles: ['director', 'mayor'], proposedIt },
        { state: 'draft', isLastStage: true, stageIsOpen: false, ...over },
      )?.key;
    expect(why('sign-and-send', {})).toBe('fund:stage-not-open');
    expect(why('sign-and-send', { state: 'selected' })).toBe('fund:not-in-this-state');
    expect(why('invite', { state: 'in-review' })).toBe('fund:no-stage-after');
    expect(why('select', { state: 'in-review', isLastStage: false })).toBe('fund:only-in-last-stage');
    expect(why('select', { state: 'in-review' }, true)).toBe('fund:second-person-needed');
    expect(why('lapse', {})).toBe('platform:permission-missing');
  });

  it('reaches every state, and every state that is not over has a way on', () => {
    const reached = new Set<ApplicationState>(['draft']);
    for (let round = 0; round < applicationStates.length; round++) {
      for (const key of moveKeys) {
        for (const state of Array.from(reached)) {
          for (const isLastStage of [false, true]) {
            const roleSets = [['director', 'mayor'] as Role[], 'clock' as const];
            for (const who of roleSets) {
              const standing = { state, isLastStage, stageIsOpen: true };
              if (!whyNotMove(key, { roles: who, proposedIt: false }, standing)) reached.add(moves[key].to);
            }
          }
        }
      }
    }
    expect([...reached].toSorted()).toEqual([...applicationStates].toSorted());
    for (const state of applicationStates) {
      const waysOn = moveKeys.filter((key) => allowed[key]?.[0].includes(state));
      expect(waysOn.length > 0 || isOver(state), state).toBe(true);
      expect(turnOf(state) === 'nobody', state).toBe(isOver(state));
    }
  });

  it('has words for staff and for cities in each language, and lets a window say otherwise', () => {
    for (const language of languages) {
      for (const state of applicationStates) {
        expect(stateLabel(state, 'staff')[language]).not.toBe('');
        expect(stateLabel(state, 'applicant')[language]).not.toBe('');
      }
      for (const key of moveKeys) expect(moveLabel(key)[language]).not.toBe('');
    }
    const label = { en: 'Pool', fr: 'Vivier', es: 'Reserva', pt: 'Reserva', ar: 'احتياط' };
    const own = [{ state: 'reserve', audience: 'staff', label }] as const;
    expect(stateLabel('reserve', 'staff', own).en).toBe('Pool');
    expect(stateLabel('reserve', 'applicant', own).en).not.toBe('Pool');
  });
});
