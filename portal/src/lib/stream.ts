import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

export type StreamState = 'connecting' | 'live' | 'lost';
type Listener = (id: string) => void;

const retryMs = 3_000;
let source: EventSource | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let state: StreamState = 'connecting';
const stateListeners = new Set<() => void>();
const changeListeners = new Set<Listener>();
const partnerListeners = new Set<Listener>();
const reconnectListeners = new Set<() => void>();

function setState(next: StreamState): void {
  if (next === state) return;
  const reconnected = next === 'live' && state === 'lost';
  state = next;
  for (const listener of stateListeners) listener();
  // What changed while the line was down was never told, so everybody looks again.
  if (reconnected) for (const listener of reconnectListeners) listener();
}

function connect(): void {
  source = new EventSource('/v1/stream');
  source.addEventListener('open', () => setState('live'));
  source.addEventListener('change', (event: MessageEvent<string>) => {
    const { documentId } = JSON.parse(event.data) as { documentId: string };
    for (const listener of changeListeners) listener(documentId);
  });
  source.addEventListener('partner', (event: MessageEvent<string>) => {
    const { partnerId } = JSON.parse(event.data) as { partnerId: string };
    for (const listener of partnerListeners) listener(partnerId);
  });
  source.addEventListener('error', () => {
    setState('lost');
    // The browser reconnects by itself, except after an answer other than 200.
    if (source?.readyState === EventSource.CLOSED) {
      clearTimeout(retry);
      retry = setTimeout(connect, retryMs);
    }
  });
}

/** Keeps the stream of changes open while the caller is on screen. Called once, by the shell. */
export function useStream(): void {
  useEffect(() => {
    connect();
    return () => {
      clearTimeout(retry);
      source?.close();
      source = undefined;
      setState('connecting');
    };
  }, []);
}

export function useStreamState(): StreamState {
  return useSyncExternalStore(
    (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    () => state,
  );
}

/** Calls `onChange` with the id of each document that moved on, and `onReconnect` when changes may have been missed. */
export const useChanges = (onChange: Listener, onReconnect?: () => void): void =>
  useListener(changeListeners, onChange, onReconnect);

/** Calls `onChange` with the id of each partner about which something was done, by whomever, and `onReconnect` when that may have been missed. */
export const usePartnerChanges = (onChange: Listener, onReconnect?: () => void): void =>
  useListener(partnerListeners, onChange, onReconnect);

function useListener(listeners: Set<Listener>, onChange: Listener, onReconnect?: () => void): void {
  const change = useEffectEvent(onChange);
  const reconnect = useEffectEvent(() => onReconnect?.());
  useEffect(() => {
    const listener: Listener = (id) => change(id);
    const again = () => reconnect();
    listeners.add(listener);
    reconnectListeners.add(again);
    return () => {
      listeners.delete(listener);
      reconnectListeners.delete(again);
    };
  }, [listeners]);
}
