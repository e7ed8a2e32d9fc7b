import { soon } from '../soon.ts';

/** A person in front of an interface that is none of our elements: reads what is shown, types, and presses buttons. */
export function personAt(root: HTMLElement) {
  const shown = () => root.innerText.replaceAll(/\s+/g, ' ');
  const visible = <Kind extends HTMLElement>(selector: string): Kind[] =>
    [...root.querySelectorAll<Kind>(selector)].filter((each) => each.checkVisibility());
  const sees = async (text: string) => {
    try {
      await soon(() => shown().includes(text));
    } catch {
      throw new Error(`does not show “${text}” but: ${shown()}`);
    }
  };
  const press = async (name: string) => {
    const find = () => visible<HTMLButtonElement>('button').find((each) => each.textContent.trim() === name);
    await soon(() => find() !== undefined, `there is no button “${name}” in: ${shown()}`);
    find()!.click();
  };
  const type = (label: string, text: string) => {
    const field = visible<HTMLLabelElement>('label').find((each) =>
      each.textContent.includes(label),
    )?.control;
    (field as HTMLInputElement).value = text;
  };
  return {
    shown,
    sees,
    press,
    type,
    async signIn(password = 'renew-me-please') {
      await sees('Sign in');
      type('E-mail', 'mira@example.com');
      type('Password', password);
      await press('Sign in');
    },
    async choosesScenario(name: string) {
      await soon(() => visible('select').length === 1);
      const [select] = visible<HTMLSelectElement>('select');
      select!.value = [...select!.options].find((option) => option.text === name)!.value;
    },
  };
}
