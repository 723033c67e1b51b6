import { expectConsoleErrors, takeStrayErrors } from '../support/console';

describe('a stray console.error', () => {
  it('is found when the test ends', () => {
    console.error('no such %s', 'order');
    expect(takeStrayErrors()).toEqual(['no such order']);
  });

  it('is allowed where the test asks for it', () => {
    const said = expectConsoleErrors();
    console.error('as expected');
    expect(said).toEqual(['as expected']);
  });
});
