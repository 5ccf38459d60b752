// The element for TypeScript: its class, its events, and its tag in React 19.

/** Why there are phone numbers where the interview should be. */
export type MantelWijzerErrorCode =
  | 'wasm-missing'
  | 'wasm-blocked'
  | 'app-missing'
  | 'app-blocked'
  | 'catalogue-missing'
  | 'catalogue-blocked'
  | 'catalogue-unreadable'
  | 'crashed';

/** What the element tells. All bubble and cross shadow roots; none carries an answer. */
export interface MantelWijzerEventMap {
  /** The interview can begin. */
  'mantel-wijzer:ready': CustomEvent<Record<string, never>>;
  /** The visitor began. */
  'mantel-wijzer:started': CustomEvent<Record<string, never>>;
  /** The visitor went on; `index` counts the screens from 1. */
  'mantel-wijzer:step': CustomEvent<{ index: number }>;
  /** The visitor sees what fits; `count` says how many offers that are. */
  'mantel-wijzer:results': CustomEvent<{ count: number }>;
  /** Every answer is forgotten. */
  'mantel-wijzer:restarted': CustomEvent<Record<string, never>>;
  /** Something is missing or forbidden: the visitor sees phone numbers and your own words. */
  'mantel-wijzer:error': CustomEvent<{ code: MantelWijzerErrorCode }>;
}

/** The attributes, each optional. */
export interface MantelWijzerAttributes {
  lang?: string | undefined;
  /** Where your visitors live: the id of a region, such as `be-vov`. */
  place?: string | undefined;
  /** The address of another catalogue. */
  catalogue?: string | undefined;
  /** The level of the first heading. */
  'heading-level'?: 2 | 3 | 4 | 5 | 6 | '2' | '3' | '4' | '5' | '6' | undefined;
  /** The address of the quick exit. */
  'exit-url'?: string | undefined;
  loading?: 'lazy' | 'eager' | undefined;
  /** The languages a visitor may choose from, separated by blanks. */
  languages?: string | undefined;
}

export interface MantelWijzerElement extends HTMLElement {
  /** Begins anew: every answer is forgotten. After a failure it tries again. */
  restart(): void;
  /** Puts the focus on what is shown now. */
  focus(options?: FocusOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'mantel-wijzer': MantelWijzerElement;
  }
  interface HTMLElementEventMap extends MantelWijzerEventMap {}
}

type Listeners = { [Name in keyof MantelWijzerEventMap as `on${Name}`]?: (event: MantelWijzerEventMap[Name]) => void };

// @ts-ignore: a project without React has no such module
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore: nor its types
      'mantel-wijzer': DetailedHTMLProps<HTMLAttributes<MantelWijzerElement>, MantelWijzerElement> & MantelWijzerAttributes & Listeners;
    }
  }
}
