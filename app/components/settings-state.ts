import { useEffect, useState } from 'react';
import type { Settings } from '../domain/settings';
import { type FieldName, fieldsOf, mergeFields, type SettingsFields } from './settings-form';
import type { Answer } from './toast';

/**
 * What stands in the settings' form. When other settings come from the server, because they were saved here or by
 * somebody else, they are taken in where this person has changed nothing.
 */
export function useSettingsFields(settings: Settings, answer: Answer | undefined) {
  const saved = fieldsOf(settings);
  const [opened, setOpened] = useState<SettingsFields>(saved);
  const [fields, setFields] = useState<SettingsFields>(saved);
  const [theirs, setTheirs] = useState<readonly FieldName[]>([]);
  useEffect(() => {
    const { merged, theirs: changed } = mergeFields(fields, opened, saved);
    setFields(merged);
    setOpened(saved);
    setTheirs(answer?.problem ? changed : []);
    // Only when another version comes: what is typed meanwhile is this person's.
  }, [settings.version]);
  const names = Object.keys(saved) as FieldName[];
  return {
    fields,
    theirs,
    dirty: names.some((name) => fields[name] !== opened[name]),
    set: (name: FieldName, value: string): void =>
      setFields((before) => ({ ...before, [name]: value })),
    discard: (): void => {
      setFields(saved);
      setTheirs([]);
    },
  };
}
