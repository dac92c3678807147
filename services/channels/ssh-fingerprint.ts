import { hash } from 'node:crypto';

/** A fingerprint as OpenSSH writes it, such as `SHA256:uNiVztksCsDhcc0u9e8BrrJSGFjsGkk8i8DkO4hkFHU`. @param blob the public key as it goes over the wire */
export const fingerprintOf = (blob: Uint8Array): string =>
  `SHA256:${hash('sha256', blob, 'base64').replace(/=+$/, '')}`;
