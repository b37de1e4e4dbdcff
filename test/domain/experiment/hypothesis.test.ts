import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composeHypothesis, readHypothesis } from '../../../src/domain/experiment/hypothesis.ts';
import { readCapture } from '../../../src/domain/register/capture.ts';

describe('a hypothesis in three parts', () => {
  test('is read from the template’s sentence', () => {
    expect(readHypothesis('If we stand up, then we end sooner because standing tires.')).toEqual({
      change: 'we stand up',
      outcome: 'we end sooner',
      reasoning: 'standing tires',
    });
  });

  test('may lack its reason', () => {
    expect(readHypothesis('if we stand up, then we end sooner')).toEqual({
      change: 'we stand up',
      outcome: 'we end sooner',
      reasoning: '',
    });
  });

  test.each(['', 'Standing is better', 'If only', 'If a, then b\nand more'])('is not made up from %j', (text) => {
    expect(readHypothesis(text)).toBeUndefined();
  });

  test.each([
    [{ change: 'we stand up' }, 'If we stand up.'],
    [{ change: 'we stand up', outcome: 'we end sooner' }, 'If we stand up, then we end sooner.'],
    [{ change: 'we stand up', reasoning: 'standing tires' }, 'If we stand up, because standing tires.'],
    [{ outcome: 'we end sooner', reasoning: 'standing tires' }, 'then we end sooner because standing tires.'],
    [{}, ''],
  ])('of which %j is given reads as a sentence', (given, sentence) => {
    expect(composeHypothesis({ change: '', outcome: '', reasoning: '', ...given })).toBe(sentence);
  });

  test('comes back from its sentence, whatever its words are', () => {
    const word = fc.stringMatching(/^[a-zäß0-9=<>]{1,8}$/).filter((text) => !/^(?:if|then|because)$/.test(text));
    const part = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(part, part, part, (change, outcome, reasoning) => {
        const parts = { change, outcome, reasoning };
        expect(readHypothesis(composeHypothesis(parts))).toEqual(parts);
      }),
    );
  });
});

describe('quick capture', () => {
  const settings = {
    captureCommand: 'learn kaizen tea',
    layers: [
      { name: 'System', improves: 'Till, stock sheet, data flows', example: '' },
      { name: 'Process', improves: 'Opening hours, handover, meetings', example: '' },
    ],
  };

  test('takes the command off and fills title, hypothesis and layer in', () => {
    expect(
      readCapture(
        'Learn kaizen tea: if we write the handover down, then mornings start sooner because it is read',
        settings,
      ),
    ).toEqual({
      title: 'Write the handover down',
      hypothesis: 'If we write the handover down, then mornings start sooner because it is read.',
      layer: 'Process',
    });
  });

  test('takes a named layer at its word', () => {
    expect(readCapture('System: shorter meetings', settings)).toEqual({
      title: 'Shorter meetings',
      hypothesis: '',
      layer: 'System',
    });
  });

  test('guesses no layer where none fits', () => {
    expect(readCapture('Paint the door', settings)).toEqual({ title: 'Paint the door', hypothesis: '', layer: '' });
  });

  test('keeps the whole of a long idea as the hypothesis', () => {
    const idea = 'a very long idea '.repeat(20).trim();
    const { title, hypothesis } = readCapture(idea, settings);
    expect(title.length).toBeLessThanOrEqual(81);
    expect(hypothesis).toBe(idea);
  });
});
