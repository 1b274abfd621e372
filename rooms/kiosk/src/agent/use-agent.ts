import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AgentLink, AgentState } from './agent-link.ts';

export const AgentContext = createContext<AgentLink | null>(null);

/** The agent's state, and the way to answer it. */
export function useAgent(): { readonly state: AgentState; readonly link: AgentLink } {
  const link = useContext(AgentContext);
  if (link === null) throw new Error('no agent link above this component');
  const state = useSyncExternalStore(link.subscribe, () => link.state);
  return { state, link };
}
