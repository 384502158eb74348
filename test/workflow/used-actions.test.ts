import { describe, expect, test } from 'vitest';
import { chosenNames, isAllowed, usedAction } from '../../src/workflow/used-actions.ts';

const own = { commit: 'a'.repeat(40), version: 'v1.0.0' };
const checkout = { kind: 'uses', uses: 'actions/checkout', with: [] } as const;
const restore = { kind: 'uses', uses: 'actions/cache/restore', with: [] } as const;
const push = { kind: 'own', action: 'push', with: [] } as const;

describe('the action that is used', () => {
  const chosen = {
    'actions/checkout': { ref: 'v9' },
    'actions/cache': { name: 'acme/cache', ref: 'b'.repeat(40), version: 'v6' },
    'transship/transship/actions/push': { name: 'acme/push', ref: 'v2' },
  };
  const pinning = { own, onEnterpriseServer: false, chosen };

  test('another version, another repository with the same path, another action', () => {
    expect(usedAction(checkout, pinning)).toEqual({ name: 'actions/checkout', ref: 'v9' });
    expect(usedAction(restore, pinning)).toEqual({
      name: 'acme/cache/restore',
      ref: 'b'.repeat(40),
      version: 'v6',
    });
    expect(usedAction(push, pinning)).toEqual({ name: 'acme/push', ref: 'v2' });
    expect(usedAction(push, { own, onEnterpriseServer: false })).toEqual({
      name: 'transship/transship/actions/push',
      ref: own.commit,
      version: 'v1.0.0',
    });
  });

  test('names of all that are chosen, as workflows write them', () => {
    expect([...chosenNames(chosen)].sort()).toEqual([
      'acme/cache',
      'acme/cache/restore',
      'acme/cache/save',
      'acme/push',
      'actions/checkout',
    ]);
  });
});

test.each([
  [['actions/*'], true],
  [['Actions/Checkout'], true],
  [['actions/checkout@v7'], true],
  [['actions/checkout@v*'], true],
  [['actions/checkout@v6'], false],
  [['actions/check'], false],
  [['acme/*'], false],
  [['*/*', '!actions/*'], false],
  [['actions/*', '!actions/checkout@v6'], true],
  [[], false],
])('the patterns %j allow it: %s', (patterns, expected) => {
  expect(isAllowed({ name: 'actions/checkout', ref: 'v7' }, patterns)).toBe(expected);
});
