import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

export type StreamState = 'connecting' | 'live' | 'lost';
type Change = { readonly documentId: string };
type ChangeListener = (documentId: string) => void;

const retryMs = 3_000;
let source: EventSource | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let state: StreamState = 'connecting';
const stateListeners = new Set<() => void>();
const changeListeners = new Set<ChangeListener>();
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
    const change = JSON.parse(event.data) as Change;
    for (const listener of changeListeners) listener(change.documentId);
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
export function useChanges(onChange: ChangeListener, onReconnect?: () => void): void {
  const change = useEffectEvent(onChange);
  const reconnect = useEffectEvent(() => onReconnect?.());
  useEffect(() => {
    const listener: ChangeListener = (documentId) => change(documentId);
    const again = () => reconnect();
    changeListeners.add(listener);
    reconnectListeners.add(again);
    return () => {
      changeListeners.delete(listener);
      reconnectListeners.delete(again);
    };
  }, []);
}
