import { fieldsOf, readSettingsForm } from '../../app/components/settings-form';
import { Settings } from '../../app/domain/settings';
import { aShop, anOrder } from '../support/builders';
import { HOURS } from '../support/story';

const firstLetter = async (change: Partial<Settings>) => {
  const shop = await aShop().with(change).opens('2026-03-02 10:00');
  const order = shop.place(anOrder().of('MUG'));
  await shop.advance(HOURS(1));
  return shop.letters(order.id)[0]?.mail;
};

describe('a message to a customer', () => {
  it('comes under the shop’s name, and answers go to the shop', async () => {
    expect(await firstLetter({})).toMatchObject({
      fromName: 'Maple & Tin',
      replyTo: 'shop@maple.myshopify.com',
    });
  });

  it('comes under the name that the shop has set, and answers go where it has said', async () => {
    const mail = await firstLetter({ senderName: 'Harbor', replyTo: 'care@harbor.example' });
    expect(mail).toMatchObject({ fromName: 'Harbor', replyTo: 'care@harbor.example' });
  });

  it('never comes from an address that a shop has typed in: answers go there', async () => {
    const mail = await firstLetter({ senderEmail: 'security@bank.example' });
    expect(mail).not.toHaveProperty('from');
    expect(mail?.replyTo).toBe('security@bank.example');
  });
});

it('an address of an earlier release stands in the field for answers, and goes when that is emptied', () => {
  const settings = Settings.parse({ senderEmail: 'care@harbor.example' });
  const fields = fieldsOf(settings);
  expect(fields.replyTo).toBe('care@harbor.example');
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, replyTo: '' })) form.set(name, value);
  expect(readSettingsForm(form)).toMatchObject({ change: { replyTo: '', senderEmail: '' } });
});
