import { describe, expect, it } from 'vitest';
import {
  aliveStages,
  canMove,
  moveNames,
  moves,
  needsDesk,
  plainMoves,
  type Mover,
  type Stage,
  stages,
} from './stages.ts';

const movers: readonly Mover[] = ['desk', 'city', 'partner', 'clock'];

/** The whole table, written out by hand: stage, move, mover. All that is not here is refused. */
const allowed = `
new take desk | new ask-city desk | new ask-partner desk | new resolve desk | new merge desk | new set-aside desk
open ask-city desk | open ask-partner desk | open resolve desk | open merge desk | open set-aside desk
waiting-city ask-partner desk | waiting-city go-on desk | waiting-city city-wrote city | waiting-city resolve desk | waiting-city merge desk
waiting-partner ask-city desk | waiting-partner go-on desk | waiting-partner city-wrote city | waiting-partner partner-answered partner
waiting-partner resolve desk | waiting-partner merge desk
resolved city-wrote city | resolved reopen desk | resolved close desk | resolved close clock
closed city-wrote city | closed reopen desk
set-aside restore desk`
  .split(/[|\n]/)
  .map((line) => line.trim())
  .filter(Boolean);

describe('the stages of a case', () => {
  const cells = stages.flatMap((stage) =>
    moveNames.flatMap((move) => movers.map((mover) => [stage, move, mover] as const)),
  );

  it(`has a written answer for all ${cells.length} ways`, () => {
    expect(cells.length).toBe(stages.length * moveNames.length * movers.length);
    expect(
      cells
        .filter(([stage, move, mover]) => canMove(stage, move, mover))
        .map((cell) => cell.join(' '))
        .toSorted(),
    ).toEqual(allowed.toSorted());
  });

  it('can all be reached from the first', () => {
    const reached = new Set<Stage>(['new']);
    for (let grew = true; grew; ) {
      const before = reached.size;
      for (const move of moveNames)
        if (moves[move].from.some((stage) => reached.has(stage))) reached.add(moves[move].to);
      grew = reached.size > before;
    }
    expect([...reached].toSorted()).toEqual([...stages].toSorted());
  });

  it('end only where a case was merged into another', () => {
    const stuck = stages.filter(
      (stage) => !moveNames.some((move) => (moves[move].from as readonly Stage[]).includes(stage)),
    );
    expect(stuck).toEqual(['merged']);
  });

  it('wait for the desk, or for somebody who is reminded', () => {
    expect(stages.filter(needsDesk)).toEqual(['new', 'open']);
    expect(aliveStages).toEqual(['new', 'open', 'waiting-city', 'waiting-partner']);
  });

  it('are never left with a bare button when the act needs words', () => {
    for (const move of ['resolve', 'merge', 'ask-city', 'ask-partner'])
      expect(plainMoves).not.toContain(move);
  });
});
