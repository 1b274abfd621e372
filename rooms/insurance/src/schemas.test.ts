import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { CalendarDate, Instant } from './calendar.ts';
import { Coverage } from './coverage.ts';
import { EligibilityRequest } from './eligibility-request.ts';
import { InsuredPerson } from './insured-person.ts';

const person = { name: '見本　太郎', kana: 'ミホン　タロウ', sex: '1', birthDate: '1954-02-10' };
const coverage = { cardClassification: '01', insurerNumber: '139999', insurerName: '架空区', number: '7890' };
const request = {
  requestId: '01234567-89ab-4def-8123-456789abcdef',
  statement: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl',
  onDate: '2026-11-24',
  institutionCode: '1319999991',
  consents: [],
};

describe('the schemas', () => {
  it('accept days and moments that exist, and no others', () => {
    const day = Compile(CalendarDate);
    const moment = Compile(Instant);
    expect(day.Check('2028-02-29')).toBe(true);
    expect(day.Check('2026-02-29')).toBe(false);
    expect(moment.Check('2026-11-24T00:15:30.000Z')).toBe(true);
    expect(moment.Check('2026-11-24T09:15:30+09:00')).toBe(false);
  });

  it('accept a person as registered, with variant characters', () => {
    const check = Compile(InsuredPerson);
    expect(check.Check(person)).toBe(true);
    expect(check.Check({ ...person, name: '渡邉\u{E0101}　葵' })).toBe(true);
    expect(check.Check({ ...person, name: '𠮷田　実' })).toBe(true);
    expect(check.Check({ ...person, kana: 'ﾐﾎﾝ' })).toBe(false);
    expect(check.Check({ ...person, name: '見本\u0000' })).toBe(false);
  });

  it('refuse a coverage with a member that nobody knows', () => {
    const check = Compile(Coverage);
    expect(check.Check(coverage)).toBe(true);
    expect(check.Check({ ...coverage, symbl: '1' })).toBe(false);
    expect(check.Check({ ...coverage, insurerNumber: '  139999' })).toBe(false);
  });

  it('refuse a request whose statement is not a compact JWS', () => {
    const check = Compile(EligibilityRequest);
    expect(check.Check(request)).toBe(true);
    expect(check.Check({ ...request, statement: 'a'.repeat(40) })).toBe(false);
    expect(check.Check({ ...request, institutionCode: '131' })).toBe(false);
  });
});
