import type { Hands } from './hands/hands';
import type { Question } from './questions/question';
import type { Store } from './shopify/store';

/** Says what will be written into which store, and asks. Out: whether the person agrees. */
export async function agree(
  store: Store,
  questions: readonly Question[],
  hands: Hands,
  print: (line: string) => void,
): Promise<boolean> {
  print(`The probe writes into ${store.name} (${store.myshopifyDomain}):`);
  print('   2 locations and 2 products');
  for (const { number, writes } of questions) print(`   ${number}. ${writes}`);
  print('Afterwards orders are cancelled and deleted, and all the rest is removed.');
  if ((await hands.do({ step: 'agree' }))?.toLowerCase() === 'yes') return true;
  print('Nothing was written.');
  return false;
}
