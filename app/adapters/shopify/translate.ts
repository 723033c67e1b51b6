import { Permanent } from '../../errors';

/**
 * Shopify's word in ours. A word that the API version doesn't have is never passed on as nothing: what an unknown kind
 * of payment means for the money is for a person to say.
 */
export function translate<Word extends string, T>(words: Readonly<Record<Word, T>>, word: Word): T {
  if (!Object.hasOwn(words, word))
    throw new Permanent(`Shopify says "${word}", which is not known`);
  return words[word];
}
