import { describe, expect, it } from 'vitest';
import { organisation } from '../../../edition/schema/organisations.ts';
import { nameInAll, organisationKinds, slugOf } from './organisation.ts';

describe('an organisation', () => {
  it('keeps its own spelling where no other is given', () => {
    expect(nameInAll({ en: 'IOM', fr: 'OIM', es: null, pt: '', ar: null })).toEqual({
      en: 'IOM',
      fr: 'OIM',
      es: 'IOM',
      pt: 'IOM',
      ar: 'IOM',
    });
  });

  it('has a short name of plain letters', () => {
    expect(slugOf('C40 Cities')).toBe('c40-cities');
    expect(slugOf(' Fundación «Açaí», S.A. ')).toBe('fundacion-acai-s-a');
    expect(slugOf('منظمة')).toBe('');
  });

  it('is of a kind that the edition knows', () => {
    expect([...organisationKinds]).toEqual(organisation.shape.kind.options);
  });
});
