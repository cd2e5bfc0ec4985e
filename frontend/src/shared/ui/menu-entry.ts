import type { Component } from 'vue';

export interface MenuEntry {
  id: string;
  text: string;
  icon?: Component | undefined;
  /** A second line. */
  note?: string | undefined;
  /** Set: the entry cannot be chosen now, and this says why. */
  why?: string | undefined;
  checked?: boolean | undefined;
  /** A rule above this entry. */
  rule?: boolean | undefined;
}
