import type { JSX } from 'preact';
import { type IconName, iconShapes } from './icon-shapes.js';

/** A picture beside a word that says the same: nobody has to see it. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      {iconShapes[name].map(([tag, shape]) => {
        const Tag = tag;
        return <Tag key={JSON.stringify(shape)} {...shape} />;
      })}
    </svg>
  );
}
