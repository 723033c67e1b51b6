import { Form, useNavigation } from '@remix-run/react';
import { createContext, type ReactNode, useContext } from 'react';

/** The version of the case that the page shows: every form on it carries it, so that nobody acts on what is no longer so. */
export const SeenVersion = createContext(0);

interface Props {
  readonly act: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

export function ActForm({ act, fields = {}, children }: Props) {
  const version = useContext(SeenVersion);
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="do" value={act} />
      <input type="hidden" name="version" value={version} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}

/** Whether that act is on its way: its button shows it and takes no second click. */
export function useBusy(act: string): boolean {
  return useNavigation().formData?.get('do') === act;
}
